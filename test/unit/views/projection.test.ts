import { beforeEach, describe, expect, test } from 'vitest';
import { memoryRecordSource } from '../../../functions/adapters/memory/record-source.ts';
import { MemoryViewStore } from '../../../functions/adapters/memory/view-store.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { outcomeCellsOf } from '../../../functions/core/views/outcome-cells.ts';
import { project } from '../../../functions/handlers/project/handler.ts';
import type { ViewGenerations } from '../../../functions/ports/view-generations.ts';
import type { ViewStore } from '../../../functions/ports/view-store.ts';
import { projectDenials, RecordsUnreadableError } from '../../../functions/use-cases/project-denials.ts';
import { deleteSuperseded, rebuildViews } from '../../../functions/use-cases/rebuild-views.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';

let system: AppealSystem;
let denial: Denial;
beforeEach(async () => {
  system = new AppealSystem();
  denial = await system.routed();
});

const queue = async () => {
  const { current } = await system.views.generations();
  return system.views.queue(current, denial.practiceId);
};
const ports = () => ({
  views: system.views as ViewStore,
  generations: system.views,
  holder: 'operator',
  clock: system.clock,
  records: memoryRecordSource(system.denials),
});

test('a denial stands in the queue as its record says', async () => {
  await system.project();
  const { denialId, version, sendBy, claimId, amountCents, state } = denial;
  expect(await queue()).toMatchObject([
    { denialId, version, sendBy, claimId, amountCents, state, reason: 'CO-50' },
  ]);
});

test('no row holds the name, birth date or member id of the patient, or a date of service', async () => {
  await system.project();
  const text = JSON.stringify(await queue());
  for (const secret of ['2026-10-05', '20261005', 'DOE', 'Doe']) expect(text).not.toContain(secret);
});

test('what was closed leaves the queue and stays in the figures', async () => {
  await system.project();
  await system.rewrite(denial, { state: 'closed', closedAs: 'upheld' });
  await system.project();
  expect(await queue()).toEqual([]);
  expect(await system.views.figures(1, denial.practiceId, '2000-01-01', '2099-01-01')).toMatchObject([
    { denialId: denial.denialId, closedAs: 'upheld' },
  ]);
});

test('outcomes are counted once, however often the records come, and taken back when one opens again', async () => {
  const closed = await system.rewrite(denial, { state: 'closed', closedAs: 'upheld' });
  await system.project();
  await system.project();
  const cells = async () => outcomeCellsOf(await system.views.outcomes(1));
  expect(await cells()).toEqual([
    { route: 'appeal', reason: 'CO-50', payerId: denial.payerId, n: 1, overturned: 0, recovered: 0 },
  ]);
  await system.rewrite(closed, { state: 'needs_review', closedAs: null });
  await system.project();
  expect(await cells()).toEqual([]);
});

test('a notice that comes late never brings back what has left', async () => {
  await system.project();
  const records = memoryRecordSource(system.denials);
  let reads = 0;
  // Between its reading of the page and its writing, the denial is closed and projected by somebody else.
  const overtaken: ViewStore = {
    ...bound(system.views),
    putQueuePage: async (...args) => {
      reads += 1;
      if (reads === 1) {
        await system.rewrite(system.only(), { state: 'closed', closedAs: 'expired' });
        await system.project();
      }
      return system.views.putQueuePage(...args);
    },
  };
  await system.rewrite(denial, { assignee: 'biller' });
  await projectDenials([denial.denialId], { ...ports(), records, views: overtaken });
  expect(await queue()).toEqual([]);
});

test('an unreadable record is told after the others were projected', async () => {
  const records = {
    ...memoryRecordSource(system.denials),
    readMany: async () => ({ denials: [denial], unreadable: ['broken' as Denial['denialId']] }),
  };
  await expect(projectDenials([denial.denialId], { ...ports(), records })).rejects.toThrow(
    RecordsUnreadableError,
  );
  expect(await queue()).toHaveLength(1);
});

test('a record of the stream that is none fails the batch once the others are projected', async () => {
  const record = (pk: string) => ({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: 'META' } } } });
  const event = { Records: [record('STRANGE'), record(`DENIAL#${denial.denialId}`)] };
  await expect(project(event, ports())).rejects.toMatchObject({ code: 'DEN-3009' });
  expect(await queue()).toHaveLength(1);
});

test('while all is made anew the old views answer, and what changes meanwhile is in the new ones too', async () => {
  await system.project();
  const { records } = ports();
  const slow = {
    ...records,
    allIds: async (cursor: string | null) => {
      const found = await records.allIds(cursor);
      expect((await system.views.generations()).current).toBe(1);
      await system.rewrite(system.only(), { assignee: 'biller' });
      await system.project();
      expect(await queue()).toMatchObject([{ assignee: 'biller' }]);
      return found;
    },
  };
  expect(await rebuildViews({ ...ports(), records: slow }, () => {})).toEqual({
    kind: 'rebuilt',
    generation: 2,
    records: 1,
  });
  expect(await system.views.generations()).toEqual({ current: 2, building: null });
  expect(await queue()).toMatchObject([{ assignee: 'biller' }]);
});

