import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import { AppealSystem, admin, auditor, manager } from '../../fixtures/appeal-system.ts';
import { send } from '../api/requests.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const WINDOW = {
  kind: 'appeal',
  quantity: 180,
  unit: 'calendar_days',
  countedFrom: 'remittance_date',
  source: 'Agreement 2026, s. 9.2',
};
const entry = (more: object = {}) => ({
  payer: 'great-plains',
  name: 'Great Plains Health',
  seenAs: [{ id: '87654' }],
  payerType: 'commercial',
  network: 'in',
  windows: [WINDOW],
  ...more,
});
const PAYER = '/api/settings/payers/great-plains';
const LAYER = '/api/settings/rule-layer';
const reason = 'The new agreement.';

const put = (path: string, ifMatch: number, body: object, as: UserRecord = admin) =>
  send(system, { as, method: 'PUT', path, ifMatch, body: { reason, ...body } });
const publish = (path: string, ifMatch: number, as: UserRecord = manager) =>
  send(system, { as, method: 'POST', path: `${path}/publication`, ifMatch });
const windowsInForce = () => system.organisation.payers.find((p) => p.payer === 'great-plains')?.windows;

describe('a payer', () => {
  test('is drafted by one person and put in force by another, as the next version with its snapshot', async () => {
    const drafted = await put(`${PAYER}/draft`, 0, { entry: entry() });
    expect(drafted).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { draft: { state: 'open', editedBy: ['admin'] } },
    });
    expect(windowsInForce()).toEqual([]);

    const published = await publish(PAYER, 1);
    expect(published).toMatchObject({ status: 200, body: { version: 1, draft: { state: 'published' } } });
    expect(windowsInForce()).toMatchObject([{ kind: 'appeal', quantity: 180 }]);

    const { body } = await send(system, { as: auditor, path: '/api/settings/versions' });
    expect(body.versions).toMatchObject([
      { version: 1, subject: 'payer/great-plains', draftedBy: ['admin'], publishedBy: 'manager', reason },
    ]);
    const { sha256 } = body.versions[0];
    const snapshot = await system.objects.read(
      await system.objects.newest('archive', `settings/${sha256}.json`),
    );
    expect(createHash('sha256').update(snapshot).digest('hex')).toBe(sha256);
    expect(JSON.parse(new TextDecoder().decode(snapshot)).settings.payers).toHaveLength(1);
  });

  test('is not put in force by anybody who wrote in the draft', async () => {
    await put(`${PAYER}/draft`, 0, { entry: entry() });
    await put(`${PAYER}/draft`, 1, { entry: entry({ name: 'Great Plains' }) }, manager);
    for (const as of [admin, manager])
      expect((await publish(PAYER, 2, as)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(windowsInForce()).toEqual([]);
    const { body } = await send(system, { as: admin, path: PAYER });
    expect(body.actions).toContainEqual({
      id: 'publish',
      allowed: false,
      reason: 'You wrote in this draft: another admin or manager has to publish it.',
    });
  });

  test.each([
    ['a window without a source', entry({ windows: [{ ...WINDOW, source: undefined }] }), 'windows.0.source'],
    [
      'a day that is none',
      entry({ windows: [{ ...WINDOW, effectiveFrom: '2026-02-30' }] }),
      'windows.0.effectiveFrom',
    ],
    ['two windows on the same days', entry({ windows: [WINDOW, { ...WINDOW, quantity: 90 }] }), 'windows.1'],
    ['a kind that nobody knows', entry({ windows: [{ ...WINDOW, kind: 'apeal' }] }), 'windows.0.kind'],
    ['an unknown field', entry({ window: [] }), 'window'],
    ['another key than its address', entry({ payer: 'other' }), 'payer'],
  ])('with %s is refused by its field, and nothing is kept', async (_what, wrong, field) => {
    const { status, body } = await put(`${PAYER}/draft`, 0, { entry: wrong });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'SETTINGS_REFUSED', problems: [{ field, line: null }] });
    expect(body.problems[0].remedy).not.toBe('');
    expect(await system.changes.openDrafts()).toEqual([]);
  });

  test('written as text is refused by its line', async () => {
    const text = JSON.stringify(entry({ windows: [{ ...WINDOW, quantity: 0 }] }), null, 1);
    const { body } = await put(`${PAYER}/draft`, 0, { text });
    const line = text.split('\n').findIndex((written) => written.includes('"quantity"')) + 1;
    expect(body.problems).toMatchObject([{ field: 'windows.0.quantity', line }]);
  });

  test('written as text that is no JSON is refused by its line', async () => {
    const { body } = await put(`${PAYER}/draft`, 0, { text: '{\n "payer": \n}' });
    expect(body).toMatchObject({
      code: 'SETTINGS_REFUSED',
      problems: [{ field: '', message: expect.stringMatching(/JSON/) }],
    });
  });

  test('that takes another payer’s id is refused when drafted, and when the other came meanwhile', async () => {
    const acme = { ...entry(), payer: 'acme', seenAs: [{ id: '11111' }] };
    await put('/api/settings/payers/acme/draft', 0, { entry: acme });
    await put(`${PAYER}/draft`, 0, { entry: entry({ seenAs: [{ id: '11111' }] }) });
    expect((await publish('/api/settings/payers/acme', 1)).status).toBe(200);

    const second = await publish(PAYER, 1);
    expect(second.body).toMatchObject({ code: 'SETTINGS_REFUSED', problems: [{ field: 'seenAs.0' }] });
    expect((await system.changes.inForce()).version).toBe(1);
    const again = await put(`${PAYER}/draft`, 1, { entry: entry({ seenAs: [{ id: '11111' }] }) });
    expect(again.status).toBe(422);
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    await put(`${PAYER}/draft`, 0, { entry: entry() });
    const { status, body } = await put(`${PAYER}/draft`, 0, { entry: entry({ windows: [] }) }, manager);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: 1,
      changedBy: { name: 'The admin' },
    });
  });

  test('is discarded, and what is in force stays', async () => {
    await put(`${PAYER}/draft`, 0, { entry: entry() });
    const gone = await send(system, { as: admin, method: 'DELETE', path: `${PAYER}/draft`, ifMatch: 1 });
    expect(gone.body).toMatchObject({ draft: { state: 'discarded', version: 2 } });
    expect((await publish(PAYER, 2)).body).toMatchObject({ code: 'NO_DRAFT' });
    expect(windowsInForce()).toEqual([]);
  });

  test('goes out of force by a draft of null, in two persons’ hands as well', async () => {
    await put(`${PAYER}/draft`, 0, { entry: null });
    expect((await publish(PAYER, 1)).status).toBe(200);
    expect(system.organisation.payers).toEqual([]);
  });

  test('that is in force as written is no draft', async () => {
    await put(`${PAYER}/draft`, 0, { entry: entry() });
    await publish(PAYER, 1);
    expect((await put(`${PAYER}/draft`, 2, { entry: entry() })).body).toMatchObject({
      code: 'NOTHING_CHANGES',
    });
  });

  test('that a remittance names and nobody configured is listed as it was named', async () => {
    system.organisation = { ...system.organisation, payers: [] };
    await system.openDenial();
    const { body } = await send(system, { as: admin, path: '/api/settings/payers' });
    expect(body).toMatchObject({
      payers: [],
      seenNotConfigured: [{ id: '87654', name: system.only().payerName }],
    });
    await put(`${PAYER}/draft`, 0, { entry: entry() });
    await publish(PAYER, 1);
    const after = await send(system, { as: admin, path: '/api/settings/payers' });
    expect(after.body).toMatchObject({ version: 1, seenNotConfigured: [], payers: [{ windows: 1 }] });
  });

  test('leaves a chain of events, each by the person who did it', async () => {
    await put(`${PAYER}/draft`, 0, { entry: entry() });
    await publish(PAYER, 1);
    const [first, second] = system.changes.events;
    expect(second).toMatchObject({
      type: 'SettingsPublished',
      userId: 'manager',
      prevHash: first?.hash,
      contentSha256: first?.contentSha256,
      publishedAs: 1,
    });
  });
});

