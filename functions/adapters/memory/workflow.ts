import type { WorkflowStep } from '../../core/denial/lifecycle.ts';
import type { Execution, Workflow } from '../../ports/workflow.ts';

/** Executions by name and tokens by use, in memory. */
export class MemoryWorkflow implements Workflow {
  readonly started = new Map<string, Execution>();
  readonly resumed: { readonly token: string; readonly next: WorkflowStep; readonly version: number }[] = [];
  readonly #ended = new Set<string>();
  readonly #broken = new Map<string, { readonly execution: Execution; readonly at: string }>();
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

  async *broken(stoppedAfter: string): AsyncIterable<readonly Execution[]> {
    yield [...this.#broken.values()].flatMap(({ execution, at }) => (at >= stoppedAfter ? [execution] : []));
  }

  /** The execution has come to its end. */
  end(execution: Execution): void {
    this.#ended.add(nameOf(execution));
  }

  /** The execution fails, as after a stop of the service; its tokens open nothing any more. */
  fail(execution: Execution, at: string): void {
    this.end(execution);
    this.#broken.set(nameOf(execution), { execution, at });
    for (const token of this.#open) if (token.startsWith(nameOf(execution))) this.#open.delete(token);
  }
}

function nameOf({ denialId, level, attempt }: Execution): string {
  return `${denialId}-L${level}-A${attempt}`;
}
