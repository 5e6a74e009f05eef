import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import {
  AppealSystem,
  auditor,
  biller,
  manager,
  otherBiller,
  PRACTICE,
  supervisor,
} from '../../fixtures/appeal-system.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';
import { type Sent, send } from './requests.ts';

let system: AppealSystem;
beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  system = new AppealSystem();
});

const ID = '0f'.repeat(16);
const LAYOUT = {
  filters: { routes: ['appeal'], owners: ['me', 'nobody'] },
  columns: [
    { id: 'sendBy', widthPx: null },
    { id: 'payer', widthPx: 220 },
  ],
  order: { by: 'sendBy', descending: false },
  density: 'compact',
};
const MINE = { name: 'My appeals', scope: { kind: 'mine' }, layout: LAYOUT };
const TEAM = { ...MINE, name: 'Our appeals', scope: { kind: 'team', practiceId: PRACTICE } };

const save = (as: UserRecord, body: object, more: Partial<Sent> = {}) =>
  send(system, { as, method: 'PUT', path: `/api/views/${ID}`, ifMatch: 0, body, ...more });
const remove = (as: UserRecord, ifMatch: number) =>
  send(system, { as, method: 'DELETE', path: `/api/views/${ID}`, ifMatch });
const read = (as: UserRecord, viewId = ID) => send(system, { as, path: `/api/views/${viewId}` });
const namesFor = async (as: UserRecord): Promise<readonly string[]> => {
  await system.routed();
  const { body } = await send(system, { as, path: '/api/views' });
  return body.views.map(({ name }: { name: string }) => name);
};

test('everybody has the eight views that come with the system', async () => {
  expect(await namesFor(auditor)).toEqual([
    'Mine + unassigned',
    'Due in 7 days',
    'Ready to approve',
    'Unowned',
    'Untouched > 7 days',
    'Returned',
    'Expiring corrected-claim clock',
    'No deadline configured',
  ]);
});

test('a view that comes with the system is changed by nobody, and says so', async () => {
  const { body, headers } = await read(supervisor, 'due-in-7-days');
  expect(headers.etag).toBe('"0"');
  expect(body.actions).toContainEqual({
    id: 'save',
    allowed: false,
    reason: 'This view comes with the system: save a copy of your own.',
  });
  const path = '/api/views/due-in-7-days';
  expect((await send(system, { as: supervisor, method: 'PUT', path, ifMatch: 0, body: MINE })).status).toBe(
    404,
  );
});

describe('a view of one’s own', () => {
  test('is read as it was saved', async () => {
    const saved = await save(biller, MINE);
    expect(saved).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    const { body } = await read(biller);
    expect(body).toEqual(saved.body);
    expect(body).toMatchObject({
      name: 'My appeals',
      kind: 'mine',
      ownerId: 'biller',
      layout: LAYOUT,
      version: 1,
    });
  });

  test('stands in nobody else’s list', async () => {
    await save(biller, MINE);
    expect(await namesFor(biller)).toContain('My appeals');
    expect(await namesFor(supervisor)).not.toContain('My appeals');
  });

  test('is seen by whom its link was given to, and changed by its owner alone', async () => {
    await save(biller, MINE);
    const { body } = await read(manager);
    expect(body.actions[0]).toMatchObject({ id: 'save', allowed: false });
    const refused = await save(supervisor, MINE, { ifMatch: 1 });
    expect(refused).toMatchObject({ status: 403, body: { title: body.actions[0].reason } });
  });

  test('is not saved over a version that somebody changed meanwhile', async () => {
    await save(biller, MINE);
    await save(biller, { ...MINE, name: 'On another machine' }, { ifMatch: 1 });
    expect(await save(biller, MINE, { ifMatch: 1 })).toMatchObject({
      status: 409,
      body: {
        code: 'STALE_VERSION',
        currentVersion: 2,
        changedBy: { name: 'The biller', what: 'ViewSaved' },
      },
    });
  });

  test('that was deleted leads nowhere, and comes back over its version', async () => {
    await save(biller, MINE);
    expect((await remove(biller, 1)).status).toBe(200);
    expect((await read(biller)).status).toBe(404);
    expect((await remove(biller, 2)).status).toBe(404);
    expect(await namesFor(biller)).not.toContain('My appeals');
    expect(await save(biller, MINE)).toMatchObject({ status: 409, body: { currentVersion: 2 } });
    expect((await save(biller, MINE, { ifMatch: 2 })).headers.etag).toBe('"3"');
  });

  test('is one of a hundred at most', async () => {
    for (let n = 0; n < 100; n += 1) {
      const path = `/api/views/${String(n).padStart(32, '0')}`;
      await send(system, { as: biller, method: 'PUT', path, ifMatch: 0, body: MINE });
    }
    expect(await save(biller, MINE)).toMatchObject({ status: 422, body: { code: 'TOO_MANY_VIEWS' } });
    expect((await save(supervisor, MINE)).status).toBe(200);
  });
});

