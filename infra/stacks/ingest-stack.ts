import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { type FunctionDefaults, ServiceFunction } from '../constructs/service-function.ts';
import { DeadLetterQueue, WorkQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';

export interface IngestStackProps extends StackProps {
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
}

/** From an object in the inbox to stored claim payments and open denials. */
export class IngestStack extends Stack {
  readonly queue: WorkQueue;
  readonly deadLetterQueue: DeadLetterQueue;
  readonly ingest: ServiceFunction;

  constructor(scope: Construct, id: string, props: IngestStackProps) {
    super(scope, id, props);
    const { tables, buckets, remittanceKey } = props.data;
    // Reading goes on until 20 s are left and the rest continues as a new message: 100 s of reading is some
    // 30,000 service lines, so that ordinary files are one message.
    const timeout = Duration.seconds(120);

    this.deadLetterQueue = new DeadLetterQueue(this, 'IngestFailures', { key: remittanceKey });
    this.queue = new WorkQueue(this, 'IngestQueue', {
      key: remittanceKey,
      consumerTimeout: timeout,
      deadLetterQueue: this.deadLetterQueue,
    });

    new Rule(this, 'ObjectInInbox', {
      description: 'Every new object in the inbox becomes a message to ingest',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [buckets.inbox.bucketName] } },
      },
      targets: [
        new SqsQueue(this.queue, {
          // What EventBridge cannot deliver to the queue must not vanish after its 24 hours of trying.
          deadLetterQueue: this.deadLetterQueue,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });

    this.ingest = new ServiceFunction(this, 'Ingest', {
      ...props.functions,
      handler: 'ingest',
      description: 'Reads a remittance file, stores every claim payment and opens its denials',
      timeout,
      // CPU comes with memory: 1 vCPU at 1,769 MB. Reading is bound by CPU, never by memory.
      memoryMb: 1769,
    })
      .bindTable('WORK_TABLE', tables.work, ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'])
      .bindTable('REMITTANCES_TABLE', tables.remittances, [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'BatchWriteItem',
        'ConditionCheckItem',
      ])
      .bindTable('SETTINGS_TABLE', tables.settings, ['GetItem'])
      .bindBucket('INBOX_BUCKET', buckets.inbox, ['GetObject', 'GetObjectVersion'])
      .bindBucket('ARCHIVE_BUCKET', buckets.archive, ['GetObject', 'GetObjectVersion', 'PutObject'])
      .bindBucket('QUARANTINE_BUCKET', buckets.quarantine, ['GetObject', 'GetObjectVersion', 'PutObject'])
      .bindQueue('INGEST_QUEUE_URL', this.queue);

    this.ingest.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        // One file a call: none waits behind another, and a failure retries itself alone.
        batchSize: 1,
        reportBatchItemFailures: true,
        // Five files at once load some 700 denials a second; more would only heat the same partitions.
        maxConcurrency: 5,
      }),
    );

    new CfnOutput(this, 'ingestQueue', { value: this.queue.queueUrl });
    new CfnOutput(this, 'ingestFailuresQueue', { value: this.deadLetterQueue.queueUrl });
    new CfnOutput(this, 'ingestLogs', { value: this.ingest.logGroup.logGroupName });
  }
}
