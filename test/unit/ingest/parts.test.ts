import { describe, expect, test } from 'vitest';
import type { LoadMessage } from '../../../functions/ports/inbox.ts';
import { inspectFile } from '../../../functions/use-cases/inspect-file.ts';
import { planParts } from '../../../functions/use-cases/plan-parts.ts';
import { continueFile, type ReceiveDeps, receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { Crash, crashingAll, Fuse } from '../../fixtures/crashing.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import {
  type ClaimSpec,
  deniedClaim,
  paidClaim,
  remittanceFile,
  reversalOf,
} from '../../fixtures/remittance-file.ts';

const SMALL = { claims: 10, remittances: 4 };

const claimsOf = (prefix: string, count: number): ClaimSpec[] =>
  Array.from({ length: count }, (_, i) =>
    i % 3 === 0 ? deniedClaim(`${prefix}${i}`) : paidClaim(`${prefix}${i}`),
  );

/** A long transaction, short ones, one that breaks off and one that was there before. */
const big = remittanceFile([
  { claims: claimsOf('A', 34), trace: 'T1', providerAdjustments: [['WO', 'TAKEN', 1_000]] },
  { claims: claimsOf('B', 3), trace: 'T2' },
  { claims: [], trace: 'T3' },
  { claims: claimsOf('C', 12), trace: 'T4', truncated: true },
  { claims: claimsOf('D', 14), trace: 'T5' },
  { claims: claimsOf('B', 3), trace: 'T2' },
]);

async function dividedSystem(): Promise<MemorySystem> {
  const system = new MemorySystem();
  system.partSize = SMALL;
  expect(await system.drop(big)).toMatchObject({ kind: 'divided' });
  return system;
}

/** What one message leaves that loads the same file. */
async function undivided() {
  const system = new MemorySystem();
  await system.drop(big);
  return endOf(system);
}

async function endOf(system: MemorySystem) {
  const [file] = await system.remittances.listFiles(1);
  return {
    ...system.contents(),
    file,
    remittances: await system.remittances.listRemittances('1555012347', 9),
  };
}

