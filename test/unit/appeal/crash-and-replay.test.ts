import { expect, test } from 'vitest';
import { deliveryBy } from '../../../functions/adapters/delivery/delivery.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { deliverAppeal } from '../../../functions/use-cases/deliver-appeal.ts';
import { draftAppeal } from '../../../functions/use-cases/draft-appeal.ts';
import { writeNote } from '../../../functions/use-cases/write-note.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { Crash, crashing, Fuse } from '../../fixtures/crashing.ts';

/** The ports of a process that dies after the nth effect. */
function fused(system: AppealSystem, fuse: Fuse): AppealSystem['ports'] {
  const objects = crashing(system.objects, fuse);
  return {
    ...system.ports,
    objects,
    denials: crashing(system.denials, fuse),
    delivery: deliveryBy(objects, system.server),
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

test('what has left before a crash is recorded as sent, whatever changed before the next try', async () => {
  // Packet, our note and manifest are stored: the third effect is the last before the record.
  const system = await held();
  const denial = system.only();
  await expect(deliverAppeal(fused(system, new Fuse(3)), task(denial))).rejects.toThrow(Crash);
  changeFax(system);
  await system.runDeliver(denial);
  expect(system.only()).toMatchObject({
    state: 'awaiting_payer',
    voidedApproval: null,
    handover: { sha256: denial.approval?.sha256 },
  });
  expect(system.only().nextAction).toMatch(/fax number for appeals.*It had left by then/);
});

test('what has not left before a crash is void where something changed before the next try', async () => {
  for (const after of [1, 2]) {
    const system = await held();
    const denial = system.only();
    await expect(deliverAppeal(fused(system, new Fuse(after)), task(denial))).rejects.toThrow(Crash);
    changeFax(system);
    await system.runDeliver(denial);
    expect(system.only()).toMatchObject({ state: 'drafting', approval: null, handover: null });
  }
});

test('what a service has taken away before it was recorded is not dropped again', async () => {
  const system = await held();
  const denial = system.only();
  await expect(deliverAppeal(fused(system, new Fuse(3)), task(denial))).rejects.toThrow(Crash);
  const find = system.objects.find.bind(system.objects);
  system.objects.find = async (bucket, key) =>
    bucket === 'handover' && !key.startsWith('dropped/') ? null : find(bucket, key);
  const before = system.objects.list('handover').length;
  await system.runDeliver(denial);
  expect(system.objects.list('handover')).toHaveLength(before);
  expect(system.only().state).toBe('awaiting_payer');
  expect(system.only().nextAction).toMatch(/ask the receiver whether they have it\. Wait for the payer/);
});

test('a record that changes while the letter leaves, with its facts, says that it left', async () => {
  const system = await held();
  const denial = system.only();
  const { delivery } = system.ports;
  let isFirst = true;
  const handOver: typeof delivery.handOver = async (...asked) => {
    const taken = await delivery.handOver(...asked);
    if (isFirst) {
      changeFax(system);
      const { version: expectedVersion } = system.only();
      const { denialId } = denial;
      await writeNote(system.ports, { user: biller, denialId, expectedVersion, note: 'Called the payer.' });
    }
    isFirst = false;
    return taken;
  };
  await deliverAppeal({ ...system.ports, delivery: { ...delivery, handOver } }, task(denial));
  expect(system.only()).toMatchObject({
    state: 'awaiting_payer',
    handover: { sha256: denial.approval?.sha256 },
  });
});

/** Another person publishes another fax number of the payer's office: a fact of the letter. */
function changeFax(system: AppealSystem): void {
  const { organisation } = system;
  const payers = organisation.payers.map((payer) => ({
    ...payer,
    appealLevels: payer.appealLevels.map((office) => ({ ...office, fax: '402 555 0199' })),
  }));
  system.organisation = { ...organisation, payers };
}

test('delivery that dies after any effect hands over the same bytes to the same place, and says so once', async () => {
  const effects = await effectsOf(async (fuse) => {
    const system = await held();
    await deliverAppeal(fused(system, fuse), task(system.only()));
  });
  expect(effects).toBe(5);
  for (let after = 1; after <= effects; after += 1) {
    const system = await held();
    const denial = system.only();
    await expect(deliverAppeal(fused(system, new Fuse(after)), task(denial))).rejects.toThrow(Crash);
    expect((await system.runDeliver(denial)).next).toBe('wait_for_payer');

    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      handover: { sha256: denial.approval?.sha256 },
    });
    const dropped = system.objects.list('handover').filter(({ key }) => !key.startsWith('dropped/'));
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
