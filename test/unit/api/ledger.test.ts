import { expect, test } from 'vitest';
import { changeDenial } from '../../../functions/core/denial/change.ts';
import type { LedgerRemittance } from '../../../functions/ports/remittance-store.ts';
import { AppealSystem, auditor, biller, otherBiller, supervisor } from '../../fixtures/appeal-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

const read = async (system: AppealSystem, path: string, query: Record<string, string> = {}, as = biller) =>
  (await send(system, { as, path, query })).body;

async function loaded(spec: Parameters<typeof remittanceFile>[0]) {
  const system = new AppealSystem();
  await system.drop(remittanceFile(spec));
  const { remittances } = await read(system, '/api/remittances');
  return { system, remittanceId: remittances[0].remittanceId as string };
}

test('a remittance adds up: payment = claims - provider adjustments, and every adjustment says how it was taken', async () => {
  const { system, remittanceId } = await loaded([
    { claims: [deniedClaim('A1'), paidClaim('A2')], providerAdjustments: [['WO', 'X1', 1_000]] },
  ]);
  const { statement, providerAdjustments, claimPayments } = await read(
    system,
    `/api/remittances/${remittanceId}`,
  );
  expect(statement.differenceCents).toBe(0);
  expect(statement.claimsCents - statement.providerAdjustmentCents).toBe(statement.paymentCents);
  expect(statement.sentence).toContain('$0.00');
  expect(providerAdjustments).toEqual([{ reason: 'WO', reference: 'X1', amountCents: 1_000 }]);
  const kinds = claimPayments.map(({ money }: { money: { steps: { kind: string }[] } }) =>
    money.steps.map(({ kind }) => kind),
  );
  expect(kinds).toEqual([['denied'], ['contractual']]);
  expect(claimPayments[0].adjudicationId).toBe(system.only().denialId);
});

test('the claims of a large remittance come 50 at a time, each once', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `C${index}`);
  const { system, remittanceId } = await loaded([{ claims: ids.map((id) => paidClaim(id)) }]);
  const seen: string[] = [];
  let cursor: string | null = '0';
  while (cursor !== null) {
    const page: { cursor: string | null; claimPayments: { claimId: string }[] } = await read(
      system,
      `/api/remittances/${remittanceId}`,
      { cursor },
    );
    expect(page.claimPayments.length).toBeLessThanOrEqual(50);
    seen.push(...page.claimPayments.map(({ claimId }) => claimId));
    cursor = page.cursor;
  }
  expect(seen).toEqual(ids);
});

test('a page of remittances begins where the last one ended, whatever came in between', async () => {
  const { system, remittanceId } = await loaded([{ claims: [paidClaim('A1')] }]);
  const one = await system.remittances.readRemittance(remittanceId as LedgerRemittance['remittanceId']);
  if (one === null) throw new Error('It was loaded.');
  const add = (index: number) =>
    system.remittances.updateRemittance({
      ...one,
      remittanceId: index.toString(16).padStart(32, '0') as LedgerRemittance['remittanceId'],
      header: { ...one.header, paidOn: `2026-0${1 + (index % 9)}-01` },
    });
  for (let index = 0; index < 150; index += 1) await add(index);
  const before = await read(system, '/api/remittances');
  expect(before.remittances).toHaveLength(100);
  for (let index = 150; index < 250; index += 1) await add(index);
  const after = await read(system, '/api/remittances', { cursor: before.cursor });
  const ids = (page: { remittances: { remittanceId: string }[] }) =>
    page.remittances.map((row) => row.remittanceId);
  expect(ids(after).filter((id) => ids(before).includes(id))).toEqual([]);
  const all = new Set(ids(before));
  let { cursor } = before;
  while (cursor !== null) {
    const page = await read(system, '/api/remittances', { cursor });
    for (const id of ids(page)) all.add(id);
    cursor = page.cursor;
  }
  for (let index = 0; index < 150; index += 1) expect(all).toContain(index.toString(16).padStart(32, '0'));
});

