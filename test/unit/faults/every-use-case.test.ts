import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ROUTE_TABLE } from '../../../functions/handlers/api/route-table.ts';
import { crashingAll, Fuse } from '../../fixtures/crashing.ts';
import { everythingIn } from '../../fixtures/everything.ts';
import { EXPECTED, operationIdOf } from '../api/matrix/expected.ts';
import { call, throughFor } from '../api/matrix/world.ts';
import { portsOf, SCENARIOS, type Scenario } from './scenarios.ts';

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const NEVER = Number.POSITIVE_INFINITY;

/** Runs the scenario so that it dies after the nth effect, then as often as is said again. */
async function dyingAfter(scenario: Scenario, effect: number, again: number) {
  const { system, run } = await scenario.prepare();
  const fuse = new Fuse(effect);
  // Some use cases count what failed and go on; dead they do nothing more either way.
  await run(crashingAll(portsOf(system), fuse)).catch(() => undefined);
  for (let n = 0; n < again; n += 1) await run(portsOf(system));
  return { effects: fuse.effects, everything: await everythingIn(system) };
}

describe.each(Object.entries(SCENARIOS))('%s', (_name, scenario) => {
  test('leaves the same whatever effect it dies after, once it is run again', async () => {
    const whole = await dyingAfter(scenario, NEVER, 0);
    expect(whole.effects).toBeGreaterThan(0);
    for (let effect = 1; effect <= whole.effects; effect += 1) {
      const { everything } = await dyingAfter(scenario, effect, 1);
      expect(everything, `after effect ${effect} of ${whole.effects}`).toBe(whole.everything);
    }
  });

  test('leaves the same when it comes twice', async () => {
    const once = await dyingAfter(scenario, NEVER, 0);
    expect((await dyingAfter(scenario, NEVER, 1)).everything).toBe(once.everything);
  });
});

const WRITES = Object.entries(EXPECTED).filter(
  ([key]) => ROUTE_TABLE.find(({ id }) => id === operationIdOf(key))?.writes,
);

/** One request to the API that dies after the nth effect, then comes as often as is said again. */
async function requestDyingAfter(key: string, effect: number, again: number) {
  const expected = EXPECTED[key];
  if (expected === undefined) throw new Error('No such line.');
  const { world, user } = await throughFor(expected);
  const fuse = new Fuse(effect);
  await call({ ...world, ports: crashingAll(world.ports, fuse) }, key, expected, user);
  for (let n = 0; n < again; n += 1) await call(world, key, expected, user);
  return { effects: fuse.effects, everything: await everythingIn(world.system, world.accounts) };
}

describe.each(WRITES)('the operation %s', (key) => {
  test('leaves the same whatever effect it dies after, and however often it is asked again', async () => {
    const whole = await requestDyingAfter(key, NEVER, 0);
    expect(whole.effects).toBeGreaterThan(0);
    for (let effect = 1; effect <= whole.effects; effect += 1) {
      const { everything } = await requestDyingAfter(key, effect, 2);
      expect(everything, `after effect ${effect} of ${whole.effects}`).toBe(whole.everything);
    }
  });
});

const FOLDER = join(import.meta.dirname, '../../../functions/use-cases');
const OPERATIONS = join(import.meta.dirname, '../../../functions/handlers/api/operations');

const importsOf = (file: string, from: RegExp): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(from)].map(([, name = '']) => name);

test('every use case is entered by a scenario or an operation here, or is a part of one that is', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''));
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const next of importsOf(join(FOLDER, `${name}.ts`), /from '\.\/([a-z0-9-]+)\.ts'/g)) reach(next);
  };
  for (const { enters } of Object.values(SCENARIOS)) for (const name of enters) reach(name);
  // Operations of one kind share a file beside their folder.
  const operations = [OPERATIONS, join(OPERATIONS, '..')].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(folder, entry.name)] : [],
    ),
  );
  for (const file of operations)
    for (const used of importsOf(file, /import \{[^}]+\} from '[^']*use-cases\/([a-z0-9-]+)\.ts'/g))
      reach(used);
  expect(files.filter((name) => !reached.has(name) && !(name in ELSEWHERE))).toEqual([]);
});

/** Use cases that have a crash test of their own, or no effect: where, or why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'assess-claim': 'decides by the rulebook and counts clocks: it has no port',
  'check-document':
    'test/unit/intake/check-document.test.ts: a check that ends without a word is a refusal, so it is not the same again',
  'read-decision-facts': 'reads the archive only',
  'rebuild-views': 'test/unit/views/projection.test.ts; what answers stays as it was until all is made',
  'send-digests':
    'test/unit/digest/digest.test.ts: a mail that left cannot be taken back, so it is begun first',
  'run-simulation': 'test/unit/api/simulations.test.ts; it changes nothing but its own result',
};
