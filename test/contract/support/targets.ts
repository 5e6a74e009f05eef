import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodbClaimStore } from '../../../functions/adapters/dynamodb/claim-store.ts';
import { documentClient } from '../../../functions/adapters/dynamodb/client.ts';
import { dynamodbDenialStore } from '../../../functions/adapters/dynamodb/denial-store.ts';
import { dynamodbPartStore } from '../../../functions/adapters/dynamodb/part-store.ts';
import { dynamodbRemittanceStore } from '../../../functions/adapters/dynamodb/remittance-store.ts';
import { MemoryClaimStore } from '../../../functions/adapters/memory/claim-store.ts';
import { MemoryDenialStore } from '../../../functions/adapters/memory/denial-store.ts';
import { MemoryPartStore } from '../../../functions/adapters/memory/part-store.ts';
import { MemoryRemittanceStore } from '../../../functions/adapters/memory/remittance-store.ts';
import type { ClaimStore } from '../../../functions/ports/claim-store.ts';
import type { DenialStore, Wait } from '../../../functions/ports/denial-store.ts';
import type { PartStore } from '../../../functions/ports/part-store.ts';
import type { RemittanceStore } from '../../../functions/ports/remittance-store.ts';
import { emptyTables } from '../../fixtures/empty-tables.ts';

export interface Stores {
  readonly denials: DenialStore;
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly parts: PartStore;
  /** What the state machine does when it begins to wait. */
  registerWait(wait: Wait): Promise<void>;
}

/** The emulator to hold the adapters against; without one they are skipped, visibly. */
export const endpoint = process.env.OVERTURN_ENDPOINT;
if (endpoint !== undefined) {
  process.env.AWS_ENDPOINT_URL = endpoint;
  process.env.AWS_REGION ??= 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
}

/** Every implementation of the stores, each held to the same suite. */
export const storeTargets = [
  { name: 'memory', skip: false, make: async () => memoryStores() },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbStores },
];

function memoryStores(): Stores {
  const remittances = new MemoryRemittanceStore();
  const denials = new MemoryDenialStore(remittances);
  const claims = new MemoryClaimStore();
  const parts = new MemoryPartStore();
  return { denials, remittances, claims, parts, registerWait: async (wait) => denials.registerWait(wait) };
}

async function dynamodbStores(): Promise<Stores> {
  const client = documentClient();
  const { work, remittances } = await emptyTables(client, 'contract');
  return {
    denials: dynamodbDenialStore(client, { work, remittances }),
    remittances: dynamodbRemittanceStore(client, remittances),
    claims: dynamodbClaimStore(client, remittances),
    parts: dynamodbPartStore(client, remittances),
    async registerWait({ denialId, level, attempt, number, step, token }) {
      await client.send(
        new UpdateCommand({
          TableName: work,
          Key: { pk: `DENIAL#${denialId}`, sk: `WAIT#${level}#${attempt}#${number}` },
          UpdateExpression:
            'SET #token = :token, #step = :step, #at = :at, #level = :level, #attempt = :attempt, #number = :number',
          ExpressionAttributeNames: {
            '#token': 'token',
            '#step': 'step',
            '#at': 'registeredAt',
            '#level': 'level',
            '#attempt': 'attempt',
            '#number': 'number',
          },
          ExpressionAttributeValues: {
            ':token': token,
            ':step': step,
            ':at': '2026-11-10T12:00:00.000Z',
            ':level': level,
            ':attempt': attempt,
            ':number': number,
          },
        }),
      );
    },
  };
}
