import { expect, test, vi } from 'vitest';
import { relay } from '../../../functions/handlers/relay/handler.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

const text = (S: string) => ({ S });
const whole = (n: number) => ({ N: String(n) });

function startRecord(denialId: string) {
  const Keys = { pk: text(`DENIAL#${denialId}`), sk: text('OUTBOX#000001#start') };
  const message = {
    kind: text('start'),
    denialId: text(denialId),
    level: whole(1),
    attempt: whole(1),
    version: whole(1),
  };
  return { eventName: 'INSERT', dynamodb: { Keys, NewImage: { ...Keys, ...message } } };
}

test('records of the stream are carried once, however often they come', async () => {
  const system = new MemorySystem();
  const { denialId } = await system.openDenial();
  await relay({ Records: [startRecord(denialId), startRecord(denialId)] }, system);
  await relay({ Records: [startRecord(denialId)] }, system);
  expect([...system.workflow.started.keys()]).toEqual([`${denialId}-L1-A1`]);
});

test('one bad record fails the batch, but not the other records of it', async () => {
  const system = new MemorySystem();
  const { denialId } = await system.openDenial();
  await expect(relay({ Records: [{ nonsense: true }, startRecord(denialId)] }, system)).rejects.toThrow();
  expect(system.workflow.started.size).toBe(1);
});
