import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { DigestConfig } from '../config.ts';
import { type FunctionDefaults, ServiceFunction } from '../constructs/service-function.ts';
import { DeadLetterQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';

export interface DigestStackProps extends StackProps {
  readonly digest: DigestConfig;
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
  readonly users: UserPool;
}

/**
 * The daily digest, where a sender is configured. A function of its own and not a part of the sweep: who may mail and
 * see addresses changes no denial, and who changes denials mails nobody.
 */
export class DigestStack extends Stack {
  readonly failures: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: DigestStackProps) {
    super(scope, id, props);
    const { tables, workKey } = props.data;
    const { sender, appUrl, fromHour } = props.digest;
    const digest = new ServiceFunction(this, 'Digest', {
      ...props.functions,
      handler: 'digest',
      description: 'Mails everybody once a day what waits for them',
      timeout: Duration.minutes(5),
      memoryMb: 512,
      // Two at once would only meet each other's marks.
      reservedConcurrency: 1,
    })
      // Its marks of who was mailed on which day.
      .bindTable('WORK_TABLE', tables.work, ['GetItem', 'PutItem'])
      .bindTable('REMITTANCES_TABLE', tables.remittances, ['Query'])
      .bindTable('SETTINGS_TABLE', tables.settings, ['GetItem'])
      .bindTable('VIEWS_TABLE', tables.views, ['GetItem', 'Query']);
    digest.lambda.addEnvironment('USER_POOL_ID', props.users.userPoolId);
    digest.lambda.addEnvironment('DIGEST_SENDER', sender);
    digest.lambda.addEnvironment('DIGEST_FROM_HOUR', String(fromHour));
    digest.lambda.addEnvironment('APP_URL', appUrl);
    digest.allow(['cognito-idp:ListUsers'], [props.users.userPoolArn]);
    digest.allow(
      ['ses:SendEmail'],
      [sender, sender.slice(sender.indexOf('@') + 1)].map((identity) =>
        this.formatArn({ service: 'ses', resource: 'identity', resourceName: identity }),
      ),
    );

    this.failures = new DeadLetterQueue(this, 'DigestFailures', { key: workKey });
    digest.lambda.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: Duration.minutes(15),
      onFailure: new SqsDestination(this.failures),
    });
    new Schedule(this, 'EveryQuarter', {
      description: 'The digest of the day, to whoever has not had it',
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new LambdaInvoke(digest.lambda, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: this.failures,
        retryAttempts: 2,
        maxEventAge: Duration.minutes(15),
      }),
    });
    new CfnOutput(this, 'digestFailuresQueue', { value: this.failures.queueUrl });
    new CfnOutput(this, 'digestLogs', { value: digest.logGroup.logGroupName });
  }
}
