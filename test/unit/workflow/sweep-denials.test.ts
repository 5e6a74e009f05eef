import { describe, expect, test } from 'vitest';
import { brokenAt } from '../../../functions/core/audit/event.ts';
import { changeDenial } from '../../../functions/core/denial/change.ts';
import { routeRefusal } from '../../../functions/core/denial/reroute.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { crashing, Fuse } from '../../fixtures/crashing.ts';
import { MemoryMachine } from '../../fixtures/memory-machine.ts';
import { appealDeadline, MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const RAISED = ['ReminderRaised', 'DeadlinePassed', 'DeadlineNotConfigured', 'ExecutionReplaced'];

/** A denial that is routed, by default to a person's correction, and whose execution runs. */
async function routed(sendBy: string | null, lastDay: string | null, carc = '16') {
  const system = new MemorySystem({ deadlines: [appealDeadline(sendBy, lastDay)] });
  await system.drop(
    remittanceFile([{ claims: [{ id: 'A1', chargeCents: 500, adjustments: [['CO', carc, 500]] }] }]),
  );
  const [denial] = system.denials.all();
  if (denial === undefined) throw new Error('The file opened no denial.');
  const machine = machineOf(system);
  await machine.settle();
  const raised = async () => {
    const events = await system.denials.events(denial.denialId);
    return events
      .filter((e) => RAISED.includes(e.type))
      .map((e) => [e.at.slice(0, 10), e.detail.reminder ?? e.type]);
  };
  const read = async () => {
    const current = await system.denials.read(denial.denialId);
    if (current === null) throw new Error('The denial is gone.');
    return current;
  };
  return { system, machine, raised, read };
}

/** The machine of a system without letters: what would be drafted stays in `draft`. */
function machineOf(system: MemorySystem): MemoryMachine {
  return new MemoryMachine({
    ...{ clock: system.clock, denials: system.denials, workflow: system.workflow },
    enter: (task) => routeDenial(task, system),
    draft: async () => null,
    deliver: () => Promise.reject(new Error('Nothing is approved here.')),
  });
}

async function sweepDaily(system: MemorySystem, machine: MemoryMachine, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    system.clock.advanceDays(1);
    await sweepDenials(system);
    await machine.settle();
    await sweepDenials(system);
  }
}

describe('a year of sweeps', () => {
  test('raises each reminder once and on its day, then asks for good cause', async () => {
    const { system, machine, raised, read } = await routed('2027-04-20', '2027-05-01');
    await sweepDaily(system, machine, 365);
    expect(await raised()).toEqual([
      ['2027-04-06', 'due_in_14'],
      ['2027-04-13', 'due_in_7'],
      ['2027-04-19', 'due_in_1'],
      ['2027-04-20', 'due_today'],
      ['2027-04-21', 'past_send_by'],
      ['2027-05-02', 'DeadlinePassed'],
    ]);
    const denial = await read();
    expect(denial).toMatchObject({ state: 'needs_review', closedAs: null, lastReminder: 'past_last_day' });
    expect(denial.nextAction).toContain('good cause');
    expect(brokenAt(await system.denials.events(denial.denialId))).toBeNull();
  });

  test('leaves a person free to take the same route again with good cause', async () => {
    const { system, read } = await routed('2026-11-01', '2026-11-05');
    expect(routeRefusal('correct_resubmit', await read())).not.toBeNull();
    await sweepDenials(system);
    expect((await read()).state).toBe('needs_review');
    expect(routeRefusal('correct_resubmit', await read())).toBeNull();
  });

  test('leaves a write-off with its second person, and says what to decide on a proposed one', async () => {
    const { system, read } = await routed('2026-11-01', '2026-11-05', '96');
    await sweepDenials(system);
    expect((await read()).nextAction).toMatch(
      /^The last day to act was 2026-11-05\. Confirm the proposed write-off/,
    );

    const other = await routed('2026-11-09', '2026-11-20', '96');
    const actor = { kind: 'user', userId: 'u1' } as const;
    const note = { type: 'WriteOffConfirmed', actor, at: other.system.clock.now() };
    await other.system.denials.change(
      changeDenial(await other.read(), { state: 'awaiting_second_person', wakeOn: '2026-11-11' }, note),
    );
    await sweepDaily(other.system, other.machine, 60);
    expect(await other.read()).toMatchObject({
      state: 'awaiting_second_person',
      lastReminder: 'past_last_day',
    });
  });

  test('that was skipped for weeks raises what counts now, and nothing twice', async () => {
    const { system, raised } = await routed('2027-04-20', '2027-05-01');
    system.clock.advanceDays(160);
    await sweepDenials(system);
    expect(system.clock.today()).toBe('2027-04-19');
    await sweepDenials(system);
    expect(await raised()).toEqual([['2027-04-19', 'due_in_1']]);
  });

  test('asks every week for a deadline that nobody has configured', async () => {
    const { system, machine, raised } = await routed(null, null);
    await sweepDaily(system, machine, 22);
    expect(await raised()).toEqual([
      ['2026-11-11', 'DeadlineNotConfigured'],
      ['2026-11-18', 'DeadlineNotConfigured'],
      ['2026-11-25', 'DeadlineNotConfigured'],
      ['2026-12-02', 'DeadlineNotConfigured'],
    ]);
  });

  test('raises at once what was late when it arrived', async () => {
    const { system, raised } = await routed('2026-11-01', '2026-12-01');
    await sweepDenials(system);
    expect(await raised()).toEqual([['2026-11-10', 'past_send_by']]);
  });

  test('leaves a denial alone that waits for the payer', async () => {
    const { system, machine, raised, read } = await routed('2027-04-20', '2027-05-01');
    const actor = { kind: 'user', userId: 'u1' } as const;
    const sent = changeDenial(
      await read(),
      { state: 'awaiting_payer' },
      { type: 'T', actor, at: system.clock.now() },
    );
    await system.denials.change(sent);
    await sweepDaily(system, machine, 200);
    expect(await raised()).toEqual([]);
  });
});

