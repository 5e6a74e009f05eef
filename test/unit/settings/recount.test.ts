import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { brokenAt } from '../../../functions/core/audit/event.ts';
import { recountClocks } from '../../../functions/use-cases/recount-clocks.ts';
import { AppealSystem, admin, manager } from '../../fixtures/appeal-system.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from '../api/requests.ts';

let system: AppealSystem;
beforeEach(() => {
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  system = new AppealSystem({ deadlines: [appealDeadline(null, null)] });
});
afterEach(() => vi.restoreAllMocks());

const PAYER = '/api/settings/payers/great-plains';

/** Publishes the payer with an appeal window of so many days; null = without one. */
async function publishWindow(days: number | null): Promise<void> {
  const { headers } = await send(system, { as: admin, path: PAYER });
  const window = {
    kind: 'appeal',
    quantity: days,
    unit: 'calendar_days',
    countedFrom: 'remittance_date',
    source: 'Agreement, s. 9',
  };
  const entry = {
    payer: 'great-plains',
    name: 'Great Plains Health',
    seenAs: [{ id: '87654' }],
    payerType: 'commercial',
    windows: days === null ? [] : [window],
  };
  const drafted = await send(system, {
    as: admin,
    method: 'PUT',
    path: `${PAYER}/draft`,
    ifMatch: headers.etag ?? '"0"',
    body: { entry, reason: 'As agreed.' },
  });
  const published = await send(system, {
    as: manager,
    method: 'POST',
    path: `${PAYER}/publication`,
    ifMatch: drafted.headers.etag ?? '',
  });
  expect(published.status).toBe(200);
}

const governing = () => system.only().deadlines.find((deadline) => deadline.governs);

describe('after a publication', () => {
  test('open denials count by the new window, with an event, and are due when it says', async () => {
    const before = await system.routed();
    await publishWindow(180);
    expect(await recountClocks(system)).toMatchObject({ compared: 1, recounted: 1, failed: 0 });
    const after = system.only();
    // 2 November 2026 + 180 days.
    expect(governing()).toMatchObject({ kind: 'appeal', lastDay: '2027-05-01', source: 'Agreement, s. 9' });
    expect(after).toMatchObject({ state: before.state, route: before.route, sendBy: governing()?.sendBy });
    const events = await system.denials.events(after.denialId);
    expect(events.at(-1)).toMatchObject({ type: 'ClocksRecounted', detail: { before: null } });
    expect(brokenAt(events)).toBeNull();
  });

  test('a second pass changes nothing, and settles it once no load of before can still run', async () => {
    await system.routed();
    await publishWindow(180);
    await recountClocks(system);
    const { version } = system.only();
    expect(await recountClocks(system)).toMatchObject({ compared: 0 });
    system.clock.advanceSeconds(15 * 60);
    expect(await recountClocks(system)).toMatchObject({ compared: 1, recounted: 0 });
    expect(await recountClocks(system)).toMatchObject({ compared: 0 });
    expect(system.only().version).toBe(version);
  });

  test('a denial that a running load opened by the old settings is found by the last pass', async () => {
    await publishWindow(180);
    await recountClocks(system);
    await system.routed();
    expect(system.only().sendBy).toBeNull();
    system.clock.advanceSeconds(15 * 60);
    expect(await recountClocks(system)).toMatchObject({ recounted: 1 });
    expect(system.only().sendBy).not.toBeNull();
  });

  test('a pass that runs out of time goes on where it stopped', async () => {
    const claims = Array.from({ length: 40 }, (_, i) => deniedClaim(`A${i}`));
    await system.drop(remittanceFile([{ claims }]));
    await publishWindow(180);
    let looks = 0;
    const hurried = { ...ports(), timeLeftMs: () => (looks++ < 3 ? 60_000 : 0) };
    const first = await recountClocks(hurried);
    expect(first.compared).toBeGreaterThan(0);
    expect(first.compared).toBeLessThan(40);
    const rest = await recountClocks(system);
    expect(first.compared + rest.compared).toBe(40);
    expect(system.denials.all().every(({ sendBy }) => sendBy !== null)).toBe(true);
  });

  test('a pass that is cut off in the middle of a denial is made again without a second event', async () => {
    const claims = Array.from({ length: 3 }, (_, i) => deniedClaim(`A${i}`));
    await system.drop(remittanceFile([{ claims }]));
    await publishWindow(180);
    const cut = { ...ports(), recounts: { ...progressOf(), save: () => Promise.reject(new Error('cut')) } };
    await expect(recountClocks(cut)).rejects.toThrow('cut');
    expect(await recountClocks(system)).toMatchObject({ compared: 3, recounted: 0 });
  });

  test('one denial that cannot be counted hides no other, and is tried again', async () => {
    const claims = Array.from({ length: 3 }, (_, i) => deniedClaim(`A${i}`));
    await system.drop(remittanceFile([{ claims }]));
    await publishWindow(180);
    const read = system.remittances.readClaimPayment.bind(system.remittances);
    vi.spyOn(system.remittances, 'readClaimPayment').mockImplementation(async (payee, claim, id, ordinal) =>
      claim === 'A1' ? null : read(payee, claim, id, ordinal),
    );
    expect(await recountClocks(system)).toMatchObject({ recounted: 2, failed: 1 });
    vi.restoreAllMocks();
    expect(await recountClocks(system)).toMatchObject({ recounted: 1, failed: 0 });
  });

  test('a window that is taken back leaves "not configured", never the old date', async () => {
    await system.routed();
    await publishWindow(180);
    await recountClocks(system);
    await publishWindow(null);
    await recountClocks(system);
    expect(system.only().sendBy).toBeNull();
    expect(governing()?.basis).toBe('not_configured');
  });

  test('a denial given up as too late is offered again where there is time after all', async () => {
    const denial = await system.routed();
    await system.rewrite(denial, {
      state: 'needs_review',
      deadlines: [appealDeadline('2026-10-20', '2026-11-01')],
      sendBy: '2026-10-20',
      lastReminder: 'past_last_day',
      nextAction: 'The last day to act was 2026-11-01.',
    });
    await publishWindow(180);
    await recountClocks(system);
    expect(system.only()).toMatchObject({
      lastReminder: null,
      state: 'needs_review',
      nextAction: expect.stringMatching(/2027-05-01/),
    });
  });
});

