import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SimulationQueue } from '../../ports/simulations.ts';

/** The queue of ranges of simulations. */
export function sqsSimulationQueue(client: SQSClient, queueUrl: string): SimulationQueue {
  return {
    async send({ simulationId, step }) {
      const MessageBody = JSON.stringify({ simulationId, step });
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    },
  };
}
