import type { IngestQueue, LoadMessage, PreviewMessage, RedriveMessage } from '../../ports/inbox.ts';

/** The ingest queue in memory. */
export class MemoryIngestQueue implements IngestQueue {
  readonly messages: LoadMessage[] = [];
  readonly again: (RedriveMessage | PreviewMessage)[] = [];

  async sendLoads(messages: readonly LoadMessage[]): Promise<void> {
    this.messages.push(...messages);
  }

  async sendAgain(message: RedriveMessage | PreviewMessage): Promise<void> {
    this.again.push(message);
  }
}
