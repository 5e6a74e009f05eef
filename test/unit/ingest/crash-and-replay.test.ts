import { expect, test } from 'vitest';
import { receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { Crash, crashingAll, Fuse } from '../../fixtures/crashing.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const file = remittanceFile([
  { claims: [deniedClaim('A1'), ...Array.from({ length: 17 }, (_, i) => paidClaim(`P${i}`))], trace: 'T1' },
  { claims: [deniedClaim('B1')], trace: 'T2' },
  { claims: [deniedClaim('C1')], trace: 'T3', truncated: true },
]);

async function effectsOfOneLoad(): Promise<number> {
  const fuse = new Fuse(Number.POSITIVE_INFINITY);
  const system = new MemorySystem();
  await receiveFile(await system.put(file), crashingAll(system, fuse));
  return fuse.effects;
}

test('a crash after any effect, and the same event again, leaves what one run leaves', async () => {
  const undisturbed = new MemorySystem();
  const outcome = await undisturbed.drop(file);
  const effects = await effectsOfOneLoad();
  expect(effects).toBeGreaterThan(8);

  for (let after = 1; after <= effects; after += 1) {
    const system = new MemorySystem();
    const object = await system.put(file);
    await expect(
      receiveFile(object, crashingAll(system, new Fuse(after))),
      `effect ${after}`,
    ).rejects.toThrow(Crash);
    const again = await receiveFile(object, system);
    expect(system.contents(), `effect ${after}`).toEqual(undisturbed.contents());
    // Only the very last effect, the ledger's own end, leaves nothing to do.
    if (after < effects) expect(again, `effect ${after}`).toEqual(outcome);
    const [listed] = await system.remittances.listFiles(1);
    expect(listed?.status).toBe('loaded_with_exceptions');
  }
});
