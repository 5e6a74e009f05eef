import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  paginateListExecutions,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Execution, Workflow } from '../../ports/workflow.ts';

const BROKEN = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;
const PAGE = 1000;

/** The denial machine. An execution's name is its idempotency key, so its input is the same bytes each time. */
export function sfnWorkflow(client: SFNClient, stateMachineArn: string): Workflow {
  const nameOf = ({ denialId, level, attempt }: Execution) => `${denialId}-L${level}-A${attempt}`;
  const arnOf = (execution: Execution) =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${nameOf(execution)}`;
  const describe = (execution: Execution) =>
    client.send(new DescribeExecutionCommand({ executionArn: arnOf(execution) }));

  return {
    async start(execution) {
      const { denialId, level, attempt } = execution;
      const input = JSON.stringify({ denialId, level, attempt });
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name: nameOf(execution), input }));
        return 'started';
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
        const existing = await describe(execution);
        if (existing.input !== input) throw new OtherExecutionError();
        return 'exists';
      }
    },

    async resume(token, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return 'resumed';
      } catch (error) {
        if (
          error instanceof InvalidToken ||
          error instanceof TaskTimedOut ||
          error instanceof TaskDoesNotExist
        ) {
          return 'stale';
        }
        throw error;
      }
    },

    async isRunning(execution) {
      try {
        return (await describe(execution)).status === 'RUNNING';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false;
        throw error;
      }
    },

    async *broken(stoppedAfter) {
      const since = new Date(stoppedAfter);
      for (const statusFilter of BROKEN) {
        const pages = paginateListExecutions({ client, pageSize: PAGE }, { stateMachineArn, statusFilter });
        // The list is in order of start, and keeps what ended in the last 90 days.
        for await (const { executions = [] } of pages)
          yield executions.flatMap(({ name = '', stopDate }) =>
            stopDate !== undefined && stopDate >= since ? executionOf(name) : [],
          );
      }
    },
  };
}

/** What a name stands for; nothing where it is none of ours. */
function executionOf(name: string): readonly Execution[] {
  const parts = /^(.+)-L(\d+)-A(\d+)$/.exec(name);
  if (parts === null) return [];
  const [, denialId = '', level, attempt] = parts;
  return [{ denialId, level: Number(level), attempt: Number(attempt) }];
}

/** An execution of this name was started with another input: two releases disagree. */
export class OtherExecutionError extends Error {
  override readonly name = 'OtherExecutionError';
  readonly code = 'DEN-2002';
  constructor() {
    super('An execution of this name has another input.');
  }
}
