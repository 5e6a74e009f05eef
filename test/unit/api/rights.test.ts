import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import type { Operation } from '../../../functions/handlers/api/operation.ts';
import { ROUTE_TABLE } from '../../../functions/handlers/api/route-table.ts';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import {
  AppealSystem,
  admin,
  auditor,
  biller,
  manager,
  otherBiller,
  supervisor,
} from '../../fixtures/appeal-system.ts';
import { send } from './requests.ts';

beforeEach(() => {
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const LAYER = { layer: { number: 1, name: 'Ours', changed: '2026-11-10' } };
const SETTINGS_BODIES = {
  draftPayer: {
    entry: { payer: 'acme', name: 'Acme', seenAs: [{ id: '1' }], payerType: 'commercial' },
    reason: 'New.',
  },
  discardPayerDraft: {},
  publishPayer: {},
  checkRuleLayer: { layer: LAYER },
  draftRuleLayer: { layer: LAYER, reason: 'Our first.' },
  discardRuleLayerDraft: {},
  publishRuleLayer: {},
  grantAccess: { role: 'biller', practices: ['*'] },
};
const isOfSettings = ({ path }: Operation): boolean => path.startsWith('/api/settings/');

/** A sound body for each write: what is refused is refused for the person. */
const BODIES: Readonly<Record<string, object>> = {
  editDraft: { passages: { policy: 'A policy.' } },
  approveAppeal: { sha256: 'a'.repeat(64) },
  undoApproval: {},
  requestChanges: { reason: 'Name the dates.' },
  rerouteDenial: { route: 'review', reason: 'Look again.' },
  confirmCorrection: { reference: 'A', sentOn: '2026-11-09' },
  submitDocuments: { channel: 'fax', reference: 'A', sentOn: '2026-11-09' },
  confirmWriteOff: { reason: 'Too small.' },
  decideWriteOff: { verdict: 'approve' },
  closeAsBilled: { note: 'Billed it.' },
  closeFollowUp: { note: 'Done.' },
  reviewHistory: {
    verdict: 'dismiss',
    reason: 'Old.',
    denials: [{ denialId: `${'0'.repeat(32)}-0001`, version: 1 }],
  },
  assignDenial: { assignee: 'supervisor' },
  pendDenial: { pend: { until: '2026-11-13', reason: 'Waiting for records.' } },
  writeNote: { note: 'Called the payer.' },
  correctClock: { startsOn: '2026-10-20', evidence: 'Letter of 10/20', reason: 'It came later.' },
  actOnMany: {
    action: { kind: 'pend', pend: null },
    items: [{ denialId: `${'0'.repeat(32)}-0001`, version: 1 }],
  },
  ...SETTINGS_BODIES,
};

const ONLY_SUPERVISOR = ['decideWriteOff', 'assignDenial'];
const WRITES = ROUTE_TABLE.filter((operation) => operation.writes && !isOfSettings(operation));
const OF_A_DENIAL = ROUTE_TABLE.filter((operation) => operation.path.includes('{denialId}'));

async function call(system: AppealSystem, denial: Denial, { id, method, path }: Operation, as: UserRecord) {
  return send(system, {
    as,
    method,
    path: path.replace('{denialId}', denial.denialId).replace('{clock}', 'some-clock'),
    ...(method === 'GET' ? {} : { ifMatch: denial.version, body: BODIES[id] ?? {} }),
  });
}

test('every write has a sound body here', () => {
  const writes = ROUTE_TABLE.filter((operation) => operation.writes || operation.asks);
  expect(Object.keys(BODIES).sort()).toEqual(writes.map(({ id }) => id).sort());
});

describe.each(OF_A_DENIAL)('$id', (operation) => {
  test('is refused outside one’s practices, and nothing changes', async () => {
    const system = new AppealSystem();
    const denial = await system.readyToApprove();
    expect((await call(system, denial, operation, otherBiller)).status).toBe(403);
    expect(system.only()).toEqual(denial);
    expect(system.access.entries.at(-1)).toMatchObject({ outcome: 'refused', subject: denial.denialId });
  });
});

describe.each(WRITES)('$id', (operation) => {
  test.each([manager, admin, auditor])('is refused to the $userId, and nothing changes', async (as) => {
    const system = new AppealSystem();
    const denial = await system.readyToApprove();
    expect((await call(system, denial, operation, as)).status).toBe(403);
    expect(system.only()).toEqual(denial);
  });

  test('is not refused to the supervisor for who they are', async () => {
    const system = new AppealSystem();
    const denial = await system.readyToApprove();
    expect((await call(system, denial, operation, supervisor)).status).not.toBe(403);
  });

  test('is the biller’s, but for the second person and for assigning', async () => {
    const system = new AppealSystem();
    const denial = await system.readyToApprove();
    const { status } = await call(system, denial, operation, biller);
    expect(status === 403).toBe(ONLY_SUPERVISOR.includes(operation.id));
  });
});

describe.each(ROUTE_TABLE.filter(isOfSettings))('$id', (operation) => {
  const asked = (system: AppealSystem, as: UserRecord) =>
    send(system, {
      as,
      method: operation.method,
      path: operation.path.replace('{payer}', 'acme').replace('{userId}', 'newcomer'),
      ...(operation.method === 'GET' ? {} : { ifMatch: 0, body: BODIES[operation.id] ?? {} }),
    });
  const keepers = operation.id === 'grantAccess' ? [admin] : [admin, manager];
  const people = [biller, otherBiller, supervisor, manager, admin, auditor];
  const readers = /User/.test(operation.id)
    ? [admin, auditor]
    : people.filter((user) => user !== otherBiller);
  const allowed = operation.method === 'GET' ? readers : keepers;

  test.each(people)('is for those who keep or read settings: $userId', async (as) => {
    const system = new AppealSystem();
    expect((await asked(system, as)).status === 403).toBe(!allowed.includes(as));
    if (allowed.includes(as)) return;
    expect(system.access.entries.at(-1)).toMatchObject({ outcome: 'refused', userId: as.userId });
    expect(system.changes.events).toEqual([]);
    expect(system.accounts.events).toEqual([]);
  });
});
