import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import { grantAccess } from '../../../functions/use-cases/grant-access.ts';
import { AppealSystem, admin, biller, manager, PRACTICE } from '../../fixtures/appeal-system.ts';
import { send } from '../api/requests.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const at = (userId: string) => `/api/settings/users/${userId}`;
const grant = (userId: string, ifMatch: number, body: object, as: UserRecord = admin) =>
  send(system, { as, method: 'PUT', path: `${at(userId)}/access`, ifMatch, body });

test('somebody who can sign in and has no role is listed, and can do nothing yet', async () => {
  const { body } = await send(system, { as: admin, path: '/api/settings/users' });
  expect(body.users).toContainEqual({
    userId: 'newcomer',
    username: 'newcomer',
    enabled: true,
    version: 0,
    name: null,
    role: null,
    practices: [],
  });
  const newcomer = { ...biller, userId: 'newcomer' };
  expect((await send(system, { as: newcomer, path: '/api/me' })).body.code).toBe('NO_ACCOUNT');
});

test('a granted role and its sign-in group let the person in, within the practices', async () => {
  const granted = await grant('newcomer', 0, { role: 'biller', practices: [PRACTICE], name: 'Nia' });
  expect(granted).toMatchObject({
    status: 200,
    headers: { etag: '"1"' },
    body: { role: 'biller', name: 'Nia' },
  });
  expect(system.signIns.roles.get('newcomer')).toBe('biller');
  const newcomer = { ...biller, userId: 'newcomer' };
  expect((await send(system, { as: newcomer, path: '/api/me' })).body).toMatchObject({
    practices: [PRACTICE],
  });
  expect(system.accounts.events).toMatchObject([{ by: 'admin', before: null, after: { role: 'biller' } }]);
});

test('whoever saw an older version of an account is told who changed it, and when', async () => {
  const role = { role: 'biller', practices: [PRACTICE] };
  await grant('newcomer', 0, role);
  expect(await grant('newcomer', 0, role)).toMatchObject({
    status: 409,
    body: {
      code: 'STALE_VERSION',
      currentVersion: 1,
      changedBy: { name: admin.name, what: 'AccessGranted', at: system.clock.now() },
    },
  });
  const { body } = await grant('biller', 7, role);
  expect(body).toMatchObject({ code: 'STALE_VERSION', currentVersion: 0 });
  expect(body).not.toHaveProperty('changedBy');
});

test.each([
  ['that the organisation does not have', ['9999999999']],
  ['beside all of them', ['*', PRACTICE]],
  ['that is no practice at all', ['*', '<b>']],
  ['twice all', ['*', '*']],
])('nobody is given a practice %s', async (_which, practices) => {
  expect(await grant('newcomer', 0, { role: 'biller', practices })).toMatchObject({
    status: 422,
    body: { code: 'UNKNOWN_PRACTICE', field: 'practices' },
  });
  expect(system.accounts.events).toEqual([]);
});

test('a practice that only a remittance names is given', async () => {
  system.organisation = { ...system.organisation, practices: [] };
  await system.routed();
  expect((await grant('newcomer', 0, { role: 'biller', practices: [PRACTICE] })).status).toBe(200);
});

test('a change that was made meanwhile is not overwritten', async () => {
  await grant('newcomer', 0, { role: 'biller', practices: ['*'] });
  expect((await grant('newcomer', 0, { role: 'auditor', practices: ['*'] })).body).toMatchObject({
    code: 'STALE_VERSION',
    currentVersion: 1,
  });
});

test('nobody changes their own account, so the last admin stays one', async () => {
  expect((await grant('admin', 0, { role: 'biller', practices: [] })).status).toBe(403);
  expect(system.accounts.events).toEqual([]);
});

test('two admins who demote each other at once leave one', async () => {
  await grant('manager', 0, { role: 'admin', practices: ['*'] });
  const second: UserRecord = { ...manager, role: 'admin' };
  // Both have passed the check of their role before either has written.
  const outcomes = await Promise.all([
    grantAccess(system.ports, {
      user: admin,
      userId: 'manager',
      expectedVersion: 1,
      role: 'biller',
      practices: [],
    }),
    grantAccess(system.ports, {
      user: second,
      userId: 'admin',
      expectedVersion: 0,
      role: 'biller',
      practices: [],
    }),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['forbidden', 'granted']);
  const roles = await Promise.all(['admin', 'manager'].map((id) => system.accounts.account(id)));
  expect(roles.filter((account) => account?.user.role === 'admin')).toHaveLength(1);
});

test('the same grant again mends a sign-in group that was not set', async () => {
  vi.spyOn(system.signIns, 'setRole').mockRejectedValueOnce(new Error('cut'));
  expect((await grant('newcomer', 0, { role: 'biller', practices: ['*'] })).status).toBe(500);
  expect((await grant('newcomer', 1, { role: 'biller', practices: ['*'] })).status).toBe(200);
  expect(system.signIns.roles.get('newcomer')).toBe('biller');
});

test('somebody unknown to sign-in is given nothing', async () => {
  expect((await grant('nobody', 0, { role: 'biller', practices: ['*'] })).status).toBe(404);
});