describe('a sweep', () => {
  test('carries an outbox message that was left lying for more than five minutes', async () => {
    const system = new MemorySystem();
    await system.openDenial();
    expect(await sweepDenials(system)).toMatchObject({ relayed: 0 });
    system.clock.advanceSeconds(301);
    expect(await sweepDenials(system)).toMatchObject({ relayed: 1 });
    expect(system.workflow.started.size).toBe(1);
    expect(await sweepDenials(system)).toMatchObject({ relayed: 0 });
  });

  test('replaces an execution that was lost while the system had the move', async () => {
    const { system, raised, read } = await routed('2027-04-20', '2027-05-01', '50');
    const { denialId } = await read();
    system.workflow.end({ denialId, level: 1, attempt: 1 });
    expect(await sweepDenials(system)).toMatchObject({ replaced: 0 });
    system.clock.advanceSeconds(301);
    expect(await sweepDenials(system)).toMatchObject({ replaced: 1 });
    expect(await sweepDenials(system)).toMatchObject({ replaced: 0 });
    expect(await raised()).toEqual([['2026-11-10', 'ExecutionReplaced']]);
    expect((await read()).attempt).toBe(2);
    expect(system.denials.outbox().at(-1)?.message).toMatchObject({ kind: 'start', attempt: 2 });
  });

  test('leaves no trace where the system is at work and nothing is wrong', async () => {
    const { system, read } = await routed('2027-04-20', '2027-05-01', '50');
    system.clock.advanceSeconds(301);
    const before = await read();
    expect(await sweepDenials(system)).toMatchObject({ looked: 1, failed: 0 });
    expect(await read()).toEqual(before);
  });

  test('goes on with the others when one record fails', async () => {
    const system = new MemorySystem({ deadlines: [appealDeadline('2026-11-01', '2026-12-01')] });
    await system.drop(remittanceFile([{ claims: ['A', 'B', 'C'].map((id) => deniedClaim(id)) }]));
    const denials = new Proxy(system.denials, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (property === 'change' && JSON.stringify(args).includes('"claimId":"B"'))
            throw new Error('broken');
          return value.apply(target, args);
        };
      },
    });
    const { clock, workflow, timeLeftMs } = system;
    expect(await sweepDenials({ denials, clock, workflow, timeLeftMs })).toMatchObject({
      looked: 3,
      reminded: 2,
      failed: 1,
    });
  });

  test('that dies after a change raises nothing twice when it runs again', async () => {
    const { system, raised } = await routed('2026-11-01', '2026-12-01');
    const { clock, workflow, timeLeftMs } = system;
    const denials = crashing(system.denials, new Fuse(1));
    expect(await sweepDenials({ denials, clock, workflow, timeLeftMs })).toMatchObject({ failed: 1 });
    await sweepDenials(system);
    expect(await raised()).toEqual([['2026-11-10', 'past_send_by']]);
  });

  test('stops when its time is up and leaves the rest to the next', async () => {
    const { system } = await routed('2026-11-01', '2026-12-01');
    system.timeLeftMs = () => 9_000;
    expect(await sweepDenials(system)).toMatchObject({ looked: 0 });
    system.timeLeftMs = () => 100_000;
    expect(await sweepDenials(system)).toMatchObject({ looked: 1 });
  });
});
