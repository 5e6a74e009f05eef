import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EXPECTED, type Expected } from './expected.ts';
import { PEOPLE } from './people.ts';
import { type Answered, call, type World, worldIn, writeDraft } from './world.ts';

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

const called = (name: string) => {
  const person = PEOPLE.find((each) => each.name === name);
  if (person === undefined) throw new Error(`There is no ${name}.`);
  return person.user;
};
const supervisor = called('supervisor, all practices');
const manager = called('manager, all practices');
const admin = called('admin, all practices');
const biller = called('biller, all practices');
const as = (key: string) => EXPECTED[key] as Expected;

/** What a resource says of one of its actions. */
const saidOf = ({ body }: Answered, id: string) =>
  (body.actions as readonly { id: string; allowed: boolean; reason: string | null }[]).find(
    (action) => action.id === id,
  );

async function isRefusedAsSaid(world: World, said: ReturnType<typeof saidOf>, answer: Answered) {
  expect(answer.status).toBe(403);
  expect(said).toMatchObject({ allowed: false, reason: answer.body.title });
  expect(world.system.only()).toEqual(world.denial);
}

describe('nobody is their own second person', () => {
  test.each(['proposedBy', 'confirmedBy'])('on a write-off: %s', async (part) => {
    const world = await worldIn('awaiting second person');
    const { writeOff } = world.denial;
    if (writeOff === null) throw new Error('No write-off waits.');
    const denial = await world.system.rewrite(world.denial, {
      writeOff: { ...writeOff, [part]: supervisor.userId },
    });
    const own = { ...world, denial };
    const said = saidOf(await call(own, 'readDenial', as('readDenial'), supervisor), 'decide_write_off');
    await isRefusedAsSaid(own, said, await call(own, 'decideWriteOff', as('decideWriteOff'), supervisor));
    expect(world.access.entries.at(-1)).toMatchObject({ userId: supervisor.userId, outcome: 'refused' });
  });

  test('on a correction by which more would be paid', async () => {
    const world = await worldIn('awaiting second person: a correction');
    const { correction } = world.denial;
    if (correction === null) throw new Error('No correction waits.');
    const denial = await world.system.rewrite(world.denial, {
      correction: { ...correction, proposedBy: supervisor.userId },
    });
    const own = { ...world, denial };
    const said = saidOf(await call(own, 'readDenial', as('readDenial'), supervisor), 'decide_correction');
    await isRefusedAsSaid(own, said, await call(own, 'decideCorrection', as('decideCorrection'), supervisor));
  });

  test('on a letter, where the organisation asks for two', async () => {
    const world = await worldIn('ready to approve');
    world.system.organisation = { ...world.system.organisation, secondPersonOnAppeals: true };
    const edited = await call(world, 'editDraft', as('editDraft'), biller);
    const own = { ...world, denial: world.system.only() };
    const said = saidOf(edited, 'approve_appeal');
    await isRefusedAsSaid(own, said, await call(own, 'approveAppeal', as('approveAppeal'), biller));
    const other = await call(own, 'readDenial', as('readDenial'), supervisor);
    expect(saidOf(other, 'approve_appeal')).toMatchObject({ allowed: true });
    expect((await call(own, 'approveAppeal', as('approveAppeal'), supervisor)).status).toBe(200);
  });

  test.each([
    ['payer/acme', 'readPayer', 'publishPayer'],
    ['rule-layer', 'readRuleLayer', 'publishRuleLayer'],
    ['template/own-letter', 'readTemplate', 'publishTemplate'],
  ] as const)('on a draft of settings: %s', async (subject, reads, publishes) => {
    const world = await worldIn('drafting');
    await writeDraft(world.ports, subject, manager.userId);
    const reading: Expected = {
      ...as(reads),
      ask: () => ({ params: { payer: 'acme', templateId: 'own-letter' } }),
    };
    const said = saidOf(await call(world, reads, reading, manager), 'publish');
    await isRefusedAsSaid(world, said, await call(world, publishes, as(publishes), manager));
    expect(saidOf(await call(world, reads, reading, admin), 'publish')).toMatchObject({ allowed: true });
    expect((await call(world, publishes, as(publishes), admin)).status).toBe(200);
  });

  test('on their own account', async () => {
    const world = await worldIn('drafting');
    const own: Expected = {
      ...as('grantAccess'),
      ask: () => ({
        params: { userId: admin.userId },
        body: { role: 'admin', practices: ['*'] },
        ifMatch: 0,
      }),
    };
    expect((await call(world, 'grantAccess', own, admin)).status).toBe(403);
    expect(world.access.entries.at(-1)).toMatchObject({ userId: admin.userId, outcome: 'refused' });
  });
});

describe('a draft of settings says what its reader may do with it', () => {
  const TRIED = {
    draft: {
      'payer/acme': 'draftPayer',
      'rule-layer': 'draftRuleLayer',
      organisation: 'draftOrganisation',
      'template/own-letter': 'draftTemplate',
    },
    discard: {
      'payer/acme': 'discardPayerDraft',
      'rule-layer': 'discardRuleLayerDraft',
      organisation: 'discardOrganisationDraft',
      'template/own-letter': 'discardTemplateDraft',
    },
    publish: {
      'payer/acme': 'publishPayer',
      'rule-layer': 'publishRuleLayer',
      organisation: 'publishOrganisation',
      'template/own-letter': 'publishTemplate',
    },
  } as const;
  const READ = {
    'payer/acme': 'readPayer',
    'rule-layer': 'readRuleLayer',
    organisation: 'readOrganisation',
    'template/own-letter': 'readTemplate',
  } as const;

  test.each(['payer/acme', 'rule-layer', 'organisation', 'template/own-letter'] as const)(
    '%s: and exactly that is done or refused',
    async (subject) => {
      const readers = PEOPLE.filter(({ reach }) => reach === 'all practices');
      for (const { user, name } of readers) {
        for (const [id, operations] of Object.entries(TRIED)) {
          const world = await worldIn('drafting', { needsDraft: subject });
          const reading: Expected = {
            ...as(READ[subject]),
            ask: () => ({ params: { payer: 'acme', templateId: 'own-letter' } }),
          };
          const said = saidOf(await call(world, READ[subject], reading, user), id);
          const key = operations[subject];
          const tried: Expected = {
            ...as(key),
            ask: (...asked) => ({ ...as(key).ask?.(...asked), ifMatch: 1 }),
          };
          const answer = await call(world, key, tried, user);
          const isDone = answer.status === 200 || answer.body.code === 'NOTHING_CHANGES';
          expect(said, `${name}, ${id}`).toEqual({
            id,
            allowed: isDone,
            reason: isDone ? null : answer.body.title,
          });
        }
      }
    },
  );
});