/** Seeded, so that a failure can be repeated. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = items.map((item, i) => ({ item, key: Math.sin(seed * 1000 + i) }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

describe('the plan of a file', () => {
  const bytesOf = async function* () {
    yield big;
  };

  test('puts every claim of every whole transaction into exactly one part, in order', async () => {
    const inspection = await inspectFile(bytesOf(), SMALL.claims);
    const parts = planParts(inspection, SMALL);
    const slices = parts.flatMap((part) => (part.kind === 'remittances' ? part.slices : []));
    const claims = slices.flatMap(({ header, firstClaim, claims: count }) =>
      Array.from({ length: count }, (_, i) => `${header.ordinal}/${firstClaim + i}`),
    );
    const whole = [
      [1, 34],
      [2, 3],
      [5, 14],
    ].flatMap(([ordinal, count]) => Array.from({ length: count ?? 0 }, (_, i) => `${ordinal}/${i + 1}`));
    expect(claims).toEqual(whole);
    expect(parts.map(({ part }) => part)).toEqual([1, 2, 3, 4, 5, 6].slice(0, parts.length));
    expect(parts.length).toBeGreaterThan(4);
  });

  test('divides at the first byte of a CLP', async () => {
    const inspection = await inspectFile(bytesOf(), SMALL.claims);
    const text = new TextDecoder().decode(big);
    const cuts = inspection.transactions.flatMap((transaction) => transaction.cuts);
    expect(cuts.length).toBeGreaterThan(5);
    for (const { byteStart } of cuts) expect(text.slice(byteStart, byteStart + 4)).toBe('CLP*');
  });

  test('says of each transaction which parts hold its claims', async () => {
    const parts = planParts(await inspectFile(bytesOf(), SMALL.claims), SMALL);
    for (const part of parts) {
      for (const slice of part.kind === 'remittances' ? part.slices : []) {
        const holders = parts.filter(
          (other) =>
            other.kind === 'remittances' &&
            other.slices.some(({ header }) => header.ordinal === slice.header.ordinal),
        );
        expect(slice.parts).toEqual({ first: holders[0]?.part, last: holders.at(-1)?.part });
      }
    }
  });

  test('keeps a reversal and its correction together', async () => {
    const pairs = Array.from({ length: 12 }, (_, i) => [reversalOf(paidClaim(`P${i}`)), paidClaim(`P${i}`)]);
    const file = remittanceFile([{ claims: [paidClaim('X'), ...pairs.flat()] }]);
    const inspection = await inspectFile(
      (async function* () {
        yield file;
      })(),
      4,
    );
    const cuts = inspection.transactions[0]?.cuts.map(({ claim }) => claim) ?? [];
    expect(cuts.length).toBeGreaterThan(4);
    for (const claim of cuts.slice(1)) expect(claim % 2).toBe(0);
  });

  test('divides all the same where every claim has one number', async () => {
    const file = remittanceFile([{ claims: Array.from({ length: 40 }, () => paidClaim('SAME')) }]);
    const inspection = await inspectFile(
      (async function* () {
        yield file;
      })(),
      5,
    );
    expect(inspection.transactions[0]?.cuts).toHaveLength(4);
  });
});

describe('a big file', () => {
  test('is one message a part, each told by numbers only', async () => {
    const system = await dividedSystem();
    expect(system.queue.messages.length).toBeGreaterThan(4);
    for (const [index, message] of system.queue.messages.entries()) {
      expect(message).toEqual({
        fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        part: index + 1,
        transaction: expect.any(Number),
        claim: expect.any(Number),
      });
    }
  });

  test('stores nothing before its parts are loaded, and nothing of a transaction that breaks off', async () => {
    const system = await dividedSystem();
    expect(system.remittances.payments()).toEqual([]);
    for (const message of system.queue.messages) await continueFile(message, system);
    expect(system.remittances.payments().filter(({ claim }) => claim.claimId.startsWith('C'))).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'ends as one message ends it, its parts in any order (%i)',
    async (seed) => {
      const system = await dividedSystem();
      const messages = seed === 1 ? system.queue.messages : shuffled(system.queue.messages, seed);
      const results = [];
      for (const message of messages) results.push((await continueFile(message, system)).kind);
      expect(results.slice(0, -1)).toEqual(messages.slice(1).map(() => 'part_loaded'));
      expect(results.at(-1)).toBe('loaded_with_exceptions');
      expect(await endOf(system)).toEqual(await undivided());
    },
  );

  test('ends alike when its parts come at once, each twice', async () => {
    const system = await dividedSystem();
    const messages = shuffled([...system.queue.messages, ...system.queue.messages], 3);
    await Promise.all(messages.map((message) => continueFile(message, system)));
    expect(await endOf(system)).toEqual(await undivided());
  });

  test('ends alike when the event of its object comes again between the parts', async () => {
    const system = await dividedSystem();
    const [object] = system.objects.list('inbox');
    const [first, ...others] = [...system.queue.messages];
    await continueFile(first as LoadMessage, system);
    expect(await receiveFile(object as NonNullable<typeof object>, system)).toMatchObject({
      kind: 'divided',
    });
    expect(system.queue.messages.slice(others.length + 1)).toEqual(others);
    for (const message of others) await continueFile(message, system);
    expect(await endOf(system)).toEqual(await undivided());
  });

  test('calls a transaction loaded with the last of its parts, not with the last of the file', async () => {
    const system = await dividedSystem();
    const ofTheFirst = system.queue.messages.filter(({ transaction }) => transaction === 1);
    for (const message of ofTheFirst.slice(0, -1)) await continueFile(message, system);
    const statusOf = async (trace: string) =>
      (await system.remittances.listRemittances('1555012347', 9)).find((r) => r.header.traceNumber === trace)
        ?.status;
    expect(await statusOf('T1')).toBe('loading');
    await continueFile(ofTheFirst.at(-1) as LoadMessage, system);
    expect(await statusOf('T1')).toBe('loaded');
    expect((await system.remittances.listFiles(1))[0]?.status).toBe('reading');
  });

  test('goes on within a part by another message when time runs out', async () => {
    const system = new MemorySystem();
    system.partSize = { claims: 120, remittances: 4 };
    const long = remittanceFile([{ claims: claimsOf('L', 300), trace: 'T1' }]);
    await system.drop(long);
    system.timeLeftMs = () => 5_000;
    let last: string = '';
    for (const message of system.queue.messages) last = (await continueFile(message, system)).kind;
    expect(system.queue.messages.map(({ part, claim }) => [part, claim])).toEqual([
      [1, 1],
      [2, 121],
      [3, 241],
      [1, 51],
      [2, 171],
      [3, 291],
      [1, 101],
      [2, 221],
    ]);
    expect(last).toBe('loaded');
    const unhurried = new MemorySystem();
    await unhurried.drop(long);
    expect(await endOf(system)).toEqual(await endOf(unhurried));
  });

  test('in a new envelope is nothing new, part by part', async () => {
    const system = new MemorySystem();
    const one = { claims: claimsOf('A', 30), trace: 'T1' };
    await system.drop(remittanceFile([one]));
    const before = system.contents();
    system.partSize = SMALL;
    await system.drop(remittanceFile([one], { interchange: 9 }), 'again');
    let last: unknown;
    for (const message of system.queue.messages) last = await continueFile(message, system);
    expect(last).toMatchObject({ kind: 'duplicate', file: { claims: 0 } });
    expect(system.contents()).toEqual(before);
  });

  test('that a part cannot load is set aside, and its other parts do no more', async () => {
    const system = await dividedSystem();
    system.mayPass = () => false;
    const assess = () => {
      throw new RangeError('Maximum call stack size exceeded');
    };
    const [first, second] = system.queue.messages;
    expect(await continueFile(first as LoadMessage, { ...system, assess })).toMatchObject({
      kind: 'set_aside',
    });
    expect(await continueFile(second as LoadMessage, system)).toMatchObject({ kind: 'done_before' });
    expect((await system.remittances.listFiles(1))[0]).toMatchObject({ status: 'quarantined' });
  });

  test('that is set aside leaves what it stored to be found by the files that come later', async () => {
    const system = new MemorySystem();
    const assess: ReceiveDeps['assess'] = (claim, header) => {
      if (claim.claimId === 'FAULT') throw new RangeError('Maximum call stack size exceeded');
      return system.assess(claim, header);
    };
    system.mayPass = () => false;
    const claims = [deniedClaim('A1', 20_000), paidClaim('FAULT')];
    const first = await system.put(remittanceFile([{ claims, trace: 'T1' }]));
    expect(await receiveFile(first, { ...system, assess })).toMatchObject({ kind: 'set_aside' });
    expect(system.denials.all()).toMatchObject([{ claimId: 'A1', state: 'needs_review' }]);
    const answer = [
      { claims: [paidClaim('A1', 20_000)], trace: 'T2', producedOn: '20261109', paidOn: '20261109' },
    ];
    expect(await system.drop(remittanceFile(answer))).toMatchObject({ kind: 'loaded' });
    expect(system.denials.all()).toMatchObject([{ claimId: 'A1', state: 'closed' }]);
  });

  test('a crash after any effect of any part, and the same message again, leaves what one run leaves', async () => {
    const expected = await undivided();
    const counted = new Fuse(Number.POSITIVE_INFINITY);
    const counting = await dividedSystem();
    const messages = [...counting.queue.messages];
    for (const message of messages) await continueFile(message, crashingAll(counting, counted));
    expect(counted.effects).toBeGreaterThan(30);
    for (let after = 1; after <= counted.effects; after += 1) {
      const system = await dividedSystem();
      const fuse = new Fuse(after);
      for (const message of messages) {
        try {
          await continueFile(message, fuse.effects > after ? system : crashingAll(system, fuse));
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          await continueFile(message, system);
          fuse.effects = after + 1;
        }
      }
      expect(await endOf(system), `effect ${after}`).toEqual(expected);
    }
  });

  test('a crash after any effect of its division, and the same event again, sends every part', async () => {
    const counted = new Fuse(Number.POSITIVE_INFINITY);
    const counting = new MemorySystem();
    counting.partSize = SMALL;
    await receiveFile(await counting.put(big), crashingAll(counting, counted));
    expect(counted.effects).toBeGreaterThan(2);
    for (let after = 1; after <= counted.effects; after += 1) {
      const system = new MemorySystem();
      system.partSize = SMALL;
      const object = await system.put(big);
      await expect(receiveFile(object, crashingAll(system, new Fuse(after)))).rejects.toThrow(Crash);
      await receiveFile(object, system);
      for (const message of system.queue.messages) await continueFile(message, system);
      expect(await endOf(system), `effect ${after}`).toEqual(await undivided());
    }
  });
});
