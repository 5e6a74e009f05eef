import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import { AppealSystem, admin, biller, manager, PRACTICE } from '../../fixtures/appeal-system.ts';
import { send } from '../api/requests.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const ORGANISATION = '/api/settings/organisation';
const PRACTICE_ENTRY = {
  practiceId: PRACTICE,
  legalName: 'Cedar Ridge Medical Group',
  address: null,
  telephone: null,
  fax: null,
  contactName: null,
  signatory: null,
};
const details = (more: object = {}) => ({
  name: 'Cedar Ridge',
  timeZone: 'America/Chicago',
  practices: [PRACTICE_ENTRY],
  writeOffSecondPersonAboveCents: 0,
  autoPostWriteOffUpToCents: 0,
  secondPersonOnAppeals: true,
  ...more,
});
const write = (body: object, ifMatch = 0, as: UserRecord = admin) =>
  send(system, {
    as,
    method: 'PUT',
    path: `${ORGANISATION}/draft`,
    ifMatch,
    body: { reason: 'We moved.', ...body },
  });
const publish = (ifMatch: number, as: UserRecord = manager) =>
  send(system, { as, method: 'POST', path: `${ORGANISATION}/publication`, ifMatch });

test('what is in force is read, with a name that nobody gave yet', async () => {
  const { body } = await send(system, { as: biller, path: ORGANISATION });
  expect(body).toMatchObject({
    version: 0,
    inForce: { name: null, timeZone: 'America/New_York', assignment: [], writeOffLimitsByReason: {} },
    draft: null,
    actions: [
      { id: 'draft', allowed: false },
      { id: 'discard', allowed: false },
      { id: 'publish', allowed: false },
    ],
  });
});

test('is drafted by one person and put in force by another; payers and rule layer stay', async () => {
  const { payers } = system.organisation;
  const rules = {
    writeOffLimitsByReason: { small_balance: 500 },
    assignment: [{ id: 'big', assignee: 'biller' }],
  };
  expect(await write({ organisation: details(rules) })).toMatchObject({ status: 200 });
  expect(system.organisation.timeZone).toBe('America/New_York');
  expect(await publish(1, admin)).toMatchObject({ status: 403 });
  expect(await publish(1)).toMatchObject({ status: 200, body: { version: 1 } });
  expect(system.organisation).toMatchObject({ ...details(rules), payers });
  expect((await send(system, { as: biller, path: '/api/me' })).body.organisation).toBe('Cedar Ridge');
  const { body } = await send(system, { as: admin, path: '/api/settings/versions' });
  expect(body.versions).toMatchObject([
    { subject: 'organisation', draftedBy: ['admin'], publishedBy: 'manager' },
  ]);
});

test('what is in force already is no draft', async () => {
  await write({ organisation: details() });
  await publish(1);
  expect(await write({ organisation: details() }, 2)).toMatchObject({
    status: 422,
    body: { code: 'NOTHING_CHANGES' },
  });
});

test.each(['UTC', 'US/Central', 'America/Indiana/Indianapolis', 'Pacific/Honolulu'])(
  'the time zone may be %s',
  async (timeZone) => {
    expect(await write({ organisation: details({ timeZone }) })).toMatchObject({ status: 200 });
  },
);

test('what is posted by itself may be as much as one person may give up for every reason', async () => {
  const limits = { writeOffSecondPersonAboveCents: 100, autoPostWriteOffUpToCents: 100 };
  const organisation = details({ ...limits, writeOffLimitsByReason: { small_balance: 100 } });
  expect(await write({ organisation })).toMatchObject({ status: 200 });
});

test('a draft is dropped, and what is in force stays', async () => {
  await write({ organisation: details() });
  await send(system, { as: admin, method: 'DELETE', path: `${ORGANISATION}/draft`, ifMatch: 1 });
  expect(await publish(2)).toMatchObject({ status: 409, body: { code: 'NO_DRAFT' } });
  expect(system.organisation.timeZone).toBe('America/New_York');
});

test('an organisation cannot be taken out of force', async () => {
  expect(await write({ organisation: null })).toMatchObject({
    status: 422,
    body: { code: 'SETTINGS_REFUSED' },
  });
});

