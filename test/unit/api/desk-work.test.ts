import { expect, test, vi } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { listColleagues } from '../../../functions/use-cases/list-colleagues.ts';
import { AppealSystem, biller, manager, otherBiller, supervisor } from '../../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

/** A denial whose letter must leave by 2027-01-15. */
async function dated() {
  const system = new AppealSystem();
  const drafted = await system.drafted();
  const denial = await system.rewrite(drafted, { sendBy: '2027-01-15' });
  return { system, denial };
}

function write(system: AppealSystem, denial: Denial, what: string, body: object, method: 'PUT' | 'POST') {
  const path = `/api/denials/${denial.denialId}/${what}`;
  return send(system, { as: biller, method, path, body, ifMatch: denial.version });
}

const pendUntil = (system: AppealSystem, denial: Denial, until: string) =>
  write(system, denial, 'pend', { pend: { until, reason: 'Records are on their way.' } }, 'PUT');

test('a denial is put off until two workdays before it must be sent, and no day longer', async () => {
  const { system, denial } = await dated();
  expect(await pendUntil(system, denial, '2027-01-14')).toMatchObject({
    status: 422,
    body: {
      code: 'DATE_REFUSED',
      field: 'until',
      title: 'It may be put off until 2027-01-13 at the latest.',
    },
  });
  const { status, body } = await pendUntil(system, denial, '2027-01-13');
  expect(status).toBe(200);
  expect(body.pend).toMatchObject({ until: '2027-01-13', pendedBy: 'biller' });
  expect(body).toMatchObject({ state: denial.state, sendBy: '2027-01-15' });
});

test('a denial is not put off until today, nor until a day that is none', async () => {
  const { system, denial } = await dated();
  expect((await pendUntil(system, denial, '2026-11-10')).body.code).toBe('DATE_REFUSED');
  expect((await pendUntil(system, denial, '2026-02-30')).body.code).toBe('MALFORMED');
});

test('without a configured deadline a denial is put off for a week at most', async () => {
  const { system, denial } = await dated();
  const undated = await system.rewrite(denial, { sendBy: null });
  expect((await pendUntil(system, undated, '2026-11-18')).body.code).toBe('DATE_REFUSED');
  expect((await pendUntil(system, undated, '2026-11-17')).status).toBe(200);
});

test('what moves a denial brings it back into view; a note does not', async () => {
  const { system, denial } = await dated();
  await pendUntil(system, denial, '2026-12-01');
  await write(system, system.only(), 'notes', { note: 'Payer promised a call.' }, 'POST');
  expect(system.only().pend).not.toBeNull();
  await write(system, system.only(), 'route', { route: 'review', reason: 'Look again.' }, 'POST');
  expect(system.only().pend).toBeNull();
});

test('a note stands in the timeline with its author, also of a closed denial', async () => {
  const { system, denial } = await dated();
  const closed = await system.rewrite(denial, { state: 'closed', closedAs: 'expired' });
  expect((await write(system, closed, 'notes', { note: 'Called: nothing more to do.' }, 'POST')).status).toBe(
    200,
  );
  const { body } = await send(system, { as: biller, path: `/api/denials/${denial.denialId}/timeline` });
  expect(body.events.at(-1)).toMatchObject({
    type: 'NoteWritten',
    reason: 'Called: nothing more to do.',
    actor: { userId: 'biller' },
  });
});

/** On a route whose clocks are those of the rulebook. */
async function clocked() {
  const { system, denial } = await dated();
  await write(system, denial, 'route', { route: 'correct_resubmit', reason: 'The code was wrong.' }, 'POST');
  return { system, denial: system.only() };
}

