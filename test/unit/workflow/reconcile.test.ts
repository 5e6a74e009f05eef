import { beforeEach, describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { relayOutbox } from '../../../functions/use-cases/relay-outbox.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { type SweepPorts, sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { MemoryMachine } from '../../fixtures/memory-machine.ts';
import { remittanceFile } from '../../fixtures/remittance-file.ts';

let system: AppealSystem;
let machine: MemoryMachine;
beforeEach(() => {
  system = new AppealSystem();
  machine = new MemoryMachine({
    ...{ clock: system.clock, denials: system.denials, workflow: system.workflow },
    enter: (task) => routeDenial(task, system.ports),
    draft: (task) => system.runDraft(task as Denial),
    deliver: (task) => system.runDeliver(task as Denial),
  });
});

/** Denials to correct, each of whose executions waits for a person. */
async function waiting(count = 1): Promise<void> {
  const claims = Array.from({ length: count }, (_, n) => ({
    id: `A${n}`,
    chargeCents: 500,
    adjustments: [['CO', '16', 500] as const],
  }));
  await system.drop(remittanceFile([{ claims }]));
  await machine.settle();
}

const sweep = (more: Partial<SweepPorts> = {}) =>
  sweepDenials({ ...system.ports, workflow: system.workflow, timeLeftMs: () => 100_000, ...more });

/** As the sweep finds it on the day on which it looks at denials where nothing is due. */
async function lookDue(): Promise<void> {
  const [denial] = system.denials.all();
  if (denial !== undefined) await system.rewrite(denial, { wakeOn: system.clock.today() });
  system.clock.advanceSeconds(301);
}

const lossOf = async ({ denialId }: Denial) =>
  (await system.denials.events(denialId)).flatMap(({ type, detail }) =>
    type === 'ExecutionReplaced' ? [detail.loss] : [],
  );

describe('what broke off', () => {
  test('is replaced by the next sweep, long before the day of the next look, and waits where the record stands', async () => {
    await waiting(30);
    machine.failAll();
    expect(await sweep()).toMatchObject({ looked: 0, replaced: 30 });
    await machine.settle();
    for (const denial of system.denials.all()) {
      expect(denial).toMatchObject({ attempt: 2, state: 'correcting' });
      expect(await system.denials.waits(denial.denialId, 1, 2)).toMatchObject([{ step: 'wait_for_person' }]);
    }
    expect(await sweep()).toMatchObject({ replaced: 0 });
  });

  test('again and again is replaced ever more seldom', async () => {
    await waiting();
    const replacedAt: number[] = [];
    for (let quarter = 1; quarter <= 96; quarter += 1) {
      machine.failAll();
      system.clock.advanceSeconds(15 * 60);
      if ((await sweep()).replaced > 0) replacedAt.push(quarter);
      await machine.settle();
    }
    expect(replacedAt.slice(0, 3)).toEqual([1, 2, 3]);
    expect(replacedAt.length).toBeLessThan(12);
  });

  test('is left alone where the denial has closed', async () => {
    await waiting();
    await system.rewrite(system.only(), { state: 'closed', closedAs: 'upheld' });
    machine.failAll();
    expect(await sweep()).toMatchObject({ replaced: 0 });
  });
});

describe('a look at a denial where nothing is due', () => {
  test('replaces an execution whose token is not on file, though it runs', async () => {
    await waiting();
    for (const wait of await system.denials.waits(system.only().denialId, 1, 1))
      await system.denials.markResumed(wait, system.clock.now());
    await lookDue();
    expect(await sweep()).toMatchObject({ replaced: 1 });
    expect(await lossOf(system.only())).toEqual(['token_lost']);
  });

  test('wakes an execution that waits for something else', async () => {
    await waiting();
    machine.carries = false;
    await system.rewrite(system.only(), { state: 'awaiting_payer' });
    for (const { message } of system.denials.outbox()) await system.denials.markRelayed(message);
    await lookDue();
    expect(await sweep()).toMatchObject({ replaced: 0, failed: 0 });
    expect(system.workflow.resumed).toMatchObject([{ next: 'wait_for_payer' }]);
  });

  test('replaces an execution that has had the move for a quarter of an hour', async () => {
    await system.drop(
      remittanceFile([{ claims: [{ id: 'A1', chargeCents: 500, adjustments: [['CO', '50', 500]] }] }]),
    );
    for (const { message } of system.denials.outbox())
      await relayOutbox(message, { ...system.ports, workflow: system.workflow });
    system.clock.advanceSeconds(6 * 60);
    expect(await sweep()).toMatchObject({ replaced: 0 });
    system.clock.advanceSeconds(10 * 60);
    expect(await sweep()).toMatchObject({ replaced: 1 });
    expect(await lossOf(system.only())).toEqual(['execution_stuck']);
  });

  test('finds an execution that is gone without having failed', async () => {
    await waiting();
    system.workflow.end({ denialId: system.only().denialId, level: 1, attempt: 1 });
    await lookDue();
    expect(await sweep()).toMatchObject({ replaced: 1 });
    expect(await lossOf(system.only())).toEqual(['execution_gone']);
  });
});
