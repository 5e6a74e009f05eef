import type { Denial, DenialEvent } from '../../core/denial/denial.ts';
import type { ChangesByDay, DailyRoot, DailyRoots, KeptChange } from '../../ports/audit.ts';

/** Changes by day out of the denials in memory. */
export function memoryChangesByDay(denials: {
  all(): readonly Denial[];
  events(denialId: string): Promise<readonly DenialEvent[]>;
}): ChangesByDay {
  async function everything(): Promise<readonly KeptChange[]> {
    const found = await Promise.all(
      denials.all().map(async ({ denialId, practiceId }) =>
        (await denials.events(denialId)).map((event) => ({
          position: `${event.at}#${denialId}#${String(event.version).padStart(6, '0')}`,
          practiceId,
          event,
        })),
      ),
    );
    return found.flat();
  }
  return {
    async ofDay(day, limit, before) {
      return (await everything())
        .filter(({ position }) => position.startsWith(day) && (before === null || position < before))
        .sort((a, b) => (a.position > b.position ? -1 : 1))
        .slice(0, limit);
    },
    async *between(from, until) {
      yield (await everything()).filter(({ event: { at } }) => at >= from && at < until);
    },
  };
}

/** Daily roots in memory. */
export class MemoryDailyRoots implements DailyRoots {
  readonly #roots = new Map<string, DailyRoot>();

  async last(): Promise<DailyRoot | null> {
    return this.all().at(-1) ?? null;
  }

  async find(day: string): Promise<DailyRoot | null> {
    return this.#roots.get(day) ?? null;
  }

  async keep(root: DailyRoot): Promise<'kept' | 'there_already'> {
    if (this.#roots.has(root.day)) return 'there_already';
    this.#roots.set(root.day, root);
    return 'kept';
  }

  all(): readonly DailyRoot[] {
    return [...this.#roots.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}