test('the notice date of a letter moves every clock that is counted from it, and stays when they are counted anew', async () => {
  const { system, denial } = await clocked();
  const governing = denial.deadlines.find(({ countedFrom }) => countedFrom === 'remittance date');
  const startsOn = '2026-11-05';
  const body = { startsOn, evidence: 'Letter HM-7 of 11/05', reason: 'The letter is the notice.' };
  const corrected = await write(system, denial, `clocks/${governing?.ruleId}`, body, 'POST');
  expect(corrected.status).toBe(200);
  const moved = system.only().deadlines.filter(({ countedFrom }) => countedFrom === 'remittance date');
  expect(moved.map((clock) => clock.startsOn)).toEqual(moved.map(() => startsOn));
  expect(moved[0]?.evidence).toBe('Letter HM-7 of 11/05');

  await write(system, system.only(), 'route', { route: 'review', reason: 'Look again.' }, 'POST');
  const after = system.only().deadlines.find(({ countedFrom }) => countedFrom === 'remittance date');
  expect(after?.startsOn).toBe(startsOn);

  const back = { ...body, startsOn: null, reason: 'It was another patient’s letter.' };
  await write(system, system.only(), `clocks/${governing?.ruleId}`, back, 'POST');
  expect(system.only().datesOnPaper).toEqual({});
  const events = await system.denials.events(denial.denialId);
  expect(events.at(-1)?.detail).toMatchObject({ startsOnBefore: startsOn, startsOn: null });
});

test('a clock is not counted from a day to come, and not where the denial has no such clock', async () => {
  const { system, denial } = await clocked();
  const body = { startsOn: '2026-11-11', evidence: 'Letter HM-7', reason: 'As the letter says.' };
  const ruleId = denial.deadlines.find(({ countedFrom }) => countedFrom === 'remittance date')?.ruleId;
  expect((await write(system, denial, `clocks/${ruleId}`, body, 'POST')).body.code).toBe('DATE_REFUSED');
  expect((await write(system, denial, 'clocks/nobodys', body, 'POST')).body.code).toBe('UNKNOWN_CLOCK');
});

async function three() {
  const system = new AppealSystem();
  await system.drop(remittanceFile([{ claims: ['A1', 'A2', 'A3'].map((id) => deniedClaim(id)) }]));
  const items = system.denials.all().map(({ denialId, version }) => ({ denialId, version }));
  return { system, items };
}
const TAKE_ALL = { kind: 'assign', assignee: 'biller' };
const bulk = (system: AppealSystem, body: object, as = biller) =>
  send(system, { as, method: 'POST', path: '/api/denials:bulk', body });

test('of several, each succeeds or is refused by itself', async () => {
  const { system, items } = await three();
  const [first, ...others] = items;
  const stale = { ...first, version: 9 };
  const missing = { denialId: `${'0'.repeat(32)}-0001`, version: 1 };
  const { body } = await bulk(system, { action: TAKE_ALL, items: [stale, ...others, missing] });
  expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'changed_meanwhile',
    'done',
    'done',
    'unknown',
  ]);
  expect(system.denials.all().filter(({ assignee }) => assignee === 'biller')).toHaveLength(2);
});

/** Reading these fails, as of a record that is damaged. */
function damaged(system: AppealSystem, ...ids: readonly (string | undefined)[]) {
  const read = system.denials.read.bind(system.denials);
  vi.spyOn(system.denials, 'read').mockImplementation(async (denialId) => {
    if (ids.includes(denialId)) throw new RangeError('TESTPERSON');
    return read(denialId);
  });
}

test('of several, one that fails is told as failed, and the others are done', async () => {
  const { system, items } = await three();
  damaged(system, items[1]?.denialId);
  const { status, body } = await bulk(system, { action: TAKE_ALL, items });
  expect(status).toBe(200);
  expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['done', 'failed', 'done']);
  expect(body.results[1]).toMatchObject({ version: null, code: 'INTERNAL' });
  expect(JSON.stringify(body)).not.toContain('TESTPERSON');
});

test('where every one fails the whole has failed', async () => {
  const { system, items } = await three();
  damaged(system, ...items.map(({ denialId }) => denialId));
  expect((await bulk(system, { action: TAKE_ALL, items })).status).toBe(500);
});

test('a preview says what would become of each, and changes nothing', async () => {
  const { system, items } = await three();
  const before = system.denials.all();
  const action = { kind: 'reroute', route: 'not_a_denial', reason: 'Try it.' };
  const refused = await bulk(system, { action, preview: true, items });
  expect(refused.body.results[0]).toMatchObject({ outcome: 'refused', code: 'ROUTE_REFUSED' });
  const { body } = await bulk(system, { action: TAKE_ALL, preview: true, items });
  expect(body).toMatchObject({ preview: true, results: [{ outcome: 'done', version: 1 }, {}, {}] });
  expect(system.denials.all()).toEqual(before);
});

