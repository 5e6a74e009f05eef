import type { IngestQueue } from '../../ports/inbox.ts';

type Message = Parameters<IngestQueue['continueLoad']>[0];

/** The ingest queue in memory. */
export class MemoryIngestQueue implements IngestQueue {
  readonly messages: Message[] = [];

  async continueLoad(message: Message): Promise<void> {
    this.messages.push(message);
  }
}
