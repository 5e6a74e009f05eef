import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { batchFile } from '../../functions/core/write-off/batch.ts';
import { exportWriteOffs } from '../../functions/use-cases/export-write-offs.ts';
import { reverseWriteOff } from '../../functions/use-cases/reverse-write-off.ts';
import { writeNote } from '../../functions/use-cases/write-note.ts';
import { AppealSystem, biller, supervisor } from '../fixtures/appeal-system.ts';
import { crashingAll, Fuse } from '../fixtures/crashing.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';

const AT = '2026-11-10T12:00:00.000Z';

/** So many denials, all written off and in no batch. */
async function writtenOff(count: number): Promise<AppealSystem> {
  const system = new AppealSystem();
  const claims = Array.from({ length: count }, (_, n) => deniedClaim(`A${n}`));
  await system.drop(remittanceFile([{ claims }]));
  for (const denial of system.denials.all()) {
    const { amountCents } = denial;
    await system.rewrite(denial, {
      state: 'closed',
      closedAs: 'written_off',
      writeOff: {
        amountCents,
        reasonCode: 'small_balance',
        reason: 'Too small.',
        acknowledgedClocks: [],
        proposedBy: 'rule',
        proposedAt: AT,
        confirmedBy: 'biller',
        confirmedAt: AT,
        secondPerson: 'supervisor',
        secondPersonAt: AT,
        posted: null,
      },
    });
  }
  return system;
}

const by = ({ denialId, version }: Denial) => ({ user: biller, denialId, expectedVersion: version });

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('export' as const), diesAfter: fc.integer({ min: 1, max: 14 }) }),
    fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(4) }),
    fc.record({ kind: fc.constant('note' as const), which: fc.nat(4) }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('every write-off is posted exactly once, or reversed and never posted, whatever happens at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), steps, async (count, atOnce) => {
      const system = await writtenOff(count);
      const all = system.denials.all();
      const practiceId = all[0]?.practiceId as Denial['practiceId'];
      await Promise.all(
        atOnce.map(async (step) => {
          if (step.kind === 'export') {
            const ports = crashingAll(system.ports, new Fuse(step.diesAfter));
            await exportWriteOffs(ports, supervisor, practiceId).catch(() => undefined);
            return;
          }
          const denial = all[step.which % count] as Denial;
          if (step.kind === 'note') await writeNote(system.ports, { ...by(denial), note: 'Seen.' });
          else await reverseWriteOff(system.ports, { ...by(denial), reason: 'It is paid after all.' });
        }),
      );
      for (let n = 0; n <= atOnce.length + 1; n += 1)
        await exportWriteOffs(system.ports, supervisor, practiceId);

      expect(await system.writeOffBatches.open(practiceId)).toEqual([]);
      const batches = await system.writeOffBatches.list(practiceId);
      const posted = batches.flatMap(({ batchId, postings }) =>
        postings.map(({ denialId, amountCents }) => ({ denialId, amountCents, batchId })),
      );
      const marked = system.denials
        .all()
        .flatMap(({ denialId, writeOff }) =>
          writeOff === null
            ? []
            : [{ denialId, amountCents: writeOff.amountCents, batchId: writeOff.posted?.batchId }],
        );
      const sorted = (items: readonly { denialId: string }[]) =>
        items.toSorted((a, b) => (a.denialId < b.denialId ? -1 : 1));
      expect(sorted(posted)).toEqual(sorted(marked));
    }),
    { numRuns: 40 },
  );
});

test('a batch has the same bytes each time, and amounts and accounts that a CSV reader finds again', async () => {
  const system = await writtenOff(2);
  const [first] = system.denials.all() as [Denial, Denial];
  await system.rewrite(first, { claimId: 'ODD, "ONE"' });
  await exportWriteOffs(system.ports, supervisor, first.practiceId);
  const [batch] = await system.writeOffBatches.list(first.practiceId);
  if (batch === undefined) throw new Error('No batch.');
  const csv = batchFile(batch, 'csv');
  await exportWriteOffs(system.ports, supervisor, first.practiceId);
  const again = await system.writeOffBatches.read(first.practiceId, batch.batchId);
  expect(again && batchFile(again, 'csv')).toEqual(csv);
  expect(csv.text.split('\r\n')).toHaveLength(4);
  expect(csv.text).toContain('"ODD, ""ONE"""');
  expect(JSON.parse(batchFile(batch, 'json').text).postings).toHaveLength(2);
});
