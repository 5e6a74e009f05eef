import { createHash } from 'node:crypto';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { dynamodbPartStore } from '../../functions/adapters/dynamodb/part-store.ts';
import type { PracticeId } from '../../functions/core/ids.ts';
import { dropFile, dynamodb, eventually, remittances, sqs, system } from '../e2e/support/clients.ts';
import { longRemittance } from '../fixtures/long-remittance.ts';

const MINUTES = 60_000;

test(
  'one transaction of 20,000 claims is loaded completely, to the cent, though its parts come twice',
  async () => {
    // Few denials: each starts an execution and drafts a letter, and this is about loading.
    const file = longRemittance(20_000, 4, 0.01);
    const fileSha256 = createHash('sha256').update(file.bytes).digest('hex');
    await dropFile('twenty-thousand.835', file.bytes);

    const parts = dynamodbPartStore(dynamodb, system.tables.remittances);
    const plan = await eventually('the file is divided', () => parts.readPlan(fileSha256), 2 * MINUTES);
    expect(plan.parts).toBeGreaterThanOrEqual(10);
    await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: system.queues.ingest,
        Entries: [1, plan.parts].map((part) => ({
          Id: String(part),
          MessageBody: JSON.stringify({ fileSha256, part, transaction: 1, claim: 1 }),
        })),
      }),
    );

    const loaded = await eventually(
      'all parts are loaded',
      async () => {
        const ledger = await remittances.readFile(fileSha256);
        return ledger !== null && ledger.status !== 'reading' && ledger;
      },
      25 * MINUTES,
    );
    expect(loaded).toMatchObject({ status: 'loaded', remittances: 1, claims: file.claims });
    const practices = await remittances.listPractices();
    const listed = await Promise.all(practices.map((id: PracticeId) => remittances.listRemittances(id, 100)));
    const remittance = listed.flat().find((one) => one.fileSha256 === fileSha256);
    expect(remittance).toMatchObject({
      status: 'loaded',
      storedClaims: file.claims,
      storedPaidCents: file.paidCents,
    });
    const stored = await remittances.storedTotals(remittance?.remittanceId ?? ('' as never));
    expect(stored).toMatchObject({ claims: file.claims, paidCents: file.paidCents });
  },
  30 * MINUTES,
);
