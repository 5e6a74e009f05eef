import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A queue for what could not be handled: kept as long as SQS allows, and watched by an alarm. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: { readonly key: IKey }) {
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }
}

export interface WorkQueueProps {
  readonly key: IKey;
  /** Of the function that takes the messages. */
  readonly consumerTimeout: Duration;
  readonly deadLetterQueue: DeadLetterQueue;
}

/** A queue whose messages are tried five times and then set aside. */
export class WorkQueue extends Queue {
  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      // Data keys are reused for an hour: a busy morning would otherwise call KMS for every message.
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
      // AWS advises 6 times the consumer's timeout: throttled retries of the poller must not make a message
      // visible that is still worked on.
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      retentionPeriod: Duration.days(14),
      // Five tries outlast a throttling or a deployment; what fails five times fails for a reason of its own.
      deadLetterQueue: { queue: props.deadLetterQueue, maxReceiveCount: 5 },
    });
  }
}
