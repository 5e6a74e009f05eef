import { beforeAll, describe, expect, test } from 'vitest';
import { dynamodbAccessLog } from '../../functions/adapters/dynamodb/access-log.ts';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { MemoryAccessLog } from '../../functions/adapters/memory/access-log.ts';
import type { AccessLog } from '../../functions/ports/access-log.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { endpoint } from './support/targets.ts';

const DAY = '2026-11-10';

describe.for([
  { name: 'memory', skip: false, make: async (): Promise<AccessLog> => new MemoryAccessLog() },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbLog },
])('the access log: $name', ({ skip, make }) => {
  let log: AccessLog;
  beforeAll(async () => {
    if (skip) return;
    log = await make();
    for (let index = 0; index < 30; index += 1) {
      const minute = String(Math.floor(index / 2)).padStart(2, '0');
      await log.record(entry(`p${index}`, `${DAY}T10:${minute}:00.000Z`));
    }
    await log.record(entry('yesterday', '2026-11-09T23:59:59.999Z'));
    await log.record(entry('tomorrow', '2026-11-11T00:00:00.000Z'));
  });

  test.skipIf(skip)('tells the newest of a day, as they were kept', async () => {
    const found = await log.ofDay(DAY, 4, null);
    expect(found.map(({ entry: { userId } }) => userId).toSorted()).toEqual(['p26', 'p27', 'p28', 'p29']);
    expect(found[0]?.entry).toEqual(entry(found[0]?.entry.userId ?? '', `${DAY}T10:14:00.000Z`));
  });

  test.skipIf(skip)('tells each once, page by page', async () => {
    const seen: string[] = [];
    let before: string | null = null;
    for (;;) {
      const found = await log.ofDay(DAY, 7, before);
      seen.push(...found.map(({ entry: { userId } }) => userId));
      if (found.length < 7) break;
      before = found.at(-1)?.position ?? null;
    }
    expect(seen.toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => `p${index}`).toSorted());
  });
});

function entry(userId: string, at: string) {
  const outcome = 'refused' as const;
  return { at, userId, operation: 'read', subject: 'a'.repeat(32), outcome, reason: 'Not yours.' };
}

async function dynamodbLog(): Promise<AccessLog> {
  const client = documentClient();
  const table = await emptyTable(client, 'contract-access');
  return dynamodbAccessLog(client, table);
}
