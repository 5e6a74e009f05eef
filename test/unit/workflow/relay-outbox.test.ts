import { describe, expect, test } from 'vitest';
import { changeDenial } from '../../../functions/core/denial/change.ts';
import type { Denial, OutboxMessage } from '../../../functions/core/denial/denial.ts';
import { relayOutbox, settleWaits } from '../../../functions/use-cases/relay-outbox.ts';
import { Crash, crashing, Fuse } from '../../fixtures/crashing.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';

async function waiting() {
  const system = new MemorySystem();
  const denial = await system.openDenial();
  return { system, denial, execution: { denialId: denial.denialId, level: 1, attempt: 1 } };
}

/** The machine registers a wait with a token of its own. */
function registerWait(
  system: MemorySystem,
  denial: Denial,
  number: number,
  step: 'wait_for_person' | 'wait_for_payer',
) {
  const token = `token-${denial.attempt}-${number}`;
  system.workflow.issue(token);
  const { denialId, level } = denial;
  system.denials.registerWait({ denialId, level, attempt: 1, number, step, token, resumedAt: null });
  return token;
}

async function decide(
  system: MemorySystem,
  denial: Denial,
  patch: Partial<Denial>,
): Promise<OutboxMessage[]> {
  const actor = { kind: 'user', userId: 'u1' } as const;
  const change = changeDenial(denial, patch, { type: 'CorrectionConfirmed', actor, at: system.clock.now() });
  await system.denials.change(change);
  return [...change.outbox];
}

describe('the start of an execution', () => {
  test('happens once, however often the record comes', async () => {
    const { system } = await waiting();
    const [start] = system.denials.outbox();
    if (start === undefined) throw new Error('No outbox message.');
    await relayOutbox(start.message, system);
    await relayOutbox(start.message, system);
    expect([...system.workflow.started.keys()]).toEqual([`${start.message.denialId}-L1-A1`]);
    expect(start.relayed).toBe(true);
  });

  test('is not marked as relayed when it failed', async () => {
    const { system } = await waiting();
    const [start] = system.denials.outbox();
    if (start === undefined) throw new Error('No outbox message.');
    const broken = {
      ...system.workflow,
      start: async () => {
        throw new Error('down');
      },
    };
    await expect(
      relayOutbox(start.message, { denials: system.denials, clock: system.clock, workflow: broken as never }),
    ).rejects.toThrow();
    expect(start.relayed).toBe(false);
  });
});

describe('a wait', () => {
  const toPayer = { state: 'awaiting_payer', nextAction: 'Wait for the payer’s answer.' } as const;

  test('goes on when the decision comes after the token', async () => {
    const { system, denial } = await waiting();
    const token = registerWait(system, denial, 1, 'wait_for_person');
    const [message] = await decide(system, denial, toPayer);
    expect(message?.kind).toBe('resume');
    if (message !== undefined) await relayOutbox(message, system);
    expect(system.workflow.resumed).toEqual([{ token, next: 'wait_for_payer', version: 2 }]);
  });

  test('goes on when the token comes after the decision', async () => {
    const { system, denial, execution } = await waiting();
    const [message] = await decide(system, denial, toPayer);
    if (message !== undefined) await relayOutbox(message, system);
    expect(system.workflow.resumed).toEqual([]);
    const token = registerWait(system, denial, 1, 'wait_for_person');
    await settleWaits(execution, system);
    expect(system.workflow.resumed).toEqual([{ token, next: 'wait_for_payer', version: 2 }]);
  });

  test('goes on once, however often both records come', async () => {
    const { system, denial, execution } = await waiting();
    registerWait(system, denial, 1, 'wait_for_person');
    const [message] = await decide(system, denial, toPayer);
    for (let i = 0; i < 3; i += 1) {
      if (message !== undefined) await relayOutbox(message, system);
      await settleWaits(execution, system);
    }
    expect(system.workflow.resumed).toHaveLength(1);
  });

  test('stays while the denial still needs what it waits for', async () => {
    const { system, denial, execution } = await waiting();
    registerWait(system, denial, 1, 'wait_for_person');
    await settleWaits(execution, system);
    expect(system.workflow.resumed).toEqual([]);
    expect((await system.denials.waits(denial.denialId, 1, 1))[0]?.resumedAt).toBeNull();
  });

  test('with a stale token is marked and not tried for ever', async () => {
    const { system, denial, execution } = await waiting();
    const { denialId } = denial;
    system.denials.registerWait({
      denialId,
      level: 1,
      attempt: 1,
      number: 1,
      step: 'wait_for_person',
      token: 'used long ago',
      resumedAt: null,
    });
    await decide(system, denial, toPayer);
    expect(await settleWaits(execution, system)).toEqual({ resumed: 0 });
    expect((await system.denials.waits(denialId, 1, 1))[0]?.resumedAt).not.toBeNull();
  });

  test('of an execution that another replaced ends it', async () => {
    const { system, denial, execution } = await waiting();
    const token = registerWait(system, denial, 1, 'wait_for_person');
    await decide(system, denial, { attempt: 2 });
    await settleWaits(execution, system);
    expect(system.workflow.resumed).toEqual([{ token, next: 'done', version: 2 }]);
  });

  test('goes on exactly once with a crash after any effect of the relay', async () => {
    for (let after = 1; after <= 3; after += 1) {
      const { system, denial } = await waiting();
      const token = registerWait(system, denial, 1, 'wait_for_person');
      const [message] = await decide(system, denial, toPayer);
      if (message === undefined) throw new Error('No outbox message.');
      const fuse = new Fuse(after);
      const { clock } = system;
      const ports = {
        denials: crashing(system.denials, fuse),
        workflow: crashing(system.workflow, fuse),
        clock,
      };
      await expect(relayOutbox(message, ports), `effect ${after}`).rejects.toThrow(Crash);
      await relayOutbox(message, system);
      expect(system.workflow.resumed, `effect ${after}`).toEqual([
        { token, next: 'wait_for_payer', version: 2 },
      ]);
      expect(system.denials.outbox().at(-1)?.relayed).toBe(true);
    }
  });
});
