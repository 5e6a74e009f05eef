import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { IngestQueue } from '../../ports/inbox.ts';

/** The queue that ingest itself reads: a load that ran out of time goes on as a new message. */
export function sqsIngestQueue(client: SQSClient, queueUrl: string): IngestQueue {
  return {
    async continueLoad({ fileSha256, part, transaction, claim }) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify({ fileSha256, part, transaction, claim }),
        }),
      );
    },
  };
}
