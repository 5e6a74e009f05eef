import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ROUTE_TABLE } from '../../../../functions/handlers/api/route-table.ts';
import { CAPABILITIES, EXPECTED, type Expected, operationIdOf } from './expected.ts';
import { PEOPLE, type Person } from './people.ts';
import { CLAIM_ID, EVERYWHERE, type Situation } from './situations.ts';
import { type Answered, call, operationOf, outcomeOf, type World, worldIn } from './world.ts';

beforeEach(() => {
  for (const level of ['info', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation(() => undefined);
  }
});
afterEach(() => vi.restoreAllMocks());

const LETTERS = { biller: 'b', supervisor: 's', manager: 'm', admin: 'a', auditor: 'u' } as const;

test('every operation has its line in expected.ts: who may call it, and where', () => {
  const ids = ROUTE_TABLE.map(({ id }) => id);
  const known = new Set(Object.keys(EXPECTED).map(operationIdOf));
  const without = ids.filter((id) => !known.has(id));
  expect(without, `Write into matrix/expected.ts who may call ${without.join(', ')}, and where.`).toEqual([]);
  const gone = [...known].filter((id) => !ids.includes(id));
  expect(gone, `Take ${gone.join(', ')} out of matrix/expected.ts.`).toEqual([]);
});

test('an auditor changes nothing, and who keeps the system decides nothing on a denial', () => {
  const writes = Object.entries(EXPECTED).filter(([key]) => operationOf(key).writes);
  for (const [key, { needs, of }] of writes) {
    const isOfDenials = of === 'denial' || of === 'items';
    expect(CAPABILITIES[needs], key).not.toMatch(isOfDenials ? /[mau]/ : /u/);
  }
});

/** What the table says comes of it. */
function expectedOf(expected: Expected, { user, reach }: Person, situation: Situation): string {
  if (!CAPABILITIES[expected.needs].includes(LETTERS[user.role])) return 'not in this role';
  const isReached = reach === 'all practices' || reach === 'its practice';
  if ((expected.of === 'denial' || expected.of === 'items') && !isReached) return 'not in these practices';
  if (expected.of === 'organisation' && reach !== 'all practices') return 'not in these practices';
  if ((expected.in ?? EVERYWHERE).includes(situation)) return 'done';
  return expected.otherwiseIn?.[situation] ?? expected.otherwise ?? 'NOT_IN_THIS_STATE';
}

/** Settings and lists know no state: one situation shows all of them. */
const situationsOf = ({ of }: Expected): readonly Situation[] =>
  of === 'denial' || of === 'items' ? EVERYWHERE : ['ready to approve'];

const cells = Object.entries(EXPECTED).flatMap(([key, expected]) =>
  situationsOf(expected).map((situation) => ({ key, expected, situation })),
);

describe.each(cells)('$key, $situation', ({ key, expected, situation }) => {
  test('goes through for whom it may, and for nobody else', async () => {
    const told: Record<string, string> = {};
    for (const person of PEOPLE) {
      const world = await untouched(situation, expected);
      const written = settingsWritten(world);
      const offered = await offeredTo(world, expected, person);
      const logged = world.access.entries.length;
      const answer = await call(world, key, expected, person.user);
      told[person.name] = outcomeOf(answer);
      if (offered !== null) expect(offered, person.name).toEqual(offerOf(expected, answer));
      assertKept(world, expected, person, answer, logged);
      if (answer.status < 300 && operationOf(key).writes) {
        forget(situation, expected);
      } else {
        expect(world.system.only()).toEqual(world.denial);
        expect(settingsWritten(world)).toBe(written);
      }
    }
    expect(told).toEqual(
      Object.fromEntries(PEOPLE.map((person) => [person.name, expectedOf(expected, person, situation)])),
    );
  });
});

const worlds = new Map<string, World>();
const nameOf = (situation: Situation, { needsDraft, needsHeld = false, needsDocument }: Expected) =>
  `${situation}, ${needsDraft ?? 'no draft'}, ${needsHeld}, ${needsDocument ?? 'no document'}`;

/** A refusal changes nothing, so that the next person finds the same: only what went through needs a new world. */
async function untouched(situation: Situation, expected: Expected): Promise<World> {
  const name = nameOf(situation, expected);
  const world = worlds.get(name) ?? (await worldIn(situation, expected));
  worlds.set(name, world);
  return world;
}

function forget(situation: Situation, expected: Expected): void {
  worlds.delete(nameOf(situation, expected));
}

const settingsWritten = ({ system, accounts }: World): number =>
  system.changes.events.length + accounts.events.length;

interface Offer {
  readonly id: string | undefined;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** What the denial says of the action to this reader; null where it cannot be read, or the action is none of its. */
async function offeredTo(world: World, { action }: Expected, { user }: Person): Promise<Offer | null> {
  if (action === undefined) return null;
  const { status, body } = await call(world, 'readDenial', EXPECTED.readDenial as Expected, user);
  if (status !== 200) return null;
  const offered = (body.actions as readonly Offer[]).find(({ id }) => id === action);
  if (offered === undefined) throw new Error(`A denial does not say who may ${action}.`);
  return offered;
}

/** What it should have said, knowing what came of it. */
function offerOf({ action }: Expected, answer: Answered): Offer {
  if (outcomeOf(answer) === 'done') return { id: action, allowed: true, reason: null };
  const [item] = (answer.body.results ?? []) as readonly { sentence: string }[];
  return { id: action, allowed: false, reason: item?.sentence ?? answer.body.title };
}

test('every action that a denial offers is called in the matrix', async () => {
  const world = await worldIn('ready to approve');
  const person = PEOPLE.find(({ name }) => name === 'supervisor, all practices') as Person;
  const { body } = await call(world, 'readDenial', EXPECTED.readDenial as Expected, person.user);
  const called = new Set(Object.values(EXPECTED).map(({ action }) => action));
  const offered = (body.actions as readonly Offer[]).map(({ id }) => id);
  expect(offered.filter((id) => !called.has(id))).toEqual([]);
});

/** Reads and refusals are in the access log; who does not reach the practice is told nothing of the denial. */
function assertKept(
  { access, denial }: World,
  { keeps }: Expected,
  { user, reach }: Person,
  answer: Answered,
  logged: number,
): void {
  const kept = access.entries.slice(logged);
  const { userId } = user;
  const isForPerson = /^not in/.test(outcomeOf(answer));
  if (isForPerson) {
    expect(kept).toMatchObject([{ userId, outcome: 'refused', reason: expect.any(String) }]);
  } else if (answer.status < 300 && keeps === 'reads' && reach !== 'no practice') {
    expect(kept).toContainEqual(expect.objectContaining({ userId, outcome: 'allowed' }));
  } else if (keeps === undefined) {
    expect(kept).toEqual([]);
  }
  expect(answer.headers['cache-control']).toBe('no-store');
  if (reach === 'all practices' || reach === 'its practice') return;
  const text = JSON.stringify(answer.body);
  expect(text).not.toContain(CLAIM_ID);
  if (answer.body.results === undefined) expect(text).not.toContain(denial.denialId);
}
