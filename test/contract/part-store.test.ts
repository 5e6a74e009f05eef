import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FilePart, PartOutcome } from '../../functions/ports/part-store.ts';
import { inspectFile } from '../../functions/use-cases/inspect-file.ts';
import { planParts } from '../../functions/use-cases/plan-parts.ts';
import { paidClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { type Stores, storeTargets } from './support/targets.ts';

const newFile = () => randomBytes(32).toString('hex');

async function partsOf(claims: number): Promise<readonly FilePart[]> {
  const file = remittanceFile([{ claims: Array.from({ length: claims }, (_, i) => paidClaim(`C${i}`)) }]);
  const source = (async function* () {
    yield file;
  })();
  return planParts(await inspectFile(source, 2), { claims: 2, remittances: 9 });
}

function outcome(claims: number): PartOutcome {
  const counts = { remittances: 1, claims, denials: 0, deniedCents: 0, conflicts: 0 };
  return {
    standing: { ...counts, exceptions: [], warnings: [] },
    shared: [],
    claimsSent: 0,
    acknowledgements: 0,
  };
}

describe.for(storeTargets)('the store of parts: $name', ({ skip, make }) => {
  let stores: Stores;
  beforeAll(async () => {
    if (!skip) stores = await make();
  });

  test.skipIf(skip)('gives back every part as it was registered, and knows no other', async () => {
    const { parts } = stores;
    const [file, planned] = [newFile(), await partsOf(7)];
    expect(planned).toHaveLength(4);
    expect(await parts.registerPlan(file, { parts: planned, remittances: 1 })).toEqual({
      parts: 4,
      remittances: 1,
      done: new Set(),
    });
    for (const part of planned) expect(await parts.readPart(file, part.part)).toEqual(part);
    expect(await parts.readPart(file, 5)).toBeNull();
    expect(await parts.readPlan(newFile())).toBeNull();
  });

  test.skipIf(skip)('keeps the plan that was there first, with what is loaded of it', async () => {
    const { parts } = stores;
    const file = newFile();
    await parts.registerPlan(file, { parts: await partsOf(7), remittances: 1 });
    await parts.recordPart(file, 2, outcome(2));
    const again = await parts.registerPlan(file, { parts: await partsOf(3), remittances: 9 });
    expect(again).toEqual({ parts: 4, remittances: 1, done: new Set([2]) });
  });

  test.skipIf(skip)('counts a part once, however often it is loaded', async () => {
    const { parts } = stores;
    const file = newFile();
    await parts.registerPlan(file, { parts: await partsOf(5), remittances: 1 });
    await parts.recordPart(file, 3, outcome(1));
    await parts.recordPart(file, 1, outcome(2));
    const plan = await parts.recordPart(file, 3, outcome(1));
    expect(plan.done).toEqual(new Set([1, 3]));
    expect((await parts.readPlan(file))?.done).toEqual(new Set([1, 3]));
    expect(await parts.outcomes(file)).toHaveLength(2);
  });

  test.skipIf(skip)('shows all parts to the last of many that are loaded at once', async () => {
    const { parts } = stores;
    const [file, planned] = [newFile(), await partsOf(24)];
    await parts.registerPlan(file, { parts: planned, remittances: 1 });
    const plans = await Promise.all(planned.map(({ part }) => parts.recordPart(file, part, outcome(2))));
    expect(plans.filter(({ done }) => done.size === planned.length)).toHaveLength(1);
    const claims = (await parts.outcomes(file)).map(({ standing }) => standing.claims);
    expect(claims.reduce((a, b) => a + b, 0)).toBe(24);
  });
});
