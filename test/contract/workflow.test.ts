import { randomUUID } from 'node:crypto';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { MemoryWorkflow } from '../../functions/adapters/memory/workflow.ts';
import { OtherExecutionError, sfnWorkflow } from '../../functions/adapters/sfn/workflow.ts';
import type { Workflow } from '../../functions/ports/workflow.ts';
import { endpoint } from './support/targets.ts';

async function sfn(): Promise<Workflow> {
  const client = new SFNClient({});
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({
      name: `contract-${randomUUID()}`,
      roleArn: 'arn:aws:iam::000000000000:role/contract',
      definition: JSON.stringify({
        StartAt: 'Wait',
        States: { Wait: { Type: 'Wait', Seconds: 600, End: true } },
      }),
    }),
  );
  if (stateMachineArn === undefined) throw new Error('No state machine.');
  return sfnWorkflow(client, stateMachineArn);
}

const targets = [
  { name: 'memory', skip: false, make: async (): Promise<Workflow> => new MemoryWorkflow() },
  { name: 'step functions (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: sfn },
];

describe.for(targets)('the workflow: $name', ({ skip, make }) => {
  let workflow: Workflow;
  const denialId = `${randomUUID().replaceAll('-', '')}-0001`;
  beforeAll(async () => {
    if (!skip) workflow = await make();
  });

  test.skipIf(skip)('starts an execution once', async () => {
    const execution = { denialId, level: 1, attempt: 1 };
    expect(await workflow.isRunning(execution)).toBe(false);
    expect(await workflow.start(execution)).toBe('started');
    expect(await workflow.start(execution)).toBe('exists');
    expect(await workflow.isRunning(execution)).toBe(true);
    expect(await workflow.start({ ...execution, attempt: 2 })).toBe('started');
  });

  test.skipIf(skip)('calls a token that it does not know stale', async () => {
    expect(await workflow.resume('no such token', { next: 'done', version: 2 })).toBe('stale');
  });
});

test('an execution of the same name with another input is an error, not a repeat', async () => {
  const client = {
    send: async (command: object) => {
      if ('stateMachineArn' in (command as { input: object }).input) {
        const { ExecutionAlreadyExists } = await import('@aws-sdk/client-sfn');
        throw new ExecutionAlreadyExists({ message: 'exists', $metadata: {} });
      }
      return { input: '{"denialId":"another"}' };
    },
  } as unknown as SFNClient;
  const workflow = sfnWorkflow(client, 'arn:aws:states:us-east-1:000000000000:stateMachine:m');
  await expect(workflow.start({ denialId: 'd', level: 1, attempt: 1 })).rejects.toThrow(OtherExecutionError);
});
