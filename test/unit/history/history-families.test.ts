import { describe, expect, test } from 'vitest';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import type { PracticeId } from '../../../functions/core/ids.ts';
import { assessBy } from '../../../functions/use-cases/assess-claim.ts';
import { receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import {
  type ClaimSpec,
  deniedClaim,
  paidClaim,
  type RemittanceSpec,
  remittanceFile,
  reversalOf,
} from '../../fixtures/remittance-file.ts';

const assess = assessBy({ rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] });
const PAST = 'history/before-2026-11-03/old.835';
const ORDINARY = 'daily.835';

interface Dropped extends Partial<RemittanceSpec> {
  readonly key: string;
  readonly on: string;
  readonly claims: readonly ClaimSpec[];
}

/** The files in this order, under the rulebook of this release; today is 10 November 2026. */
async function received(...files: readonly Dropped[]): Promise<MemorySystem> {
  const system = new MemorySystem();
  for (const { key, on, ...spec } of files) {
    const bytes = remittanceFile([{ trace: `T${on}`, producedOn: on, paidOn: on, ...spec }]);
    await receiveFile(await system.put(bytes, `${on}-${key}`.replace(/^(\d+)-history\//, 'history/')), {
      ...system,
      assess,
    });
  }
  return system;
}

const denied = deniedClaim('A1');
const paid = paidClaim('A1', 12_500);

describe('what is no denial', () => {
  const pending: ClaimSpec = { id: 'H1', chargeCents: 9_000, adjustments: [['OA', '133', 9_000]] };
  test.each<[string, Dropped, readonly string[]]>([
    [
      'a claim with nothing allowed',
      {
        key: PAST,
        on: '20261030',
        claims: [{ id: 'Z1', chargeCents: 9_000, adjustments: [['CO', '45', 9_000]] }],
      },
      [],
    ],
    ['a reversal that nothing follows', { key: PAST, on: '20261030', claims: [reversalOf(paid)] }, []],
    [
      'an amount kept from a payment',
      { key: PAST, on: '20261030', claims: [paid], providerAdjustments: [['WO', 'ICN77', 5_000]] },
      [],
    ],
    ['a hold whose day is over', { key: PAST, on: '20260901', claims: [pending] }, []],
    ['a hold whose day is yet to come', { key: PAST, on: '20261030', claims: [pending] }, ['hold']],
    [
      'a reversal of an ordinary file',
      { key: ORDINARY, on: '20261030', claims: [reversalOf(paid)] },
      ['recoupment'],
    ],
  ])('opens, as %s', async (_what, file, expected) => {
    const system = await received(file);
    expect(system.denials.all().map(({ followUp }) => followUp?.type)).toEqual(expected);
  });

  test('stays closed when an ordinary file brings more of the same claim', async () => {
    const system = await received(
      { key: PAST, on: '20261030', claims: [reversalOf(paid)] },
      { key: ORDINARY, on: '20261105', claims: [paid] },
    );
    expect(system.denials.all()).toEqual([]);
  });
});

describe('a denial of history and its answer', () => {
  const past = { key: PAST, on: '20261030', claims: [denied] };
  const answer = { key: ORDINARY, on: '20261105', claims: [paid] };
  test.each([
    ['first the denial', [past, answer]],
    ['first the answer', [answer, past]],
  ])('end alike: %s', async (_order, files) => {
    const system = await received(...files);
    expect(system.denials.all()).toMatchObject([
      { state: 'closed', closedAs: 'overturned', history: { review: 'open' } },
    ]);
    expect(system.denials.outbox().filter(({ message }) => message.kind === 'start')).toEqual([]);
  });

  test('goes back into the list, and starts nothing, where a late file shows that another one was meant', async () => {
    // The second denial of the same money is what the reversal names.
    const reversal = { ...reversalOf(denied), number: 'ICN5' };
    const correction = { ...paid, number: 'ICN6' };
    const system = await received(
      { key: PAST, on: '20261001', claims: [denied] },
      { key: PAST, on: '20261020', claims: [reversal, correction] },
      { key: PAST, on: '20261003', claims: [{ ...denied, number: 'ICN5' }] },
    );
    const { items } = await system.denials.listQueue({
      practiceId: '1555012347' as PracticeId,
      state: 'history_review',
      limit: 5,
      cursor: null,
    });
    expect(items).toMatchObject([{ claimId: 'A1', state: 'needs_review', history: { review: 'open' } }]);
    expect(system.denials.outbox().filter(({ message }) => message.kind === 'start')).toEqual([]);
  });
});
