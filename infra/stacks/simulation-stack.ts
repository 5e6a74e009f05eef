import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { type FunctionDefaults, ServiceFunction } from '../constructs/service-function.ts';
import { DeadLetterQueue, WorkQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';

export interface SimulationStackProps extends StackProps {
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
}

/** Simulations of rule layers over archived decision facts, a range a message. */
export class SimulationStack extends Stack {
  readonly queue: WorkQueue;
  readonly deadLetterQueue: DeadLetterQueue;
  readonly simulate: ServiceFunction;

  constructor(scope: Construct, id: string, props: SimulationStackProps) {
    super(scope, id, props);
    const { buckets, remittanceKey } = props.data;
    // Reading goes on until 10 s are left and the rest continues as a new message.
    const timeout = Duration.seconds(120);
    this.deadLetterQueue = new DeadLetterQueue(this, 'SimulationFailures', { key: remittanceKey });
    this.queue = new WorkQueue(this, 'SimulationQueue', {
      key: remittanceKey,
      consumerTimeout: timeout,
      deadLetterQueue: this.deadLetterQueue,
    });
    this.simulate = new ServiceFunction(this, 'Simulate', {
      ...props.functions,
      handler: 'simulate',
      description: 'Decides archived claims by another rulebook, and says what would change',
      timeout,
      // CPU comes with memory: 1 vCPU at 1,769 MB. Deciding is bound by CPU, never by memory.
      memoryMb: 1769,
    })
      .bindBucket('ARCHIVE_BUCKET', buckets.archive, ['GetObject'], 'facts/*')
      .bindBucket('ARCHIVE_BUCKET', buckets.archive, ['GetObject', 'PutObject'], 'simulations/*')
      .bindQueue('SIMULATION_QUEUE_URL', this.queue);
    // Without it, S3 answers "forbidden" for what is not there.
    this.simulate.allow(['s3:ListBucket'], [buckets.archive.bucketArn]);
    this.simulate.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        // A simulation is a chain of messages: two at once are two simulations.
        maxConcurrency: 2,
      }),
    );
    new CfnOutput(this, 'simulationQueue', { value: this.queue.queueUrl });
    new CfnOutput(this, 'simulationFailuresQueue', { value: this.deadLetterQueue.queueUrl });
    new CfnOutput(this, 'simulationLogs', { value: this.simulate.logGroup.logGroupName });
  }
}
