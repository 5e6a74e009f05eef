import type { WorkflowStep } from '../core/denial/lifecycle.ts';

/** The denial's execution, named `<denialId>-L<level>-A<attempt>`; ids only in input and output. */
export interface Workflow {
  /** `exists`: an execution of this name was started before with the same input. */
  start(execution: { denialId: string; level: number; attempt: number }): Promise<'started' | 'exists'>;
  /** `stale`: the token was used, timed out or is not known; the sweep reconciles. */
  resume(token: string, output: { next: WorkflowStep; version: number }): Promise<'resumed' | 'stale'>;
  /** Whether the execution is still running; false when it ended or there never was one. */
  isRunning(execution: { denialId: string; level: number; attempt: number }): Promise<boolean>;
}
