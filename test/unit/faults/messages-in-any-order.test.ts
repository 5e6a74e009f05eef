import { expect, test } from 'vitest';
import { relayOutbox, settleWaits } from '../../../functions/use-cases/relay-outbox.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { everythingIn } from '../../fixtures/everything.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';
import { portsOf } from './scenarios.ts';

type Deliver = (ports: ReturnType<typeof portsOf>) => Promise<unknown>;

/** A denial that was opened, routed, sent and answered, and whose execution has waited twice; nothing is relayed yet. */
async function unrelayed(): Promise<{ system: AppealSystem; messages: readonly Deliver[] }> {
  const system = new AppealSystem();
  const correction = { ...deniedClaim('A1'), adjustments: [['CO', '16', 12_500] as const] };
  const { denialId, version } = await system.routed(correction);
  const wait = { denialId, level: 1, attempt: 1, resumedAt: null } as const;
  system.denials.registerWait({ ...wait, number: version, step: 'wait_for_person', token: 'T1' });
  await system.rewrite(system.only(), { state: 'awaiting_payer' });
  system.denials.registerWait({ ...wait, number: version + 1, step: 'wait_for_payer', token: 'T2' });
  await system.rewrite(system.only(), { state: 'closed', closedAs: 'overturned' });
  for (const token of ['T1', 'T2']) system.workflow.issue(token);
  const settle: Deliver = (ports) => settleWaits({ denialId, level: 1, attempt: 1 }, ports);
  const carried = system.denials.outbox().map(
    ({ message }): Deliver =>
      (ports) =>
        relayOutbox(message, ports),
  );
  return { system, messages: [...carried, settle] };
}

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

test('the messages of a denial leave the same in whatever order they come, and however often', async () => {
  const { messages } = await unrelayed();
  expect(messages).toHaveLength(4);
  const left = new Set<string>();
  for (const order of ordersOf(messages.map((_message, index) => index))) {
    const fresh = await unrelayed();
    for (const index of [...order, ...order.toReversed()])
      await fresh.messages[index]?.(portsOf(fresh.system));
    expect([...fresh.system.workflow.started.keys()]).toHaveLength(1);
    expect(fresh.system.workflow.resumed.map(({ token }) => token).sort()).toEqual(['T1', 'T2']);
    left.add(await everythingIn(fresh.system));
  }
  expect(left.size).toBe(1);
});
