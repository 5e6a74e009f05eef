import { describe, expect, test } from 'vitest';
import { providerReasonOf } from '../../../functions/core/family/provider-asks.ts';
import { providerFollowUpsOf } from '../../../functions/core/family/provider-follow-ups.ts';

const pair = (reason: string, amountCents: number, reference = 'REF1') => ({
  providerId: '1234567893',
  reason,
  reference,
  amountCents,
});

describe('a provider adjustment', () => {
  test.each([
    ['WO', 5_000, 'recoupment'],
    ['WU', 5_000, 'recoupment'],
    ['TL', 5_000, 'recoupment'],
    ['FB', 5_000, 'payment_question'],
    ['L6', 5_000, 'payment_question'],
    ['72', 5_000, 'payment_question'],
    ['J1', 5_000, 'payment_question'],
    ['IR', 5_000, 'payment_question'],
    ['CS', 5_000, 'payment_question'],
    ['CS', -5_000, 'payment_question'],
    ['AP', -5_000, 'payment_question'],
    ['QQ', -5_000, 'payment_question'],
  ])('%s of %i cents asks for a %s', (reason, amountCents, type) => {
    expect(providerFollowUpsOf([pair(reason, amountCents)])).toMatchObject([
      { ordinal: 1, type, reference: 'REF1', amountCents: 5_000 },
    ]);
  });

  test.each([
    ['WO', -5_000],
    ['FB', -5_000],
    ['L6', -5_000],
    ['72', -5_000],
    ['CT', -5_000],
    ['BN', -5_000],
    ['E3', 5_000],
    ['90', 5_000],
    ['CS', 0],
  ])('%s of %i cents is only posted', (reason, amountCents) => {
    expect(providerFollowUpsOf([pair(reason, amountCents)])).toEqual([]);
  });

  test('that recovers what was sent back takes nothing', () => {
    expect(providerFollowUpsOf([pair('WO', 5_000), pair('72', -5_000)])).toEqual([]);
  });

  test('keeps its place among the others', () => {
    expect(providerFollowUpsOf([pair('L6', -10), pair('WO', 5_000)])[0]?.ordinal).toBe(2);
  });

  test('is read in any letter case', () => {
    expect(providerReasonOf(' wo ').wording).toBe('Overpayment recovered');
  });
});
