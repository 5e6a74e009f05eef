import { randomUUID } from 'node:crypto';
import { CreateStateMachineCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { MemoryWorkflow } from '../../functions/adapters/memory/workflow.ts';
import { OtherExecutionError, sfnWorkflow } from '../../functions/adapters/sfn/workflow.ts';
import type { Execution, Workflow } from '../../functions/ports/workflow.ts';
import { endpoint } from './support/targets.ts';

interface Target {
  readonly workflow: Workflow;
  /** The service stops the execution. */
  readonly breakOff: (execution: Execution) => Promise<unknown>;
}

function memory(): Target {
  const workflow = new MemoryWorkflow();
  return {
    workflow,
    breakOff: async (execution) => workflow.fail(execution, new Date().toISOString()),
  };
}

async function sfn(): Promise<Target> {
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
  const executionOf = ({ denialId, level, attempt }: Execution) =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${denialId}-L${level}-A${attempt}`;
  return {
    workflow: sfnWorkflow(client, stateMachineArn),
    breakOff: (execution) => client.send(new StopExecutionCommand({ executionArn: executionOf(execution) })),
  };
}

const targets = [
  { name: 'memory', skip: false, make: async (): Promise<Target> => memory() },
  { name: 'step functions (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: sfn },
];

describe.for(targets)('the workflow: $name', ({ skip, make }) => {
  let workflow: Workflow;
  let breakOff: Target['breakOff'];
  const denialId = `${randomUUID().replaceAll('-', '')}-0001`;
  beforeAll(async () => {
    if (!skip) ({ workflow, breakOff } = await make());
  });
  const brokenSince = async (instant: string): Promise<readonly Execution[]> => {
    const broken: Execution[] = [];
    for await (const page of workflow.broken(instant)) broken.push(...page);
    return broken;
  };

  test.skipIf(skip)('starts an execution once', async () => {
    const execution = { denialId, level: 1, attempt: 1 };
    expect(await workflow.isRunning(execution)).toBe(false);
    expect(await workflow.start(execution)).toBe('started');
    expect(await workflow.start(execution)).toBe('exists');
    expect(await workflow.isRunning(execution)).toBe(true);
    expect(await workflow.start({ ...execution, attempt: 2 })).toBe('started');
  });

  test.skipIf(skip)('tells what broke off since an instant, and nothing else', async () => {
    const execution = { denialId, level: 2, attempt: 3 };
    const before = new Date(Date.now() - 60_000).toISOString();
    await workflow.start(execution);
    expect(await brokenSince(before)).not.toContainEqual(execution);
    await breakOff(execution);
    expect(await brokenSince(before)).toContainEqual(execution);
    expect(await brokenSince(new Date(Date.now() + 60_000).toISOString())).toEqual([]);
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