describe('what is not configured', () => {
  const listed = async () => (await send(system, { as: admin, path: '/api/settings/not-configured' })).body;

  test('is listed by payer and window with the denials and the money that wait, and goes when it is published', async () => {
    await system.drop(remittanceFile([{ claims: [deniedClaim('A1', 12_500), deniedClaim('A2', 7_500)] }]));
    expect((await listed()).windows).toMatchObject([
      {
        payer: 'great-plains',
        kind: 'appeal',
        level: 1,
        openDenials: 2,
        amountCents: 20_000,
        oldestNoticeOn: '2026-11-02',
        beingRecounted: false,
      },
    ]);
    await publishWindow(180);
    expect((await listed()).windows).toMatchObject([{ beingRecounted: true }]);
    await recountClocks(system);
    expect(await listed()).toMatchObject({ windows: [], complete: true });
  });

  test('names a payer that is in no registry as the remittance named it', async () => {
    system.organisation = { ...system.organisation, payers: [] };
    await system.openDenial();
    expect((await listed()).windows).toMatchObject([
      { payer: null, seenAs: { id: '87654', name: 'GREAT PRAIRIES HEALTH PLAN' } },
    ]);
  });

  test('does not list a denial whose window is configured and whose start is missing', async () => {
    const noStart = { ...appealDeadline(null, null), basis: 'contract' as const };
    system = new AppealSystem({ deadlines: [noStart] });
    await system.openDenial();
    expect((await listed()).windows).toEqual([]);
  });
});

function ports() {
  const { denials, remittances, changes, recounts, clocks, clock } = system;
  return { denials, remittances, changes, recounts, clocks, clock, timeLeftMs: () => 60_000 };
}

function progressOf() {
  return { progress: () => system.recounts.progress() };
}
