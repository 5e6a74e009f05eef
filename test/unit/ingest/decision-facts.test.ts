import { describe, expect, test } from 'vitest';
import { decisionFactSchema } from '../../../functions/core/rulebook/simulate/decision-fact.ts';
import { factsAt } from '../../../functions/use-cases/archive-facts.ts';
import { continueFile } from '../../../functions/use-cases/receive-file.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

async function archivedIn(system: MemorySystem) {
  const objects = system.objects.list('archive').filter(({ key }) => key.startsWith('facts/'));
  const texts = await Promise.all(objects.map((object) => system.objects.read(object)));
  const facts = texts.flatMap((bytes) =>
    new TextDecoder()
      .decode(bytes)
      .trim()
      .split('\n')
      .map((line) => decisionFactSchema.parse(JSON.parse(line))),
  );
  return { keys: objects.map(({ key }) => key), facts };
}

describe('decision facts', () => {
  test('are archived for every claim of a remittance, under its day, denied or not', async () => {
    const system = new MemorySystem();
    const claims = [deniedClaim('A'), paidClaim('B')];
    await system.drop(remittanceFile([{ claims, paidOn: '20261103', producedOn: '20261102' }]));

    const { keys, facts } = await archivedIn(system);

    expect(keys).toHaveLength(1);
    expect(factsAt(keys[0] ?? '')).toMatchObject({ day: '2026-11-02', lastOrdinal: 2 });
    expect(facts.map(({ ordinal, decided }) => [ordinal, decided?.route])).toEqual([
      [1, 'appeal'],
      [2, undefined],
    ]);
  });

  test('hold neither names nor numbers of patient and claim', async () => {
    const system = new MemorySystem();
    const claim = { ...deniedClaim('ZZSENTINEL'), member: 'ZZSENTINEL', number: 'ZZSENTINEL' };
    await system.drop(remittanceFile([{ claims: [claim] }]));

    const { keys, facts } = await archivedIn(system);

    expect(facts).toHaveLength(1);
    expect(JSON.stringify([keys, facts])).not.toContain('SENTINEL');
  });

  test('are not archived again for a remittance that comes in another envelope', async () => {
    const system = new MemorySystem();
    const claims = [deniedClaim('A')];
    await system.drop(remittanceFile([{ claims, control: '0001' }]), 'first');
    await system.drop(remittanceFile([{ claims, control: '0002' }]), 'second');

    expect((await archivedIn(system)).facts).toHaveLength(1);
  });

  test('are archived once each when a load runs out of time and goes on', async () => {
    const system = new MemorySystem();
    const claims = Array.from({ length: 120 }, (_, index) => paidClaim(`P${index}`));
    system.timeLeftMs = () => 0;
    await system.drop(remittanceFile([{ claims }]));
    for (let message = system.queue.messages.shift(); message; message = system.queue.messages.shift())
      await continueFile(message, system);

    const { keys, facts } = await archivedIn(system);

    expect(keys.length).toBeGreaterThan(1);
    expect(facts.map(({ ordinal }) => ordinal)).toEqual(claims.map((_, index) => index + 1));
  });
});