describe('the rule layer', () => {
  const layer = (more: object = {}) => ({
    layer: { number: 1, name: 'Cedar', changed: '2026-11-10' },
    overrides: [
      {
        id: 'org.x',
        carcs: ['50'],
        route: 'review',
        says: 'x',
        source: 'Manual, p. 1',
        confidence: 'high',
        ...more,
      },
    ],
  });
  const check = (body: object) => send(system, { as: manager, method: 'POST', path: `${LAYER}/check`, body });

  test('is checked by line without being kept', async () => {
    const text = JSON.stringify(layer({ carcs: ['998'] }), null, 1);
    const { status, body } = await check({ text });
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ message: expect.stringMatching(/998/) }]);
    expect(body.errors[0].line).toBeGreaterThan(1);
    expect((await check({ layer: layer() })).body.errors).toEqual([]);
    expect((await check({ text: 'null' })).body.errors).not.toEqual([]);
    expect(await system.changes.openDrafts()).toEqual([]);
  });

  test('is refused with a code that does not exist', async () => {
    const { body } = await put(`${LAYER}/draft`, 0, { layer: layer({ carcs: ['998'] }) });
    expect(body).toMatchObject({
      code: 'SETTINGS_REFUSED',
      problems: [{ message: expect.stringMatching(/998/) }],
    });
  });

  test('comes in force, gets a higher number with its next change, and is withdrawn', async () => {
    await put(`${LAYER}/draft`, 0, { layer: layer() });
    await publish(LAYER, 1);
    expect(system.organisation.ruleLayer?.layer.number).toBe(1);

    const sameNumber = await put(`${LAYER}/draft`, 2, { layer: layer({ route: 'appeal' }) });
    expect(sameNumber.body.problems).toMatchObject([{ field: 'layer.number', remedy: 'give it number 2' }]);

    await put(`${LAYER}/draft`, 2, { layer: null });
    expect((await publish(LAYER, 3)).body).toMatchObject({ version: 2 });
    expect(system.organisation.ruleLayer).toBeUndefined();
  });

  test('that names a payer keeps that payer in the registry', async () => {
    await put(`${LAYER}/draft`, 0, { layer: layer({ payers: [{ payer: 'great-plains' }] }) });
    await publish(LAYER, 1);
    expect((await put(`${PAYER}/draft`, 0, { entry: null })).status).toBe(422);
  });
});

test('two subjects published in the same moment are both in force', async () => {
  await put(`${PAYER}/draft`, 0, { entry: entry() });
  const acme = { ...entry(), payer: 'acme', seenAs: [{ id: '11111' }] };
  await put('/api/settings/payers/acme/draft', 0, { entry: acme });
  const both = await Promise.all([publish(PAYER, 1), publish('/api/settings/payers/acme', 1)]);
  expect(both.map(({ body }) => body.version).sort()).toEqual([1, 2]);
  expect(system.organisation.payers.map(({ payer }) => payer).sort()).toEqual(['acme', 'great-plains']);
});
