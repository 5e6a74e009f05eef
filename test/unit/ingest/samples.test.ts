import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { assessBy } from '../../../functions/use-cases/assess-claim.ts';
import { receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';

const folder = path.join(import.meta.dirname, '../../../events/samples');
const assess = assessBy({ rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] });

/** The file through inspection, load and routing, with the rulebook and the clocks of this release. */
async function worked(bytes: Uint8Array) {
  const system = new MemorySystem();
  const ports = { ...system, assess };
  const result = await receiveFile(await system.put(bytes), ports);
  const denied = system.denials.all().filter(({ followUp }) => followUp === null);
  for (const { denialId } of denied) {
    await routeDenial({ denialId, level: 1, attempt: 1 }, system);
  }
  return { system, result, denied: system.denials.all().filter(({ followUp }) => followUp === null) };
}

describe('our own samples go the cloud way', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.835')))('%s', async (name) => {
    const { denied, result } = await worked(readFileSync(path.join(folder, name)));
    expect(result.kind).toBe('loaded');
    const deniedCents = denied.reduce((sum, denial) => sum + denial.amountCents, 0);
    expect('file' in result && result.file.deniedCents).toBe(deniedCents);
    for (const denial of denied) {
      expect(denial.version, denial.claimId).toBe(2);
      expect(denial.nextAction).not.toBe('');
      expect(denial.deadlines.length, denial.claimId).toBeGreaterThan(0);
    }
  });

  test('and open denials on several routes', async () => {
    const routes = new Set<string>();
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.835')) continue;
      const { denied } = await worked(readFileSync(path.join(folder, name)));
      for (const denial of denied) routes.add(denial.route);
    }
    expect([...routes]).toEqual(
      expect.arrayContaining(['appeal', 'correct_resubmit', 'documentation', 'write_off']),
    );
  });
});

describe('files that other people wrote go the cloud way', () => {
  const corpus = process.env.OVERTURN_CORPUS;
  const files =
    corpus === undefined
      ? ['(set OVERTURN_CORPUS to the folder with 835/, 837/ and 277/)']
      : ['835', '837', '277'].flatMap((kind) =>
          readdirSync(path.join(corpus, kind)).map((name) => path.join(kind, name)),
        );

  test.skipIf(corpus === undefined).each(files)('%s', async (name) => {
    const { system, denied, result } = await worked(readFileSync(path.join(corpus ?? '', name)));
    if (!('file' in result)) throw new Error('A first arrival has a ledger record.');
    expect(result.file.statusReason).not.toBe('');
    if (result.kind === 'loaded') {
      expect(result.file.claims).toBe(system.remittances.payments().length);
      expect(result.file.denials).toBe(denied.length);
    } else if (name.startsWith('835')) {
      expect(result.file.exceptions.length).toBeGreaterThan(0);
    } else {
      expect(system.remittances.payments()).toEqual([]);
    }
  });
});
