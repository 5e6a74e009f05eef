import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamodbDenialStore } from '../../functions/adapters/dynamodb/denial-store.ts';
import { dynamodbRemittanceStore } from '../../functions/adapters/dynamodb/remittance-store.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { workflowStepOf } from '../../functions/core/denial/lifecycle.ts';
import type { LedgerFile } from '../../functions/ports/remittance-store.ts';
import type { SampleFile } from './seed.ts';
import { clientOf, type LocalSystem } from './system.ts';

export interface WorkedSamples {
  readonly files: readonly { readonly name: string; readonly ledger: LedgerFile | null }[];
  readonly denials: readonly Denial[];
  /** False when something was still on its way when the time was up. */
  readonly complete: boolean;
}

/** Waits until every sample is read and each of its denials stands where a person, or the payer, is next. */
export async function waitForSamples(
  system: LocalSystem,
  samples: readonly SampleFile[],
  timeoutMs = 120_000,
): Promise<WorkedSamples> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(system)));
  const remittances = dynamodbRemittanceStore(client, system.tables.remittances);
  const store = dynamodbDenialStore(client, system.tables);
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const files = await Promise.all(
      samples.map(async ({ name, sha256 }) => ({ name, ledger: await remittances.readFile(sha256) })),
    );
    const read = files.filter(({ ledger }) => ledger !== null && ledger.status !== 'reading');
    const expected = files.reduce((sum, { ledger }) => sum + (ledger?.denials ?? 0), 0);
    const denials = await openDenials(store);
    const settled = denials.filter((denial) => denial.version > 1 && workflowStepOf(denial) !== 'draft');
    const complete =
      read.length === files.length && denials.length >= expected && settled.length === denials.length;
    if (complete || Date.now() > giveUpAt) return { files, denials, complete };
    await sleep(250);
  }
}

async function openDenials(store: ReturnType<typeof dynamodbDenialStore>): Promise<readonly Denial[]> {
  const shards = await Promise.all(
    [0, 1, 2, 3, 4, 5, 6, 7].map(async (shard) => {
      const denials: Denial[] = [];
      let cursor: string | null = null;
      do {
        const page = await store.due({ shard, onOrBefore: '9999-12-31', limit: 100, cursor });
        denials.push(...page.items.filter(({ followUp }) => followUp === null));
        cursor = page.cursor;
      } while (cursor !== null);
      return denials;
    }),
  );
  return shards.flat();
}
