import { randomInt } from 'node:crypto';
import { DescribeExecutionCommand, GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { sentCorrection } from '../fixtures/sent-correction.ts';
import { dropFile, eventually, request, sfn, signIn, system } from './support/clients.ts';

const run = `E2E${randomInt(1e9)}`;
const CLAIMS = 7;
const REASON = { reason: 'The record says otherwise.' };

describe('the other routes', () => {
  let biller: string;
  let supervisor: string;

  beforeAll(async () => {
    [biller, supervisor] = await Promise.all([signIn('biller'), signIn('supervisor')]);
    const claim = (id: string, carc: string, remarks: readonly string[] = [], group = 'CO') => ({
      id: `${run}-${id}`,
      chargeCents: 4_200,
      adjustments: [[group, carc, 4_200]] as const,
      remarks,
    });
    const claims = [
      claim('LATE', 'B4'),
      claim('DATA', '16', ['N329']),
      claim('NOTES', '252', ['N393']),
      claim('PRIMARY', '22', [], 'OA'),
      claim('BENEFIT', '204', [], 'PR'),
      claim('TWIN', '18', [], 'OA'),
      claim('UNITS', '16', ['M53']),
    ];
    await dropFile(`${run}.835`, remittanceFile([{ claims, trace: run }]));
  });

  /** The denial of a claim once the workflow has routed it. */
  async function routed(id: string) {
    const row = await eventually(`${id} to be routed`, async () => {
      const { body } = await request(biller, 'GET', '/queue');
      const found = body.denials.find((d: { claimId: string }) => d.claimId === `${run}-${id}`);
      return found?.version > 1 ? found : null;
    });
    return { path: `/denials/${row.denialId}`, row };
  }

  const act = (token: string, path: string, version: number, body: object) =>
    request(token, 'POST', path, { headers: { 'if-match': `"${version}"` }, body });

  test('a write-off is confirmed by one person and approved by another', async () => {
    const { path, row } = await routed('LATE');
    expect(row).toMatchObject({ route: 'write_off', state: 'needs_review' });
    const givenUp = { ...REASON, reasonCode: 'small_balance' };
    const check = await request(biller, 'GET', `${path}/write-off`);
    const clocks = check.body.openClocks.map(({ clock }: { clock: string }) => clock);
    const confirmed = await act(biller, `${path}/write-off`, row.version, {
      ...givenUp,
      acknowledgedClocks: clocks,
    });
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'awaiting_second_person' } });

    const { version } = confirmed.body;
    const verdict = { verdict: 'approve' };
    expect((await act(biller, `${path}/write-off/decision`, version, verdict)).status).toBe(403);
    const approved = await act(supervisor, `${path}/write-off/decision`, version, verdict);
    expect(approved).toMatchObject({ status: 200, body: { state: 'closed', closedAs: 'written_off' } });
  });

  test('a correction is re-routed with a reason, taken back, sent, and waits for the payer', async () => {
    const { path, row } = await routed('DATA');
    expect(row).toMatchObject({ route: 'correct_resubmit', state: 'correcting' });
    const away = await act(biller, `${path}/route`, row.version, { route: 'documentation', ...REASON });
    expect(away).toMatchObject({ status: 200, body: { state: 'collecting_documents' } });
    const back = await act(biller, `${path}/route`, away.body.version, {
      route: 'correct_resubmit',
      ...REASON,
    });
    const sent = sentCorrection(`${run}-DATA`, back.body.asOf);
    const confirmed = await act(biller, `${path}/correction`, back.body.version, sent);
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  });

  test('documents that were asked for are sent, and the denial waits for the payer', async () => {
    const { path, row } = await routed('NOTES');
    expect(row).toMatchObject({ route: 'documentation', state: 'collecting_documents' });
    const { body: denial } = await request(biller, 'GET', path);
    const enclosed = denial.decision.requiredDocuments.map((each: { document: string }) => each.document);
    const sent = { channel: 'portal', reference: 'UPLOAD-77', sentOn: denial.asOf, enclosed };
    const submitted = await act(biller, `${path}/documents`, row.version, sent);
    expect(submitted).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  });

  test('a correction that pays more waits for a second person, then goes out as it was approved', async () => {
    const { path, row } = await routed('UNITS');
    const task = await request(biller, 'GET', `${path}/correction`);
    expect(task.body).toMatchObject({
      mechanism: { mechanism: 'replacement' },
      payerClaimNumber: { value: `ICN${run}-UNITS` },
      elements: [{ field: 'units', place: { loop: '2400', segment: 'SV1', element: 'SV104' } }],
    });
    const again = { ...sentCorrection(`${run}-UNITS`, task.body.asOf), frequency: '1' };
    expect(await act(biller, `${path}/correction`, row.version, again)).toMatchObject({
      status: 422,
      body: { code: 'FREQUENCY_REFUSED' },
    });

    const changes = [{ field: 'units', line: 1, after: '2' }];
    const asked = { changes, recordCitation: 'Visit note, page 2.' };
    const proposed = await act(biller, `${path}/correction/proposal`, row.version, asked);
    expect(proposed).toMatchObject({ status: 200, body: { state: 'awaiting_second_person' } });
    const verdict = { verdict: 'approve' };
    const { version } = proposed.body;
    expect((await act(biller, `${path}/correction/decision`, version, verdict)).status).toBe(403);
    const approved = await act(supervisor, `${path}/correction/decision`, version, verdict);
    expect(approved).toMatchObject({ status: 200, body: { state: 'correcting' } });

    const sent = { ...sentCorrection(`${run}-UNITS`, task.body.asOf), changes };
    const confirmed = await act(biller, `${path}/correction`, approved.body.version, sent);
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  });

  test('another payer is billed with this payer’s figures', async () => {
    const { path, row } = await routed('PRIMARY');
    expect(row).toMatchObject({ route: 'bill_other_payer', state: 'needs_review' });
    const { body } = await request(biller, 'GET', `${path}/redirect`);
    expect(body.redirect).toMatchObject({
      forwarded: null,
      figures: { addsUp: true, lines: [{ adjustments: [{ group: 'OA', amountCents: 4_200 }] }] },
    });
    const billed = { to: 'other_payer', payerName: 'Acme', reference: 'C-1', billedOn: body.asOf };
    const closed = await act(biller, `${path}/closing`, row.version, { note: 'Billed today.', billed });
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', closedAs: 'billed_other_payer' } });
  });

  test('the patient is billed only once the checks are confirmed', async () => {
    const { path, row } = await routed('BENEFIT');
    expect(row).toMatchObject({ route: 'patient_responsibility', state: 'needs_review' });
    const { body } = await request(biller, 'GET', `${path}/redirect`);
    expect(body.redirect).toMatchObject({ kind: 'patient', billableCents: 4_200, forbidden: false });
    const billed = { to: 'patient', billedOn: body.asOf, confirmedChecks: [] as string[] };
    const note = 'Sent a statement.';
    expect(await act(biller, `${path}/closing`, row.version, { note, billed })).toMatchObject({
      status: 422,
      body: { code: 'PATIENT_PROTECTED' },
    });
    const confirmedChecks = body.redirect.checks.map(({ id }: { id: string }) => id);
    const confirmed = { note, billed: { ...billed, confirmedChecks } };
    const closed = await act(biller, `${path}/closing`, row.version, confirmed);
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', closedAs: 'billed_patient' } });
  });

  test('a duplicate waits for the answer to its question, which leads to a route', async () => {
    const { path, row } = await routed('TWIN');
    expect(row).toMatchObject({ route: 'review', state: 'needs_review' });
    const { body } = await request(biller, 'GET', `${path}/review`);
    expect(body.question.id).toBe('question.duplicate');
    const chosen = await act(biller, `${path}/review`, row.version, { answer: 'no-other', ...REASON });
    expect(chosen).toMatchObject({ status: 200, body: { route: 'appeal', state: 'drafting' } });
    await eventually('the letter to be drafted', async () => {
      const { status } = await request(biller, 'GET', `${path}/candidate`);
      return status === 200 ? true : null;
    });
  });

  test('no execution takes more than twelve transitions, and each knows nothing but ids', async () => {
    const { body } = await request(supervisor, 'GET', '/remittances');
    const { remittanceId } = body.remittances.find((r: { traceNumber: string }) => r.traceNumber === run);
    for (let claim = 1; claim <= CLAIMS; claim += 1) {
      const name = `${remittanceId}-000${claim}-L1-A1`;
      const { events = [] } = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn: executionArn(name), maxResults: 1000 }),
      );
      const entered = events.filter(({ type }) => type?.endsWith('StateEntered'));
      expect(entered.length, name).toBeGreaterThan(2);
      expect(entered.length, name).toBeLessThanOrEqual(12);
      expect(JSON.stringify(events)).not.toMatch(new RegExp(`${run}-|TESTPERSON|MEMBER001`));
    }
  });

  test('the execution of a closed denial ends', async () => {
    const { body } = await request(supervisor, 'GET', '/remittances');
    const { remittanceId } = body.remittances.find((r: { traceNumber: string }) => r.traceNumber === run);
    const execution = await eventually('the execution to end', async () => {
      const answer = await sfn.send(
        new DescribeExecutionCommand({ executionArn: executionArn(`${remittanceId}-0001-L1-A1`) }),
      );
      return answer.status === 'RUNNING' ? null : answer;
    });
    expect(execution.status).toBe('SUCCEEDED');
  });
});

function executionArn(name: string): string {
  return `${system.stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}