describe('a view of a team', () => {
  test('stands in the list of everybody who reaches the practice', async () => {
    await save(biller, TEAM);
    expect(await namesFor(auditor)).toContain('Our appeals');
    expect(await namesFor(otherBiller)).not.toContain('Our appeals');
    expect((await read(otherBiller)).status).toBe(403);
  });

  test('is changed by who shared it and by a supervisor', async () => {
    await save(biller, TEAM);
    const elsewhere = { ...biller, userId: 'colleague', name: 'A colleague' };
    system.accounts.grant({
      before: null,
      after: { version: 1, user: elsewhere },
      event: {},
      grantedBy: 'admin',
    } as never);
    expect((await save(elsewhere, TEAM, { ifMatch: 1 })).status).toBe(403);
    expect((await remove(supervisor, 1)).status).toBe(200);
  });

  test('is not shared with a practice out of reach, nor by who only keeps the system', async () => {
    expect((await save(otherBiller, TEAM)).status).toBe(403);
    expect((await save(manager, TEAM)).status).toBe(403);
    expect(system.savedViews.all()).toEqual([]);
  });
});

test('a view is not shared with a practice that the organisation does not have', async () => {
  const strange = { ...TEAM, scope: { kind: 'team', practiceId: '9999999999' } };
  expect(await save(biller, strange)).toMatchObject({
    status: 422,
    body: { code: 'UNKNOWN_PRACTICE', field: 'scope.practiceId' },
  });
  expect(system.savedViews.all()).toEqual([]);
});

describe('what no view holds', () => {
  test.each([
    ['words to search for', { ...MINE, layout: { ...LAYOUT, filters: { text: 'Testperson' } } }],
    ['a reason in words', { ...MINE, layout: { ...LAYOUT, filters: { reasons: ['medical necessity'] } } }],
    ['a payer by its name', { ...MINE, layout: { ...LAYOUT, filters: { payers: ['Great Plains Health'] } } }],
    ['a number of a member in its name', { ...MINE, name: 'Claims of 123456789' }],
    ['a birth date in its name', { ...MINE, name: 'Born 03/14/1961' }],
    ['a birth date in blanks', { ...MINE, name: '03 04 1960' }],
    ['a birth date with its month in words', { ...MINE, name: 'born 3 Mar 1960' }],
    ['a birth date with other dashes', { ...MINE, name: 'born 3–4–1960' }],
    ['a number of other digits', { ...MINE, name: 'Claims of \u0661\u0662\u0663\u0664\u0665' }],
    ['a number of digits in circles', { ...MINE, name: 'Claims of ①②③④⑤' }],
    ['a number behind a line separator', { ...MINE, name: 'Claims\u2028123456789' }],
    ['a name that nobody sees', { ...MINE, name: '\u3000' }],
    ['a name that is turned around', { ...MINE, name: 'Our \u202eslaeppa' }],
    [
      'a column that nobody knows',
      { ...MINE, layout: { ...LAYOUT, columns: [{ id: 'birthDate', widthPx: null }] } },
    ],
  ])('%s is refused', async (_what, body) => {
    expect(await save(biller, body)).toMatchObject({ status: 400, body: { code: 'MALFORMED' } });
    expect(system.savedViews.all()).toEqual([]);
  });
});

test('a name with too many digits is refused in a sentence that says so', async () => {
  const { body } = await save(biller, { ...MINE, name: 'born 3 Mar 1960' });
  expect(body).toMatchObject({ field: 'name', title: expect.stringContaining('at most 4 digits') });
  expect((await save(biller, { ...MINE, name: 'Appeals of 2026' })).status).toBe(200);
});

test('a view whose name may not be written any more is still read', async () => {
  await save(biller, MINE);
  const [view] = system.savedViews.all();
  if (view === undefined) throw new Error('no view');
  await system.savedViews.save(view, { ...view, version: 2, name: 'Sent 10/1 to 12/31' });
  expect((await read(biller)).body.name).toBe('Sent 10/1 to 12/31');
});

describe('the queue of a view', () => {
  test('holds the rows that the view is about', async () => {
    await system.routed(deniedClaim('A1'));
    await system.project();
    const total = async (view: string) =>
      (await send(system, { as: biller, path: '/api/queue/snapshot', query: { view } })).body.total;
    expect(await total('unowned')).toBe(1);
    expect(await total('ready-to-approve')).toBe(0);
    await save(biller, MINE);
    expect(await total(ID)).toBe(1);
    await save(
      biller,
      { ...MINE, layout: { ...LAYOUT, filters: { routes: ['write_off'] } } },
      { ifMatch: 1 },
    );
    expect(await total(ID)).toBe(0);
  });

  test('is none where there is no such view, or it is out of reach', async () => {
    const asked = (as: UserRecord) => send(system, { as, path: '/api/queue/facets', query: { view: ID } });
    expect(await asked(biller)).toMatchObject({ status: 404 });
    await save(biller, TEAM);
    expect(await asked(otherBiller)).toMatchObject({ status: 403 });
  });
});
