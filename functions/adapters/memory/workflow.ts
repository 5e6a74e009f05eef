import type { WorkflowStep } from '../../core/denial/lifecycle.ts';
import type { Workflow } from '../../ports/workflow.ts';

interface Execution {
  readonly denialId: string;
  readonly level: number;
  readonly attempt: number;
}

/** Executions by name and tokens by use, in memory. */
export class MemoryWorkflow implements Workflow {
  readonly started = new Map<string, Execution>();
  readonly resumed: { readonly token: string; readonly next: WorkflowStep; readonly version: number }[] = [];
  readonly #ended = new Set<string>();
  readonly #open = new Set<string>();

  async start(execution: Execution): Promise<'started' | 'exists'> {
    const name = nameOf(execution);
    if (this.started.has(name)) return 'exists';
    this.started.set(name, execution);
    return 'started';
  }

  async resume(token: string, output: { next: WorkflowStep; version: number }): Promise<'resumed' | 'stale'> {
    if (!this.#open.delete(token)) return 'stale';
    this.resumed.push({ token, ...output });
    return 'resumed';
  }

  async isRunning(execution: Execution): Promise<boolean> {
    return this.started.has(nameOf(execution)) && !this.#ended.has(nameOf(execution));
  }

  /** The machine hands out a token. */
  issue(token: string): void {
    this.#open.add(token);
  }

  /** The execution ends, as after a stop of the service. */
  end(execution: Execution): void {
    this.#ended.add(nameOf(execution));
  }
}

function nameOf({ denialId, level, attempt }: Execution): string {
  return `${denialId}-L${level}-A${attempt}`;
}
