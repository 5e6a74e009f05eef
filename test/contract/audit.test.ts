import { beforeAll, describe, expect, test } from 'vitest';
import { dynamodbChangesByDay } from '../../functions/adapters/dynamodb/changes-by-day.ts';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbDailyRoots } from '../../functions/adapters/dynamodb/daily-roots.ts';
import { dynamodbDenialStore } from '../../functions/adapters/dynamodb/denial-store.ts';
import { MemoryDailyRoots, memoryChangesByDay } from '../../functions/adapters/memory/audit.ts';
import { MemoryDenialStore } from '../../functions/adapters/memory/denial-store.ts';
import { MemoryRemittanceStore } from '../../functions/adapters/memory/remittance-store.ts';
import { changeDenial } from '../../functions/core/denial/change.ts';
import type { ChangesByDay, DailyRoots, KeptChange } from '../../functions/ports/audit.ts';
import type { DenialStore } from '../../functions/ports/denial-store.ts';
import { emptyTables } from '../fixtures/empty-tables.ts';
import { assessedDenial } from '../fixtures/opened-denial.ts';
import { endpoint } from './support/targets.ts';

interface Stores {
  readonly denials: DenialStore;
  readonly changes: ChangesByDay;
  readonly roots: DailyRoots;
}

const targets = [
  {
    name: 'memory',
    skip: false,
    make: async (): Promise<Stores> => {
      const denials = new MemoryDenialStore(new MemoryRemittanceStore());
      return { denials, changes: memoryChangesByDay(denials), roots: new MemoryDailyRoots() };
    },
  },
  {
    name: 'dynamodb (set OVERTURN_ENDPOINT)',
    skip: endpoint === undefined,
    make: async (): Promise<Stores> => {
      const client = documentClient();
      const { work, remittances } = await emptyTables(client, 'contract-audit');
      return {
        denials: dynamodbDenialStore(client, { work, remittances }),
        changes: dynamodbChangesByDay(client, work),
        roots: dynamodbDailyRoots(client, work),
      };
    },
  },
];

const by = { type: 'NoteWritten', actor: { kind: 'user', userId: 'ana' } } as const;

describe.for(targets)('the audit by day: $name', ({ skip, make }) => {
  let stores: Stores;
  let denialId: string;
  /** The second event at noon of the 20th, the third in the first instant of the 21st, the fourth at its noon. */
  beforeAll(async () => {
    if (skip) return;
    stores = await make();
    const { denial, event } = assessedDenial();
    denialId = denial.denialId;
    await stores.denials.openFollowUp({ denial, event });
    let current = denial;
    for (const at of ['2027-01-20T12:00:00.000Z', '2027-01-21T00:00:00.000Z', '2027-01-21T12:00:00.000Z']) {
      const change = changeDenial(current, {}, { ...by, at });
      await stores.denials.change(change);
      current = change.after;
    }
  });

  const between = async (from: string, until: string) => {
    const found: KeptChange[] = [];
    for await (const some of stores.changes.between(from, until)) found.push(...some);
    return found.map(({ event }) => event.version).sort();
  };

  test.skipIf(skip)('tells the changes of a day, the newest first, with their practice', async () => {
    const found = await stores.changes.ofDay('2027-01-21', 10, null);
    expect(found.map(({ event }) => event.version)).toEqual([4, 3]);
    expect(found[0]).toMatchObject({
      practiceId: (await stores.denials.read(denialId as never))?.practiceId,
      event: { denialId, at: '2027-01-21T12:00:00.000Z' },
    });
    expect(await stores.changes.ofDay('2027-01-22', 10, null)).toEqual([]);
  });

  test.skipIf(skip)('tells the next ones from a place on', async () => {
    const [first] = await stores.changes.ofDay('2027-01-21', 1, null);
    const rest = await stores.changes.ofDay('2027-01-21', 10, first?.position ?? '');
    expect(rest.map(({ event }) => event.version)).toEqual([3]);
  });

  test.skipIf(skip)('tells all from an instant on and before another, over midnight', async () => {
    expect(await between('2027-01-20T12:00:00.000Z', '2027-01-21T12:00:00.000Z')).toEqual([2, 3]);
    expect(await between('2027-01-20T12:00:00.001Z', '2027-01-21T12:00:00.001Z')).toEqual([3, 4]);
    expect(await between('2027-01-20T00:00:00.000Z', '2027-01-21T00:00:00.000Z')).toEqual([2]);
  });

  test.skipIf(skip)('keeps the root of a day once and for all', async () => {
    const root = {
      day: '2027-01-20',
      root: 'a'.repeat(64),
      previous: null,
      from: '2027-01-20T00:00:00.000Z',
      until: '2027-01-21T00:00:00.000Z',
      heads: 1,
      objectVersionId: 'v1',
    };
    expect(await stores.roots.last()).toBeNull();
    expect(await stores.roots.keep(root)).toBe('kept');
    expect(await stores.roots.keep({ ...root, root: 'b'.repeat(64) })).toBe('there_already');
    expect(await stores.roots.find('2027-01-20')).toEqual(root);
    const next = { ...root, day: '2027-01-21', previous: root.root };
    await stores.roots.keep(next);
    expect(await stores.roots.last()).toEqual(next);
    expect(await stores.roots.find('2027-01-22')).toBeNull();
  });
});
