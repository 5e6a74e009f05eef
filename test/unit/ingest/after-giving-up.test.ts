import { describe, expect, test } from 'vitest';
import type { ClosedAs } from '../../../functions/core/denial/lifecycle.ts';
import { isToPost } from '../../../functions/core/write-off/batch.ts';
import { closeAsAnswered } from '../../../functions/use-cases/close-as-answered.ts';
import { confirmWriteOff } from '../../../functions/use-cases/confirm-write-off.ts';
import { decideWriteOff } from '../../../functions/use-cases/decide-write-off.ts';
import { exportWriteOffs } from '../../../functions/use-cases/export-write-offs.ts';
import { AppealSystem, biller, PRACTICE, supervisor } from '../../fixtures/appeal-system.ts';
import {
  type ClaimSpec,
  deniedClaim,
  paidClaim,
  remittanceFile,
  reversalOf,
} from '../../fixtures/remittance-file.ts';

const CHARGE = 31_000;
// The contractual rest stays unpaid.
const PAID = 26_000;
const denied = { ...deniedClaim('A1'), adjustments: [['CO', '96', CHARGE] as const], chargeCents: CHARGE };

function remitted(producedOn: string, ...claims: readonly ClaimSpec[]) {
  return remittanceFile([{ claims, trace: `T${producedOn}`, producedOn, paidOn: producedOn }]);
}
const payment = remitted('20261105', paidClaim('A1', CHARGE));
const reversal = remitted('20261106', reversalOf(paidClaim('A1', CHARGE)));

async function writtenOff(): Promise<AppealSystem> {
  const system = new AppealSystem();
  const { denialId, version } = await system.routed(denied);
  await confirmWriteOff(system.ports, {
    user: biller,
    denialId,
    expectedVersion: version,
    reasonCode: 'small_balance',
    reason: 'Too small to fight for.',
    acknowledgedClocks: ['test.appeal'],
  });
  await decideWriteOff(system.ports, {
    user: supervisor,
    denialId,
    expectedVersion: system.only().version,
    verdict: 'approve',
  });
  expect(system.only()).toMatchObject({ closedAs: 'written_off' });
  return system;
}

async function closedAs(end: ClosedAs): Promise<AppealSystem> {
  const system = new AppealSystem();
  await system.rewrite(await system.routed(denied), { state: 'closed', closedAs: end });
  return system;
}

describe('a payment after a write-off', () => {
  test('counts as recovered, and the write-off is never posted', async () => {
    const system = await writtenOff();
    await system.drop(payment);
    const denial = system.only();
    expect(denial).toMatchObject({
      state: 'closed',
      closedAs: 'overturned',
      writeOff: null,
      resolution: { kind: 'overturned', recoveredCents: PAID, credit: { action: 'nothing_sent' } },
    });
    expect(isToPost(denial)).toBe(false);
    const { value } = (await exportWriteOffs(system.ports, supervisor, PRACTICE as never)) as {
      value: unknown;
    };
    expect(value).toBeNull();
    expect((await system.denials.events(denial.denialId)).at(-1)).toMatchObject({
      type: 'DenialAnswered',
      detail: { givenUpAs: 'written_off', writtenOffCents: CHARGE, postedIn: null },
    });
  });

  test('that is posted counts as recovered, and a person puts the posting right', async () => {
    const system = await writtenOff();
    await exportWriteOffs(system.ports, supervisor, PRACTICE as never);
    await system.drop(payment);
    const task = system.only();
    expect(task).toMatchObject({
      state: 'needs_review',
      closedAs: null,
      attempt: 2,
      route: 'review',
      resolution: { recoveredCents: PAID },
      writeOff: { posted: { batchId: expect.any(String) } },
      nextAction: expect.stringContaining('reverse that in the billing system'),
    });
    const { denialId, version } = task;
    const closing = { user: biller, denialId, expectedVersion: version, reason: 'Reversed in billing.' };
    expect(await closeAsAnswered(system.ports, closing)).toMatchObject({ kind: 'changed' });
    expect(system.only()).toMatchObject({ closedAs: 'overturned', resolution: { recoveredCents: PAID } });
  });

  test('stays a task where the same payment comes again', async () => {
    const system = await writtenOff();
    await exportWriteOffs(system.ports, supervisor, PRACTICE as never);
    await system.drop(payment);
    const task = system.only();
    await system.drop(payment);
    expect(system.only()).toEqual(task);
  });

  test('that is taken back again is no recovery any more, and stays with the person', async () => {
    const system = await writtenOff();
    await exportWriteOffs(system.ports, supervisor, PRACTICE as never);
    await system.drop(payment);
    await system.drop(reversal);
    const [denial] = system.denials.all();
    expect(denial?.state).toBe('needs_review');
    expect(denial?.resolution?.recoveredCents ?? 0).toBe(0);
  });
});

describe('a payment after another end that people gave', () => {
  test('closes what had expired as overturned', async () => {
    const system = await closedAs('expired');
    await system.drop(payment);
    expect(system.only()).toMatchObject({ closedAs: 'overturned', resolution: { recoveredCents: PAID } });
  });

  test.each([
    ['billed_patient', 'The patient was billed'],
    ['billed_other_payer', 'The other payer was billed'],
  ] as const)('is a task where it was %s', async (end, says) => {
    const system = await closedAs(end);
    await system.drop(payment);
    expect(system.only()).toMatchObject({
      state: 'needs_review',
      resolution: { recoveredCents: PAID },
      nextAction: expect.stringContaining(says),
    });
  });

  test('counts where a person had closed it by the payer’s letter', async () => {
    const system = await closedAs('overturned');
    await system.drop(payment);
    expect(system.only()).toMatchObject({ closedAs: 'overturned', resolution: { recoveredCents: PAID } });
  });
});
