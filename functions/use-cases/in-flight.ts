/**
 * Runs a task for each item, at most so many at once.
 *
 * @returns the results in the order of the items
 */
export async function eachInFlight<T, R>(
  limit: number,
  items: readonly T[],
  task: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const running = new InFlight(limit);
  for (const [at, item] of items.entries()) {
    await running.add(async () => {
      results[at] = await task(item);
    });
  }
  await running.drain();
  return results;
}

/** Runs tasks side by side, at most so many; the first failure comes out at the next call. */
export class InFlight {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Starts the task as soon as there is room. */
  async add(task: () => Promise<unknown>): Promise<void> {
    while (this.#running.size >= this.#limit) await Promise.race(this.#running);
    this.#throwFailure();
    const run: Promise<void> = task().then(
      () => this.#end(run),
      (error: unknown) => {
        this.#failure ??= { error };
        this.#end(run);
      },
    );
    this.#running.add(run);
  }

  /** Waits until nothing runs any more. */
  async drain(): Promise<void> {
    await Promise.all(this.#running);
    this.#throwFailure();
  }

  #end(run: Promise<void>): void {
    this.#running.delete(run);
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