test('a page of the queue goes on in its own list when another practice comes in between', async () => {
  const system = new AppealSystem();
  const ids = Array.from({ length: 101 }, (_, index) => `Q${String(index).padStart(3, '0')}`);
  await system.drop(remittanceFile([{ claims: ids.map((id) => deniedClaim(id)) }]));
  const first = await read(system, '/api/queue');
  expect(first.denials).toHaveLength(100);
  const [one] = system.denials.all();
  if (one === undefined) throw new Error('It was loaded.');
  const earlier = new TextDecoder().decode(remittanceFile([{ claims: [deniedClaim('Z1')], trace: 'OTHER' }]));
  await system.drop(new TextEncoder().encode(earlier.replaceAll('1555012347', '1000000004')));
  const second = await read(system, '/api/queue', { cursor: first.cursor });
  const shown = [...first.denials, ...second.denials].map(({ claimId }: { claimId: string }) => claimId);
  expect(new Set(shown).size).toBe(shown.length);
  expect(ids.every((id) => shown.includes(id))).toBe(true);
});

test('only what a person must look at: a remittance that does not add up, a file that is quarantined', async () => {
  const { system } = await loaded([{ claims: [paidClaim('A1')] }]);
  const text = new TextDecoder().decode(remittanceFile([{ claims: [paidClaim('A2')], trace: 'T2' }]));
  await system.drop(new TextEncoder().encode(text.replace('BPR*I*150', 'BPR*I*151')));
  await system.drop(new TextEncoder().encode('This is no remittance.'));
  const { remittances } = await read(system, '/api/remittances', { only: 'exceptions' });
  expect(remittances).toMatchObject([{ traceNumber: 'T2', balanced: false, imbalanceCents: -100 }]);
  const { files } = await read(system, '/api/files', { only: 'exceptions' });
  expect(files).toMatchObject([{ status: 'quarantined' }]);
});

test('a write-off waits with who asked, what still runs, and who may decide', async () => {
  const system = new AppealSystem();
  const denial = await system.rewrite(await system.routed(), { state: 'needs_review', route: 'write_off' });
  const path = `/api/denials/${denial.denialId}/write-off`;
  const body = {
    reasonCode: 'small_balance',
    reason: 'Too small to pursue.',
    acknowledgedClocks: ['test.appeal'],
  };
  await send(system, { as: supervisor, method: 'POST', path, body, ifMatch: denial.version });
  const { writeOffs } = await read(system, '/api/write-offs', {}, supervisor);
  expect(writeOffs).toMatchObject([
    {
      writeOff: { confirmedBy: 'supervisor', reason: 'Too small to pursue.' },
      actions: [{ id: 'decide_write_off', allowed: false }],
    },
  ]);
  expect(writeOffs[0].stillOpen.length).toBeGreaterThan(0);
  expect((await read(system, '/api/write-offs', {}, otherBiller)).writeOffs).toEqual([]);
});

test('a chain of events is verified, and one whose record names another end is told', async () => {
  const system = new AppealSystem();
  const { denialId, version } = await system.routed();
  const missing = `${'0'.repeat(32)}-0001`;
  const ask = async () => {
    const path = '/api/audit/verification';
    const body = { denialIds: [denialId, missing] };
    return (await send(system, { as: auditor, method: 'POST', path, body })).body.results;
  };
  expect(await ask()).toMatchObject([
    { outcome: 'intact', events: version, brokenAt: null },
    { outcome: 'unknown' },
  ]);
  const note = {
    type: 'Rewritten',
    actor: { kind: 'system', part: 'test' },
    at: system.clock.now(),
  } as const;
  const change = changeDenial(system.only(), {}, note);
  await system.denials.change({ ...change, after: { ...change.after, lastEventHash: 'f'.repeat(64) } });
  expect((await ask())[0]).toMatchObject({ outcome: 'broken', brokenAt: version + 1 });
});

test('a cursor that stands for no place is refused, before a store is asked', async () => {
  const system = new AppealSystem();
  for (const path of ['/api/files', '/api/remittances']) {
    const { status, body } = await send(system, { as: biller, path, query: { cursor: '0' } });
    expect({ status, field: body.field }).toEqual({ status: 400, field: 'cursor' });
  }
});
