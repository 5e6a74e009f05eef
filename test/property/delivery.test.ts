import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliveryBy } from '../../functions/adapters/delivery/delivery.ts';
import { approveAppeal } from '../../functions/use-cases/approve-appeal.ts';
import { deliverAppeal } from '../../functions/use-cases/deliver-appeal.ts';
import { AppealSystem, biller } from '../fixtures/appeal-system.ts';
import { Crash, crashing, Fuse } from '../fixtures/crashing.ts';

/** How one call of the workflow's task goes: to its end, twice at once, or dead after so many effects. */
const course = fc.oneof(
  fc.constant('whole' as const),
  fc.constant('twice at once' as const),
  fc.integer({ min: 1, max: 5 }),
);

async function held(): Promise<AppealSystem> {
  const system = new AppealSystem();
  const { denialId, version, candidate } = await system.readyToApprove();
  const approval = { expectedVersion: version, candidateSha256: candidate?.sha256 ?? '' };
  await approveAppeal(system.ports, { user: biller, denialId, ...approval });
  system.clock.advanceSeconds(31);
  return system;
}

test('however often and wherever delivery breaks off, the approved bytes leave once and are recorded once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(course, { maxLength: 6 }), async (courses) => {
      const system = await held();
      const { denialId, level, attempt, approval } = system.only();
      const call = (fuse: Fuse) => {
        const objects = crashing(system.objects, fuse);
        const denials = crashing(system.denials, fuse);
        const ports = { ...system.ports, objects, denials, delivery: deliveryBy(objects, system.server) };
        return deliverAppeal(ports, { denialId, level, attempt });
      };
      const unbroken = () => call(new Fuse(Number.POSITIVE_INFINITY));
      for (const each of [...courses, 'whole' as const]) {
        if (each === 'whole') await unbroken();
        else if (each === 'twice at once') await Promise.all([unbroken(), unbroken()]);
        else
          await call(new Fuse(each)).catch((error: unknown) => {
            if (!(error instanceof Crash)) throw error;
          });
      }

      expect(system.only()).toMatchObject({
        state: 'awaiting_payer',
        handover: { sha256: approval?.sha256 },
      });
      const types = await system.eventTypes(denialId);
      expect(types.filter((type) => type === 'AppealHandedOver')).toHaveLength(1);
      // Our own note of the drop lies beside what a service takes.
      const dropped = system.objects.list('handover').filter(({ key }) => !key.startsWith('dropped/'));
      expect(new Set(dropped.map(({ key }) => key)).size).toBe(2);
      const texts = dropped.map(({ key, versionId }) => system.text('handover', key, versionId));
      expect(new Set(await Promise.all(texts)).size).toBe(2);
    }),
    { numRuns: 40 },
  );
});
