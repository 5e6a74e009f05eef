import type { AccessEntry, AccessLog, KeptAccess } from '../../ports/access-log.ts';

/** The access log in memory. */
export class MemoryAccessLog implements AccessLog {
  readonly entries: AccessEntry[] = [];

  async record(entry: AccessEntry): Promise<void> {
    this.entries.push(entry);
  }

  async ofDay(day: string, limit: number, before: string | null): Promise<readonly KeptAccess[]> {
    return this.entries
      .map((entry, index) => ({ position: `${entry.at}#${String(index).padStart(9, '0')}`, entry }))
      .filter(({ position }) => position.startsWith(day) && (before === null || position < before))
      .sort((a, b) => (a.position > b.position ? -1 : 1))
      .slice(0, limit);
  }
}
