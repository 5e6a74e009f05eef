import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { type FunctionDefaults, ServiceFunction } from '../constructs/service-function.ts';
import { DeadLetterQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';

export interface ViewsStackProps extends StackProps {
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
}

/** What keeps the read models: the second reader of the stream of Work. */
export class ViewsStack extends Stack {
  readonly project: ServiceFunction;
  readonly projectFailures: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: ViewsStackProps) {
    super(scope, id, props);
    const { tables, workKey } = props.data;

    this.project = new ServiceFunction(this, 'Project', {
      ...props.functions,
      handler: 'project',
      description: 'Brings the read models to what changed records say',
      timeout: Duration.seconds(60),
      memoryMb: 512,
    })
      .bindTable('WORK_TABLE', tables.work, ['BatchGetItem'])
      .bindTable('VIEWS_TABLE', tables.views, ['GetItem', 'PutItem', 'UpdateItem']);
    this.projectFailures = new DeadLetterQueue(this, 'ProjectFailures', { key: workKey });

    this.project.lambda.addEventSource(
      new DynamoEventSource(tables.work as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // A change of a second ago is in nobody's way; a page is then written once for many changes.
        maxBatchingWindow: Duration.seconds(1),
        // AWS's default is to try for ever: one bad record would hold up its shard for 24 hours and then be lost.
        retryAttempts: 5,
        maxRecordAge: Duration.hours(1),
        bisectBatchOnError: true,
        onFailure: new SqsDlq(this.projectFailures),
        filters: ['INSERT', 'MODIFY'].map((eventName) =>
          FilterCriteria.filter({
            eventName: FilterRule.isEqual(eventName),
            dynamodb: { Keys: { sk: { S: FilterRule.isEqual('META') } } },
          }),
        ),
      }),
    );

    new CfnOutput(this, 'projectFailuresQueue', { value: this.projectFailures.queueUrl });
    new CfnOutput(this, 'projectLogs', { value: this.project.logGroup.logGroupName });
  }
}
