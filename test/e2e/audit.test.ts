import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { rootOf } from '../../functions/core/audit/daily-root.ts';
import { startOfDay } from '../../functions/core/time/instant.ts';
import { SAMPLE_ORGANISATION } from '../../infra/local/sample-organisation.ts';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, signIn } from './support/clients.ts';
import { runSweep } from './support/sweep.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

test('a change is told to an auditor by its day, without the denial being named', async () => {
  const claimId = `AUDIT${randomInt(1e9)}`;
  const claim = {
    id: claimId,
    chargeCents: 4_200,
    adjustments: [['CO', '16', 4_200]] as const,
    remarks: ['M51'],
  };
  await dropFile(`${claimId}.835`, remittanceFile([{ claims: [claim], trace: claimId }]));
  const biller = await signIn('biller');
  const { denialId } = await eventually('the denial to be routed', async () => {
    const { body } = await request(biller, 'GET', '/queue?state=correcting');
    return body.denials.find((row: { claimId: string }) => row.claimId === claimId) ?? null;
  });
  const auditor = await signIn('auditor');
  const { body } = await request(auditor, 'GET', `/audit?result=changed&denialId=${denialId}`);
  const acts = body.entries.map(({ act }: { act: string }) => act);
  expect(acts).toContain('DenialOpened');
  const everything = await request(auditor, 'GET', '/audit?result=changed');
  expect(everything.body.entries.map(({ subject }: { subject: string }) => subject)).toContain(denialId);
});

test('the day before has its root once it is settled and the sweep has run, and is as the root says', async () => {
  await runSweep();
  const auditor = await signIn('auditor');
  const { asOf } = (await request(auditor, 'GET', '/me')).body;
  const yesterday = new Date(Date.parse(asOf) - DAY_MS).toISOString().slice(0, 10);
  const isSettled = Date.now() >= Date.parse(startOfDay(asOf, SAMPLE_ORGANISATION.timeZone)) + HOUR_MS;
  const root = await request(auditor, 'GET', `/audit/roots/${yesterday}`);
  const verified = await request(auditor, 'POST', '/audit/verification', { body: { day: yesterday } });
  expect([root.status, verified.status]).toEqual(isSettled ? [200, 200] : [404, 404]);
  if (!isSettled) return;
  expect(rootOf(root.body.text)).toBe(root.body.root);
  expect(verified.body.day).toMatchObject({ isRootSound: true, findings: [] });
});
