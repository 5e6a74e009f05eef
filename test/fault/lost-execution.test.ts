import { randomUUID } from 'node:crypto';
import { DescribeExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import {
  denials,
  dropFile,
  dynamodb,
  eventually,
  request,
  sfn,
  signIn,
  system,
} from '../e2e/support/clients.ts';
import { runSweep } from '../e2e/support/sweep.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';

const executionArn = (denialId: string, attempt: number): string =>
  `${system.stateMachineArn.replace(':stateMachine:', ':execution:')}:${denialId}-L1-A${attempt}`;

/** A denial whose letter is drafted and whose machine waits for a person. */
async function waitingDenial(biller: string): Promise<string> {
  const claimId = `FAULT${randomUUID().slice(0, 8).toUpperCase()}`;
  await dropFile(`${claimId}.835`, remittanceFile([{ claims: [deniedClaim(claimId)], trace: claimId }]));
  const denialId = await eventually('the denial is in the queue', async () => {
    const { body } = await request(biller, 'GET', '/queue?practice=1555012347&state=drafting');
    return body.denials?.find((row: { claimId: string }) => row.claimId === claimId)?.denialId as
      | string
      | undefined;
  });
  await eventually(
    'the machine waits',
    async () => (await denials.waits(denialId as never, 1, 1)).length > 0,
  );
  return denialId;
}

/** As if nothing had happened to it for a day: the sweep looks only at what is due, and leaves alone what just moved. */
async function letADayPass(denialId: string): Promise<void> {
  await dynamodb.send(
    new UpdateCommand({
      TableName: system.tables.work,
      Key: { pk: `DENIAL#${denialId}`, sk: 'META' },
      UpdateExpression: 'SET denial.changedAt = :then, denial.wakeOn = :due, wakeSort = :sort',
      ExpressionAttributeValues: {
        ':then': new Date(Date.now() - 86_400_000).toISOString(),
        ':due': '2020-01-01',
        ':sort': `2020-01-01#${denialId}`,
      },
    }),
  );
}

test('a denial whose execution was lost gets another one, which waits where the record stands', async () => {
  const biller = await signIn('biller');
  const denialId = await waitingDenial(biller);
  await sfn.send(new StopExecutionCommand({ executionArn: executionArn(denialId, 1) }));
  await letADayPass(denialId);
  await eventually('the sweep replaces the execution', async () => {
    await runSweep();
    return (await denials.read(denialId as never))?.attempt === 2;
  });
  const { status } = await eventually('the second attempt runs', () =>
    sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(denialId, 2) })).catch(() => null),
  );
  expect(status).toBe('RUNNING');
  await eventually('it waits', async () => (await denials.waits(denialId as never, 1, 2)).length > 0);
  expect((await request(biller, 'GET', `/denials/${denialId}`)).body).toMatchObject({
    state: 'drafting',
    attempt: 2,
  });
});

test('a decision ends the wait of the second attempt', async () => {
  const biller = await signIn('biller');
  const denialId = await waitingDenial(biller);
  await sfn.send(new StopExecutionCommand({ executionArn: executionArn(denialId, 1) }));
  await letADayPass(denialId);
  await eventually('the sweep replaces the execution', async () => {
    await runSweep();
    return (await denials.waits(denialId as never, 1, 2)).length > 0;
  });
  const path = `/denials/${denialId}`;
  const seen = await request(biller, 'GET', path);
  const headers = { 'if-match': seen.headers.get('etag') ?? '' };
  const routed = await request(biller, 'POST', `${path}/route`, {
    body: { route: 'correct_resubmit', reason: 'The wrong modifier was billed; a corrected claim is due.' },
    headers,
  });
  expect(routed).toMatchObject({ status: 200, body: { state: 'correcting' } });
});

test('when every waiting execution ends at once, one sweep brings all of them back', async () => {
  const run = `ALL${randomUUID().slice(0, 6).toUpperCase()}`;
  const claims = Array.from({ length: 40 }, (_, n) => ({
    id: `${run}-${n}`,
    chargeCents: 4_200,
    adjustments: [['CO', '16', 4_200]] as const,
    remarks: ['M51'],
  }));
  await dropFile(`${run}.835`, remittanceFile([{ claims, trace: run }]));
  const biller = await signIn('biller');
  const remittanceId = await eventually('the remittance is loaded', async () => {
    const { body } = await request(biller, 'GET', '/remittances');
    const own = body.remittances.find((row: { traceNumber: string }) => row.traceNumber === run);
    return own?.remittanceId as string | undefined;
  });
  const ids = claims.map((_claim, n) => `${remittanceId}-${String(n + 1).padStart(4, '0')}`);
  const waiting = async (attempt: number) => {
    const waits = await Promise.all(ids.map((id) => denials.waits(id as never, 1, attempt)));
    return waits.every((found) => found.length > 0);
  };
  await eventually('every machine waits', () => waiting(1));
  for (const id of ids) await sfn.send(new StopExecutionCommand({ executionArn: executionArn(id, 1) }));
  await runSweep();
  await eventually('every second attempt waits', () => waiting(2));
  for (const id of ids) {
    const events = await denials.events(id as never);
    expect(events.filter(({ type }) => type === 'ExecutionReplaced')).toHaveLength(1);
  }
});

test('a sweep that runs three times raises nothing three times', async () => {
  const biller = await signIn('biller');
  const denialId = await waitingDenial(biller);
  await letADayPass(denialId);
  for (let run = 0; run < 3; run += 1) await runSweep();
  const types = (await denials.events(denialId as never)).map(({ type }) => type);
  expect(types.filter((type) => type === 'ReminderRaised').length).toBeLessThanOrEqual(1);
  expect(types).not.toContain('ExecutionReplaced');
});
