import { describe, expect, test } from 'vitest';
import { brokenAt } from '../../../functions/core/audit/event.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { Crash, crashing, Fuse } from '../../fixtures/crashing.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { remittanceFile } from '../../fixtures/remittance-file.ts';

async function opened(carc: string, autoPostWriteOffUpToCents = 0) {
  const system = new MemorySystem({ settings: { autoPostWriteOffUpToCents } });
  const adjustments = [['CO', carc, 500]] as const;
  await system.drop(remittanceFile([{ claims: [{ id: 'A1', chargeCents: 500, adjustments }] }]));
  const [denial] = system.denials.all();
  if (denial === undefined) throw new Error('The file opened no denial.');
  return { system, task: { denialId: denial.denialId, level: 1, attempt: 1 } };
}

async function now(system: MemorySystem): Promise<Denial | undefined> {
  return system.denials.all()[0];
}

describe('a new denial', () => {
  test.each([
    ['50', 'drafting', 'draft'],
    ['16', 'correcting', 'wait_for_person'],
    ['96', 'needs_review', 'wait_for_person'],
  ])('with CARC %s enters %s, and the machine goes on with %s', async (carc, state, next) => {
    const { system, task } = await opened(carc);
    expect(await routeDenial(task, system)).toEqual({ next, version: 2 });
    expect(await now(system)).toMatchObject({ state, version: 2 });
    const events = await system.denials.events(task.denialId);
    expect(events.map((e) => [e.type, e.actor.kind])).toEqual([
      ['DenialOpened', 'rule'],
      ['DenialRouted', 'rule'],
    ]);
    expect(brokenAt(events)).toBeNull();
  });

  test('is routed once, however often the machine asks', async () => {
    const { system, task } = await opened('16');
    await routeDenial(task, system);
    expect(await routeDenial(task, system)).toEqual({ next: 'wait_for_person', version: 2 });
  });

  test('is routed once with a crash after the change', async () => {
    const { system, task } = await opened('16');
    const crashed = { ...ports(system), denials: crashing(system.denials, new Fuse(1)) };
    await expect(routeDenial(task, crashed)).rejects.toThrow(Crash);
    expect(await routeDenial(task, system)).toEqual({ next: 'wait_for_person', version: 2 });
  });

  test('names what to do next', async () => {
    const { system, task } = await opened('16');
    await routeDenial(task, system);
    expect((await now(system))?.nextAction).toContain('replacement (frequency code 7)');
  });
});

describe('a write-off that a rule proposes', () => {
  test('waits for a person as the product ships', async () => {
    const { system, task } = await opened('96');
    await routeDenial(task, system);
    expect(await now(system)).toMatchObject({ state: 'needs_review', closedAs: null });
  });

  test('is posted up to the limit that the organisation set', async () => {
    const { system, task } = await opened('96', 500);
    expect(await routeDenial(task, system)).toEqual({ next: 'done', version: 2 });
    expect(await now(system)).toMatchObject({ state: 'closed', closedAs: 'written_off' });
    expect((await system.denials.events(task.denialId)).at(-1)).toMatchObject({
      type: 'WriteOffPosted',
      actor: { kind: 'rule' },
    });
  });

  test('waits for a person one cent above that limit', async () => {
    const { system, task } = await opened('96', 499);
    await routeDenial(task, system);
    expect(await now(system)).toMatchObject({ state: 'needs_review', closedAs: null });
  });
});

describe('a wait that timed out', () => {
  test('is said on the denial and gives the next wait a version of its own', async () => {
    const { system, task } = await opened('16');
    await routeDenial(task, system);
    const output = await routeDenial({ ...task, timedOut: true }, system);
    expect(output).toEqual({ next: 'wait_for_person', version: 3 });
    expect((await now(system))?.nextAction).toMatch(/^Nobody acted for 30 days: Correct the claim/);
  });

  test('is said anew each time, in the same words', async () => {
    const { system, task } = await opened('16');
    await routeDenial(task, system);
    await routeDenial({ ...task, timedOut: true }, system);
    const once = (await now(system))?.nextAction;
    expect(await routeDenial({ ...task, timedOut: true }, system)).toMatchObject({ version: 4 });
    expect((await now(system))?.nextAction).toBe(once);
  });
});

test('an execution that another has replaced ends', async () => {
  const { system, task } = await opened('16');
  expect(await routeDenial({ ...task, attempt: 2 }, system)).toEqual({ next: 'done', version: 1 });
});

function ports(system: MemorySystem) {
  return { denials: system.denials, clock: system.clock, settings: system.settings };
}