test('a document is asked for on several, and where its day comes too late that one is refused', async () => {
  const { system, items } = await three();
  const [first] = system.denials.all();
  if (first === undefined) throw new Error('There is no denial.');
  const urgent = await system.rewrite(first, { sendBy: '2026-11-12' });
  const others = items.filter(({ denialId }) => denialId !== urgent.denialId);
  const action = {
    kind: 'request_document',
    document: 'Operative report',
    holder: { name: 'Medical records', email: 'records@clinic.example' },
    dueOn: '2026-11-20',
  };
  const asked = [...others, { denialId: urgent.denialId, version: urgent.version }];
  const { body } = await bulk(system, { action, items: asked });
  expect(body.results).toMatchObject([
    { outcome: 'done' },
    { outcome: 'done' },
    { outcome: 'refused', code: 'DATE_REFUSED' },
  ]);
  expect(
    system.denials
      .all()
      .map(({ documentRequests }) => documentRequests.length)
      .toSorted(),
  ).toEqual([0, 1, 1]);
  expect(system.denials.all().flatMap(({ documentRequests }) => documentRequests)[0]).toMatchObject({
    document: 'Operative report',
    holder: { name: 'Medical records', email: 'records@clinic.example' },
    dueOn: '2026-11-20',
    askedBy: 'biller',
  });
});

test('one practice’s biller does nothing to another’s denials, and assigns nobody else', async () => {
  const { system, items } = await three();
  const own = { kind: 'assign', assignee: 'other-biller' };
  const { body } = await bulk(system, { action: own, items }, otherBiller);
  expect(body.results[0]).toMatchObject({ outcome: 'refused', code: 'FORBIDDEN' });
  const others = { kind: 'assign', assignee: 'supervisor' };
  expect((await bulk(system, { action: others, items })).status).toBe(403);
  expect((await bulk(system, { action: others, items }, supervisor)).body.results[0].outcome).toBe('done');
});

test('what is one’s own a biller gives back; what is another’s only who may assign', async () => {
  const { system, items } = await three();
  await bulk(system, { action: TAKE_ALL, items });
  const taken = system.denials.all().map(({ denialId, version }) => ({ denialId, version }));
  await bulk(
    system,
    { action: { kind: 'assign', assignee: 'supervisor' }, items: taken.slice(0, 1) },
    supervisor,
  );
  const now = system.denials.all().map(({ denialId, version }) => ({ denialId, version }));
  const { body } = await bulk(system, { action: { kind: 'assign', assignee: null }, items: now });
  expect(body.results.map(({ outcome }: { outcome: string }) => outcome).toSorted()).toEqual([
    'done',
    'done',
    'refused',
  ]);
  expect(system.denials.all().map(({ assignee }) => assignee)).toEqual(
    expect.arrayContaining(['supervisor', null, null]),
  );
});

test('who is signed in is told what their role may do on a list', async () => {
  const system = new AppealSystem();
  const allowed = async (as: typeof biller) => {
    const { body } = await send(system, { as, path: '/api/me' });
    return body.actions
      .filter((action: { allowed: boolean }) => action.allowed)
      .map(({ id }: { id: string }) => id);
  };
  expect(await allowed(supervisor)).toContain('assign');
  expect(await allowed(biller)).not.toContain('assign');
  expect(await allowed(manager)).toEqual(['keep_view']);
});

test('colleagues are those with whom one shares a practice, and say whether they take work', async () => {
  const system = new AppealSystem();
  const { body } = await send(system, { as: otherBiller, path: '/api/colleagues' });
  expect(body.colleagues).toContainEqual({ userId: 'supervisor', name: 'The supervisor', takesWork: true });
  expect(body.colleagues).toContainEqual({ userId: 'auditor', name: 'The auditor', takesWork: false });
  const apart = await listColleagues(system.ports, { ...biller, practices: ['1234567893'] });
  expect(apart.map(({ userId }) => userId)).not.toContain('other-biller');
});