describe('is refused by its field, with what to do about it, and nothing is kept:', () => {
  test.each<readonly [what: string, organisation: object, field: string, message: RegExp]>([
    ['a time zone there is none of', details({ timeZone: 'America/Chikago' }), 'timeZone', /no time zone/],
    ...['+05:30', '+23:59', '-00:00'].map(
      (timeZone) => [`the offset ${timeZone}`, details({ timeZone }), 'timeZone', /no time zone/] as const,
    ),
    [
      'a practice twice',
      details({ practices: [PRACTICE_ENTRY, PRACTICE_ENTRY] }),
      'practices.1.practiceId',
      /already/,
    ],
    [
      'a practice without a name',
      details({ practices: [{ ...PRACTICE_ENTRY, legalName: ' ' }] }),
      'practices.0.legalName',
      /./,
    ],
    ['a name with what nobody sees', details({ name: 'Cedar\u200b Ridge' }), 'name', /visible characters/],
    [
      'a practice whose name is turned around',
      details({ practices: [{ ...PRACTICE_ENTRY, legalName: 'Cedar \u202eegdiR' }] }),
      'practices.0.legalName',
      /visible characters/,
    ],
    [
      'a negative limit',
      details({ writeOffSecondPersonAboveCents: -1 }),
      'writeOffSecondPersonAboveCents',
      /./,
    ],
    [
      'a limit for a reason there is none of',
      details({ writeOffLimitsByReason: { tired: 1 } }),
      'writeOffLimitsByReason',
      /./,
    ],
    [
      'revenue of a month there is none of',
      details({ practices: [{ ...PRACTICE_ENTRY, netRevenueCentsByMonth: { '2026-13': 1 } }] }),
      'practices.0.netRevenueCentsByMonth.2026-13',
      /./,
    ],
    [
      'revenue of more months than are kept',
      details({
        practices: [
          {
            ...PRACTICE_ENTRY,
            netRevenueCentsByMonth: Object.fromEntries(
              Array.from({ length: 37 }, (_, n) => [`${1990 + n}-01`, 1]),
            ),
          },
        ],
      }),
      'practices.0.netRevenueCentsByMonth',
      /36 months at most/,
    ],
    [
      'posting by itself what needs two people',
      details({ autoPostWriteOffUpToCents: 500 }),
      'autoPostWriteOffUpToCents',
      /\$5\.00.*\$0\.00/,
    ],
    [
      'posting by itself what needs two people for one reason',
      details({
        writeOffSecondPersonAboveCents: 500,
        autoPostWriteOffUpToCents: 100,
        writeOffLimitsByReason: { small_balance: 0 },
      }),
      'autoPostWriteOffUpToCents',
      /\$1\.00.*\$0\.00 of the reason small_balance/,
    ],
    [
      'a rule for another practice',
      details({ assignment: [{ id: 'a', assignee: 'biller', practices: ['999'] }] }),
      'assignment.0.practices.0',
      /none of the practices/,
    ],
    [
      'a rule that never fits',
      details({ assignment: [{ id: 'a', assignee: 'biller', fromCents: 2, toCents: 1 }] }),
      'assignment.0.toCents',
      /never fits/,
    ],
    [
      'two rules of one name',
      details({
        assignment: [
          { id: 'a', assignee: 'biller' },
          { id: 'a', assignee: 'biller' },
        ],
      }),
      'assignment.1.id',
      /already/,
    ],
    ['payers', details({ payers: [] }), 'payers', /./],
  ])('%s', async (_what, organisation, field, message) => {
    const answer = await write({ organisation });
    expect(answer).toMatchObject({ status: 422, body: { code: 'SETTINGS_REFUSED' } });
    const problem = answer.body.problems.find((each: { field: string }) => each.field.startsWith(field));
    expect(problem, JSON.stringify(answer.body.problems)).toMatchObject({
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/\w/),
    });
    expect((await send(system, { as: admin, path: ORGANISATION })).body.draft).toBeNull();
  });

  test('a mistake in a text, with its line', async () => {
    const text = JSON.stringify(details({ timeZone: 'Nowhere' }), null, 1);
    const { body } = await write({ text });
    expect(body.problems).toMatchObject([{ field: 'timeZone', line: 3 }]);
  });
});

test('a limit by which one person alone gives money up is allowed, and said; so is a practice that is left out', async () => {
  const { body } = await write({
    organisation: details({ practices: [], writeOffLimitsByReason: { small_balance: 500 } }),
  });
  expect(body.warnings).toMatchObject([
    { field: 'writeOffLimitsByReason.small_balance', message: 'one person alone gives up to $5.00 away' },
    { field: 'practices', message: expect.stringContaining(PRACTICE) },
  ]);
});
