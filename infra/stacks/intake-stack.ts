import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { CHECK_SECONDS } from '../../functions/core/documents/intake/limits.ts';
import { type FunctionDefaults, ServiceFunction } from '../constructs/service-function.ts';
import { DeadLetterQueue, WorkQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';

export interface IntakeStackProps extends StackProps {
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
}

/**
 * From an uploaded document to a plain PDF, or to a reason. Whoever made the file chose what this function reads: it
 * reaches uploads and its own results in one bucket, and no table.
 */
export class IntakeStack extends Stack {
  readonly queue: WorkQueue;
  readonly deadLetterQueue: DeadLetterQueue;
  readonly intake: ServiceFunction;

  constructor(scope: Construct, id: string, props: IntakeStackProps) {
    super(scope, id, props);
    const { buckets, workKey } = props.data;
    const timeout = Duration.seconds(CHECK_SECONDS);

    this.deadLetterQueue = new DeadLetterQueue(this, 'IntakeFailures', { key: workKey });
    this.queue = new WorkQueue(this, 'IntakeQueue', {
      key: workKey,
      consumerTimeout: timeout,
      deadLetterQueue: this.deadLetterQueue,
    });

    new Rule(this, 'DocumentUploaded', {
      description: 'Every document that a form put becomes a message to intake',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [buckets.documents.bucketName] },
          object: { key: [{ prefix: 'uploads/' }] },
        },
      },
      targets: [
        new SqsQueue(this.queue, {
          deadLetterQueue: this.deadLetterQueue,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });

    this.intake = new ServiceFunction(this, 'Intake', {
      ...props.functions,
      handler: 'intake',
      description: 'Checks an uploaded document, and makes a plain PDF of it',
      timeout,
      // A document of 25 MB is held a few times over: as it came, as objects, as it is written.
      memoryMb: 1536,
    })
      .bindBucket('DOCUMENTS_BUCKET', buckets.documents, ['GetObject', 'GetObjectVersion'], 'uploads/*')
      .bindBucket('DOCUMENTS_BUCKET', buckets.documents, ['GetObject', 'PutObject'], 'checks/*')
      .bindBucket('DOCUMENTS_BUCKET', buckets.documents, ['PutObject'], 'examined/*');
    // Without it, S3 answers "forbidden" for a check that is not there yet.
    this.intake.allow(['s3:ListBucket'], [buckets.documents.bucketArn]);

    this.intake.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        // One document a call: one that ends the function takes no other with it.
        batchSize: 1,
        reportBatchItemFailures: true,
        // An office attaches a few documents at once, never hundreds.
        maxConcurrency: 5,
      }),
    );

    new CfnOutput(this, 'intakeQueue', { value: this.queue.queueUrl });
    new CfnOutput(this, 'intakeFailuresQueue', { value: this.deadLetterQueue.queueUrl });
    new CfnOutput(this, 'intakeLogs', { value: this.intake.logGroup.logGroupName });
  }
}
