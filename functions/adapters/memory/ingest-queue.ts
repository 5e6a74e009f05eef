import type { IngestQueue, LoadMessage } from '../../ports/inbox.ts';

/** The ingest queue in memory. */
export class MemoryIngestQueue implements IngestQueue {
  readonly messages: LoadMessage[] = [];

  async sendLoads(messages: readonly LoadMessage[]): Promise<void> {
    this.messages.push(...messages);
  }
}
