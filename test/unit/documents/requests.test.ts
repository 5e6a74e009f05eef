import { beforeEach, describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { checklistOf } from '../../../functions/core/documents/checklist.ts';
import {
  type DocumentRequest,
  documentRemindersDue,
  nextDocumentReminderOn,
  withReminders,
} from '../../../functions/core/documents/request.ts';
import { listDocumentRequests } from '../../../functions/use-cases/list-document-requests.ts';
import { requestDocument } from '../../../functions/use-cases/request-document.ts';
import {
  receiveDocument,
  withdrawDocumentRequest,
} from '../../../functions/use-cases/settle-document-request.ts';
import { submitDocuments } from '../../../functions/use-cases/submit-documents.ts';
import { sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { AppealSystem, biller, otherBiller } from '../../fixtures/appeal-system.ts';
import { portsOf } from '../faults/scenarios.ts';

const REPORT = 'the operative report';

const asked = (patch: Partial<DocumentRequest> = {}): DocumentRequest => ({
  number: 1,
  document: REPORT,
  holder: { name: 'Surgery', email: 'records@example.org' },
  dueOn: '2026-12-01',
  state: 'open',
  askedBy: 'biller',
  askedAt: '2026-11-10T12:00:00.000Z',
  settledBy: null,
  settledAt: null,
  reminded: null,
  ...patch,
});

describe('the ladder of a request', () => {
  const due = (request: DocumentRequest, today: string, sendBy: string | null = null) =>
    documentRemindersDue({ documentRequests: [request], sendBy }, today).map(({ reminder }) => reminder);

  test.each([
    ['2026-11-27', []],
    ['2026-11-28', ['due_in_3']],
    ['2026-12-01', ['due_today']],
    ['2026-12-02', ['overdue']],
  ] as const)('has on %s the rungs %s', (today, rungs) => {
    expect(due(asked(), today)).toEqual(rungs);
  });

  test('is climbed once a rung, and says every week that it is overdue', () => {
    const raised: string[] = [];
    let documentRequests = [asked()];
    for (let day = 1; day <= 20; day += 1) {
      const today = `2026-12-${String(day).padStart(2, '0')}`;
      const reminders = documentRemindersDue({ documentRequests, sendBy: null }, today);
      raised.push(...reminders.map(({ reminder }) => `${today} ${reminder}`));
      documentRequests = withReminders(documentRequests, reminders, today);
    }
    expect(raised).toEqual([
      '2026-12-01 due_today',
      '2026-12-02 overdue',
      '2026-12-09 overdue',
      '2026-12-16 overdue',
    ]);
  });

  test('follows the day on which all must be sent where that moved before it', () => {
    expect(due(asked(), '2026-11-20', '2026-11-20')).toEqual(['due_today']);
  });

  test.each(['received', 'withdrawn'] as const)('ends where the document is %s', (state) => {
    expect(due(asked({ state }), '2026-12-05')).toEqual([]);
    expect(
      nextDocumentReminderOn({ documentRequests: [asked({ state })], sendBy: null }, '2026-11-10'),
    ).toBeNull();
  });

  test('leaves the early rung out where the document was asked for within three days of its day', () => {
    const late = asked({ dueOn: '2026-11-12' });
    expect(due(late, '2026-11-10')).toEqual([]);
    expect(nextDocumentReminderOn({ documentRequests: [late], sendBy: null }, '2026-11-10')).toBe(
      '2026-11-12',
    );
  });
});

describe('a document that is asked for', () => {
  let system: AppealSystem;
  let denial: Denial;
  beforeEach(async () => {
    system = new AppealSystem();
    const { decision } = await system.routed();
    denial = await system.rewrite(system.only(), {
      state: 'collecting_documents',
      route: 'documentation',
      sendBy: '2026-12-01',
      decision: {
        ...decision,
        route: 'documentation',
        requiredDocuments: [{ document: REPORT, ruleId: 'test', source: 'A test', confidence: 'high' }],
      },
    });
  });
  const by = () => ({ user: biller, denialId: denial.denialId, expectedVersion: system.only().version });
  const ask = (dueOn = '2026-11-24') =>
    requestDocument(system.ports, {
      ...by(),
      document: REPORT,
      holder: { name: 'Surgery', email: 'records@example.org' },
      dueOn,
    });

  test('stands on the record with who has it, and in the timeline with its number and day alone', async () => {
    expect(await ask()).toMatchObject({ kind: 'changed' });
    expect(system.only().documentRequests).toMatchObject([
      { number: 1, holder: { name: 'Surgery', email: 'records@example.org' }, state: 'open' },
    ]);
    const [last] = (await system.denials.events(denial.denialId)).slice(-1);
    expect(last).toMatchObject({ type: 'DocumentRequested', detail: { request: 1, dueOn: '2026-11-24' } });
    expect(JSON.stringify(last)).not.toContain('example.org');
  });

  test.each([
    ['after the day on which all must be sent', '2026-12-02'],
    ['in the past', '2026-11-09'],
  ])('is refused a day %s', async (_when, dueOn) => {
    expect(await ask(dueOn)).toMatchObject({ kind: 'refused', code: 'DATE_REFUSED', field: 'dueOn' });
  });

  test('is looked at by the sweep on its own days, each reminder once', async () => {
    await ask();
    expect(system.only().wakeOn <= '2026-11-21').toBe(true);
    system.clock.advanceDays(11);
    for (let run = 0; run < 4; run += 1) await sweepDenials(portsOf(system));
    const reminders = (await system.denials.events(denial.denialId)).filter(
      ({ type }) => type === 'DocumentReminderRaised',
    );
    expect(reminders).toMatchObject([{ detail: { to: 'supervisor', requests: '1 due_in_3' } }]);
  });

  test('counts as enclosed once it is received, and not before', async () => {
    await ask();
    const send = () =>
      submitDocuments(system.ports, { ...by(), channel: 'fax', reference: 'F-1', sentOn: '2026-11-10' });
    expect(await send()).toMatchObject({ kind: 'refused', code: 'DOCUMENT_MISSING' });
    await receiveDocument(system.ports, { ...by(), number: 1 });
    expect(await send()).toMatchObject({ kind: 'changed', denial: { state: 'awaiting_payer' } });
  });

  test('is asked of somebody else once it was withdrawn, and settled once', async () => {
    await ask();
    await withdrawDocumentRequest(system.ports, { ...by(), number: 1, reason: 'Surgery does not have it.' });
    expect(checklistOf(system.only())).toEqual([{ document: REPORT, state: 'needed', dueOn: null }]);
    expect(await receiveDocument(system.ports, { ...by(), number: 1 })).toMatchObject({ kind: 'refused' });
    await ask('2026-11-25');
    expect(checklistOf(system.only())).toEqual([{ document: REPORT, state: 'asked', dueOn: '2026-11-25' }]);
  });

  test('is listed for whoever reaches its practice, whatever the route', async () => {
    await ask();
    const listed = async (user = biller) => {
      const read = await listDocumentRequests(system.ports, user, { practice: null, cursor: null });
      return read.kind === 'read' ? read.value.denials.map(({ denialId }) => denialId) : read.kind;
    };
    expect(await listed()).toEqual([denial.denialId]);
    await system.rewrite(system.only(), { state: 'drafting', route: 'appeal' });
    expect(await listed()).toEqual([denial.denialId]);
    expect(await listed(otherBiller)).toEqual([]);
    await receiveDocument(system.ports, { ...by(), number: 1 });
    expect(await listed()).toEqual([]);
  });
});
