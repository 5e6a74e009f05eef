import type { AccessLog } from '../../ports/access-log.ts';

type Entry = Parameters<AccessLog['record']>[0];

/** The access log in memory. */
export class MemoryAccessLog implements AccessLog {
  readonly entries: Entry[] = [];

  async record(entry: Entry): Promise<void> {
    this.entries.push(entry);
  }
}
