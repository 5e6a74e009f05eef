import type { WorkflowStep } from '../core/denial/lifecycle.ts';

/** One execution of one denial; named `<denialId>-L<level>-A<attempt>`. */
export interface Execution {
  readonly denialId: string;
  readonly level: number;
  readonly attempt: number;
}

/** The denial's execution; ids only in input and output. */
export interface Workflow {
  /** `exists`: an execution of this name was started before with the same input. */
  start(execution: Execution): Promise<'started' | 'exists'>;
  /** `stale`: the token was used, timed out or is not known; the sweep reconciles. */
  resume(token: string, output: { next: WorkflowStep; version: number }): Promise<'resumed' | 'stale'>;
  /** Whether the execution is still running; false when it ended or there never was one. */
  isRunning(execution: Execution): Promise<boolean>;
  /** Executions that failed, timed out or were stopped at or after the instant, page by page, in no order. */
  broken(stoppedAfter: string): AsyncIterable<readonly Execution[]>;
}