test('a rebuild that dies leaves the old views in use, and the next one begins another generation', async () => {
  await system.project();
  const { records } = ports();
  const dying = { ...records, allIds: () => Promise.reject(new Error('The machine is gone.')) };
  await expect(rebuildViews({ ...ports(), records: dying }, () => {})).rejects.toThrow();
  expect(await system.views.generations()).toEqual({ current: 1, building: 2 });
  expect(await queue()).toHaveLength(1);
  expect(await rebuildViews(ports(), () => {})).toMatchObject({ generation: 3 });
  expect(await queue()).toHaveLength(1);
});

describe('two rebuilds at once', () => {
  /** Walks the records once the other one has tried. */
  const meanwhile = (other: () => Promise<unknown>) => {
    const { records } = ports();
    return {
      ...records,
      allIds: async (cursor: string | null) => {
        await other();
        return records.allIds(cursor);
      },
    };
  };
  const another = () => rebuildViews({ ...ports(), holder: 'another' }, () => {});

  test('are one: the second is told who builds, and until when', async () => {
    let second: unknown;
    const records = meanwhile(async () => {
      second = await another();
    });
    expect(await rebuildViews({ ...ports(), records }, () => {})).toMatchObject({ generation: 2 });
    expect(second).toEqual({ kind: 'taken', by: { holder: 'operator', until: '2026-11-10T12:05:00.000Z' } });
    expect(await system.views.generations()).toEqual({ current: 2, building: null });
  });

  test('one after the other are two: who has ended gives the lease back', async () => {
    await rebuildViews(ports(), () => {});
    expect(await another()).toMatchObject({ kind: 'rebuilt', generation: 3 });
  });

  test('where the first was silent for too long, the second takes over, and the first switches nothing', async () => {
    const records = meanwhile(async () => {
      system.clock.advanceSeconds(301);
      await system.views.lease({ holder: 'another', until: '2026-11-10T12:30:00.000Z' }, system.clock.now());
      await system.views.begin();
    });
    expect(await rebuildViews({ ...ports(), records }, () => {})).toMatchObject({
      kind: 'taken',
      by: { holder: 'another' },
    });
    expect(await system.views.generations()).toEqual({ current: 1, building: 3 });
  });
});

describe('a superseded generation', () => {
  const countOf = async (generation: number) =>
    (await system.views.queue(generation, denial.practiceId)).length +
    (await system.views.figures(generation, denial.practiceId, '0000', '9999')).length;

  test('stays until nobody reads it any more, and is then deleted whole', async () => {
    await system.rewrite(denial, { assignee: 'biller' });
    await system.project();
    await rebuildViews(ports(), () => {});
    expect(await deleteSuperseded(ports(), () => {})).toEqual({
      kind: 'too_early',
      until: '2026-11-10T12:01:30.000Z',
    });
    expect(await countOf(1)).toBe(2);
    system.clock.advanceSeconds(90);
    expect(await deleteSuperseded(ports(), () => {})).toEqual({ kind: 'deleted', items: 3 });
    expect(await countOf(1)).toBe(0);
    expect(await system.views.changesSince(1, denial.practiceId, '0000', 10)).toEqual([]);
    expect(await countOf(2)).toBe(2);
  });

  test('is deleted to the end by the next run where one was stopped half-way', async () => {
    await system.project();
    await rebuildViews(ports(), () => {});
    system.clock.advanceSeconds(90);
    let calls = 0;
    const dying = {
      ...bound(system.views),
      deleteSome: (cursor: string | null) => {
        calls += 1;
        if (calls === 2) throw new Error('The machine is gone.');
        return system.views.deleteSome(cursor);
      },
    };
    await expect(deleteSuperseded({ ...ports(), generations: dying }, () => {})).rejects.toThrow();
    expect(await countOf(1)).toBe(1);
    await deleteSuperseded(ports(), () => {});
    expect(await countOf(1)).toBe(0);
  });

  test('is also one that was begun and never finished, and none that is being built', async () => {
    await system.project();
    await system.views.begin();
    await system.project();
    await system.views.begin();
    await system.project();
    await deleteSuperseded(ports(), () => {});
    expect([await countOf(1), await countOf(2), await countOf(3)]).toEqual([2, 0, 2]);
  });

  test('is not deleted while somebody rebuilds', async () => {
    await system.project();
    await system.views.lease({ holder: 'another', until: '2026-11-10T12:30:00.000Z' }, system.clock.now());
    expect(await deleteSuperseded(ports(), () => {})).toMatchObject({ kind: 'taken' });
  });
});

function bound(store: MemoryViewStore): ViewStore & ViewGenerations {
  const methods = Object.getOwnPropertyNames(MemoryViewStore.prototype).filter(
    (name) => name !== 'constructor',
  );
  return Object.fromEntries(
    methods.map((name) => [name, (store[name as keyof MemoryViewStore] as () => unknown).bind(store)]),
  ) as unknown as ViewStore & ViewGenerations;
}
