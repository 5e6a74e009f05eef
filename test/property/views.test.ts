import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryClock } from '../../functions/adapters/memory/clock.ts';
import { memoryRecordSource } from '../../functions/adapters/memory/record-source.ts';
import { MemoryViewStore } from '../../functions/adapters/memory/view-store.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { outcomeKeyOf } from '../../functions/core/views/outcome-cells.ts';
import { projectDenials } from '../../functions/use-cases/project-denials.ts';
import { rebuildViews } from '../../functions/use-cases/rebuild-views.ts';
import { assessedDenial } from '../fixtures/opened-denial.ts';

const ORIGINALS = Array.from({ length: 6 }, (_, i): Denial => {
  const { denial } = assessedDenial();
  return { ...denial, practiceId: `P${i % 2}` as Denial['practiceId'], payerId: `payer-${i % 3}` };
});

const patch: fc.Arbitrary<Partial<Denial>> = fc.oneof(
  fc.record({ assignee: fc.constantFrom('ann', 'bob', null) }),
  fc.record({ route: fc.constantFrom('appeal' as const, 'write_off' as const, 'correct_resubmit' as const) }),
  fc.record({
    state: fc.constant('closed' as const),
    closedAs: fc.constantFrom('upheld' as const, 'overturned' as const, 'superseded' as const),
    resolution: fc.record({
      kind: fc.constant('overturned' as const),
      reversedBy: fc.constant(null),
      by: fc.constant(null),
      on: fc.constant(null),
      credit: fc.constant(null),
      recoveredCents: fc.nat(200_000),
    }),
  }),
  fc.constant({ state: 'needs_review' as const, closedAs: null, resolution: null }),
);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), of: fc.nat(5), patch }) },
  // A notice of any record: in time, twice, late, in another order, several at once.
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('notice' as const),
      of: fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'rebuild' as const }) },
);

async function contents(views: MemoryViewStore) {
  const { current } = await views.generations();
  const byId = (a: { denialId: string }, b: { denialId: string }) => (a.denialId < b.denialId ? -1 : 1);
  const practices = ['P0', 'P1'] as Denial['practiceId'][];
  const queue = (await Promise.all(practices.map((id) => views.queue(current, id)))).flat();
  const figures = await Promise.all(practices.map((id) => views.figures(current, id, '0000', '9999')));
  const outcomes = (await views.outcomes(current)).filter(({ n }) => n !== 0);
  return {
    queue: queue.toSorted(byId),
    figures: figures.flat().toSorted(byId),
    outcomes: outcomes.toSorted((a, b) => (outcomeKeyOf(a) < outcomeKeyOf(b) ? -1 : 1)),
  };
}

test('views projected change by change, in any order and any number of times, are those made from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const records = new Map(ORIGINALS.map((denial) => [denial.denialId, denial]));
      const source = memoryRecordSource({
        read: async (id) => records.get(id) ?? null,
        all: () => [...records.values()],
      });
      const ports = { records: source, clock: new MemoryClock('2026-11-20T12:00:00.000Z') };
      const views = new MemoryViewStore();
      const ids = ORIGINALS.map(({ denialId }) => denialId);
      for (const each of steps) {
        if (each.kind === 'rebuild')
          await rebuildViews({ ...ports, views, generations: views, holder: 'test' }, () => {});
        else if (each.kind === 'notice') {
          const noticed = each.of.flatMap((index) => ids[index] ?? []);
          await Promise.all([
            projectDenials(noticed, { ...ports, views }),
            projectDenials(noticed, { ...ports, views }),
          ]);
        } else {
          const id = ids[each.of];
          const before = id && records.get(id);
          if (before) records.set(before.denialId, { ...before, ...each.patch, version: before.version + 1 });
        }
      }
      // Every change is told at least once, at some time after it was made.
      for (const id of ids.toReversed()) await projectDenials([id], { ...ports, views });

      const fresh = new MemoryViewStore();
      await rebuildViews({ ...ports, views: fresh, generations: fresh, holder: 'test' }, () => {});
      expect(await contents(views)).toEqual(await contents(fresh));
    }),
    { numRuns: 150 },
  );
});
