import { expect, test } from 'vitest';
import { deliveryBy } from '../../../functions/adapters/delivery/delivery.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { deliverAppeal } from '../../../functions/use-cases/deliver-appeal.ts';
import { draftAppeal } from '../../../functions/use-cases/draft-appeal.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { Crash, crashing, Fuse } from '../../fixtures/crashing.ts';

/** The ports of a process that dies after the nth effect. */
function fused(system: AppealSystem, fuse: Fuse): AppealSystem['ports'] {
  const objects = crashing(system.objects, fuse);
  return {
    ...system.ports,
    objects,
    denials: crashing(system.denials, fuse),
    delivery: deliveryBy(objects, system.sftp),
  };
}

const task = ({ denialId, level, attempt }: Denial) => ({ denialId, level, attempt });

async function effectsOf(run: (fuse: Fuse) => Promise<unknown>): Promise<number> {
  const fuse = new Fuse(Number.POSITIVE_INFINITY);
  await run(fuse);
  return fuse.effects;
}

async function held(): Promise<AppealSystem> {
  const system = new AppealSystem();
  const { denialId, version, candidate } = await system.readyToApprove();
  const approval = { expectedVersion: version, candidateSha256: candidate?.sha256 ?? '' };
  await approveAppeal(system.ports, { user: biller, denialId, ...approval });
  system.clock.advanceSeconds(31);
  return system;
}

test('drafting that dies after any effect is done by the next try, once', async () => {
  const effects = await effectsOf(async (fuse) => {
    const system = new AppealSystem();
    await draftAppeal(fused(system, fuse), task(await system.routed()));
  });
  // Letter, packet and what they were made from are stored, then the record.
  expect(effects).toBe(4);
  for (let after = 1; after <= effects; after += 1) {
    const system = new AppealSystem();
    const denial = await system.routed();
    await expect(draftAppeal(fused(system, new Fuse(after)), task(denial))).rejects.toThrow(Crash);
    expect((await system.runDraft(denial)).next).toBe('wait_for_person');
    expect(system.only()).toMatchObject({ state: 'drafting', draftNumber: 1, version: 3 });
  }
});

test('delivery that dies after any effect hands over the same bytes to the same place, and says so once', async () => {
  const effects = await effectsOf(async (fuse) => {
    const system = await held();
    await deliverAppeal(fused(system, fuse), task(system.only()));
  });
  expect(effects).toBe(4);
  for (let after = 1; after <= effects; after += 1) {
    const system = await held();
    const denial = system.only();
    await expect(deliverAppeal(fused(system, new Fuse(after)), task(denial))).rejects.toThrow(Crash);
    expect((await system.runDeliver(denial)).next).toBe('wait_for_payer');

    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      handover: { sha256: denial.approval?.sha256 },
    });
    const dropped = system.objects.list('handover');
    // The packet and its manifest.
    expect(new Set(dropped.map(({ key }) => key)).size).toBe(2);
    const texts = await Promise.all(
      dropped.map(({ key, versionId }) => system.text('handover', key, versionId)),
    );
    expect(new Set(texts).size).toBe(2);
    const types = await system.eventTypes(denial.denialId);
    expect(types.filter((type) => type === 'AppealHandedOver')).toHaveLength(1);
  }
});
