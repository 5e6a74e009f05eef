import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { IngestQueue } from '../../ports/inbox.ts';

// What the service takes in one call.
const BATCH_SIZE = 10;

/** The queue that ingest itself reads. */
export function sqsIngestQueue(client: SQSClient, queueUrl: string): IngestQueue {
  return {
    async sendLoads(messages) {
      for (let start = 0; start < messages.length; start += BATCH_SIZE) {
        const batch = messages.slice(start, start + BATCH_SIZE);
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: batch.map(({ fileSha256, part, transaction, claim, redrive }, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify({ fileSha256, part, transaction, claim, redrive }),
            })),
          }),
        );
        if (Failed.length > 0) throw new MessagesNotSentError(Failed.length);
      }
    },

    async sendAgain(message) {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
    },
  };
}

/** The queue did not take some messages: all are sent again when the file is tried again. */
export class MessagesNotSentError extends Error {
  override readonly name = 'MessagesNotSentError';
  readonly code = 'DEN-3003';
  constructor(left: number) {
    super(`The queue did not take ${left} messages.`);
  }
}
