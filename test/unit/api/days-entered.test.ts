import { expect, test } from 'vitest';
import { latestPendOf } from '../../../functions/core/denial/pend.ts';
import { enteredDayRefusal } from '../../../functions/core/time/entered-day.ts';
import { workdaysWith } from '../../../functions/core/time/workdays.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { send } from './requests.ts';

const FAR = ['2099-06-01', '2100-01-04', '2126-12-01', '9999-12-31'];
const SENDING = {
  action: 'appeal',
  level: 1,
  sentOn: '2026-11-05',
  templateId: null,
  templateSha256: null,
} as const;
const ANSWER = {
  decision: 'more_wanted',
  decidedOn: '2026-11-09',
  channel: 'letter',
  reference: 'L-1',
} as const;

async function awaiting() {
  const system = new AppealSystem();
  const drafted = await system.drafted();
  const denial = await system.rewrite(drafted, { state: 'awaiting_payer', sendings: [SENDING] });
  const path = `/api/denials/${denial.denialId}`;
  const write = (what: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
    send(system, { as: biller, method, path: `${path}/${what}`, body, ifMatch: system.only().version });
  return { system, denial, path, write };
}

test.each(FAR)(
  'a payer cannot want more by %s: the day is refused and nothing is stored',
  async (wantedBy) => {
    const { system, denial, write } = await awaiting();
    expect(await write('answer', { ...ANSWER, wantedBy })).toMatchObject({
      status: 422,
      body: { code: 'DATE_REFUSED', field: 'wantedBy', title: expect.stringContaining(wantedBy.slice(0, 4)) },
    });
    expect(system.only()).toEqual(denial);
  },
);

test.each(FAR)('a document cannot be asked for by %s', async (dueOn) => {
  const { system, denial, write } = await awaiting();
  await system.rewrite(denial, { state: 'collecting_documents', sendBy: null });
  const asked = { document: 'the operative report', holder: { name: 'Surgery' }, dueOn };
  expect(await write('document-requests', asked)).toMatchObject({
    status: 422,
    body: { code: 'DATE_REFUSED', field: 'dueOn' },
  });
});

test.each(FAR)('a denial is not put off until %s, however late it must be sent', async (until) => {
  const { system, denial, write } = await awaiting();
  await system.rewrite(denial, { state: 'collecting_documents', sendBy: '9999-12-30' });
  const pend = { until, reason: 'Records are on their way.' };
  expect(await write('pend', { pend }, 'PUT')).toMatchObject({
    status: 422,
    body: { code: 'DATE_REFUSED', field: 'until' },
  });
});

test('documents were not sent on a day of long ago, also where the decision has no day', async () => {
  const { system, denial, write } = await awaiting();
  await system.rewrite(denial, { state: 'collecting_documents', route: 'documentation', noticeOn: null });
  const sent = { channel: 'fax', reference: 'F-1', sentOn: '0001-01-01' };
  expect(await write('documents', sent)).toMatchObject({ body: { code: 'DATE_REFUSED', field: 'sentOn' } });
});

test.each(['2100-01-04', '2126-12-01', '9999-12-30'])(
  'a denial on file that must be sent by %s is read, and a note to it written',
  async (sendBy) => {
    const { system, denial, path, write } = await awaiting();
    await system.rewrite(denial, { state: 'collecting_documents', sendBy });
    expect((await send(system, { as: biller, path })).status).toBe(200);
    expect((await write('notes', { note: 'The year is wrong.' })).status).toBe(200);
  },
);

test('where no workdays are known the limit of a pend lies a week before, never later', () => {
  const pended = { state: 'correcting', sendBy: '2126-12-01' } as const;
  expect(latestPendOf(pended, '2026-11-10', workdaysWith([]))).toBe('2126-11-24');
});

test('a day of any year that a clock may end in can be entered', () => {
  expect(['1991-01-01', '2026-11-09', '2098-12-31'].map(enteredDayRefusal)).toEqual([null, null, null]);
});
