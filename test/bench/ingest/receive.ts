import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { dynamodbClaimStore } from '../../../functions/adapters/dynamodb/claim-store.ts';
import { dynamodbDenialStore } from '../../../functions/adapters/dynamodb/denial-store.ts';
import { dynamodbPartStore } from '../../../functions/adapters/dynamodb/part-store.ts';
import { dynamodbRemittanceStore } from '../../../functions/adapters/dynamodb/remittance-store.ts';
import { bundledLevels } from '../../../functions/adapters/levels-bundled.ts';
import { mayPass } from '../../../functions/adapters/may-pass.ts';
import { MemoryIngestQueue } from '../../../functions/adapters/memory/ingest-queue.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { s3Client, s3ObjectStore } from '../../../functions/adapters/s3/object-store.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import { assessBy } from '../../../functions/use-cases/assess-claim.ts';
import { PART_SIZE } from '../../../functions/use-cases/plan-parts.ts';
import type { ReceiveDeps } from '../../../functions/use-cases/receive-file.ts';
import type { Tables } from '../../fixtures/empty-tables.ts';

export interface Buckets {
  readonly inbox: string;
  readonly archive: string;
  readonly quarantine: string;
}

const clocks = bundledClocks();
const levels = bundledLevels();
const assess = assessBy({ rulebook: bundledRulebook(), clocks, payers: [] });

/** Ingest as its Lambda has it, against the emulator that AWS_ENDPOINT_URL names; messages stay with the caller. */
export function ingestAgainst(
  tables: Tables,
  buckets: Buckets,
  client = DynamoDBDocumentClient.from(new DynamoDBClient({})),
): ReceiveDeps & { readonly queue: MemoryIngestQueue } {
  return {
    denials: dynamodbDenialStore(client, tables),
    remittances: dynamodbRemittanceStore(client, tables.remittances),
    claims: dynamodbClaimStore(client, tables.remittances),
    parts: dynamodbPartStore(client, tables.remittances),
    objects: s3ObjectStore(s3Client(true), buckets),
    queue: new MemoryIngestQueue(),
    assess,
    clocks,
    levels,
    clock: systemClock('America/New_York'),
    // As long as it takes: one process stands for as many calls as there are messages.
    timeLeftMs: () => 900_000,
    partSize: PART_SIZE,
    mayPass,
  };
}
