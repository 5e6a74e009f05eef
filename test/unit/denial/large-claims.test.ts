import { describe, expect, test } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import { remittedClaim } from '../../fixtures/remitted-claim.ts';

const payer = { payerType: 'commercial', capitated: false, network: null, allowFrequency7: null } as const;
const many = <T>(length: number, of: (n: number) => T): T[] => Array.from({ length }, (_, n) => of(n));

describe('a claim of absurd size is decided like any other', () => {
  test('with tens of thousands of lines beside thousands of reasons on the claim', () => {
    const claim = remittedClaim({
      cas: many(6_000, (n) => `CO-Q${n} 0.01`),
      lines: many(40_000, () => ({ cas: ['CO-16 1.00'], remarks: ['M51'] })),
    });
    const decision = decideClaim(claim, payer, bundledRulebook());
    expect(decision?.amountCents).toBe(6_000 + 40_000 * 100);
  }, 20_000);

  test('with tens of thousands of lines that are wholly contractual', () => {
    const claim = remittedClaim({
      lines: many(60_000, () => ({ chargeCents: 10_000, paidCents: 0, cas: ['CO-45 100.00'] })),
    });
    expect(decideClaim(claim, payer, bundledRulebook())?.class).toBe('non_denial');
  }, 20_000);
});
