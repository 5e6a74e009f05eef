import { ArnFormat, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import {
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { HOLD_SECONDS } from '../../functions/core/appeal/hold.ts';
import type { DeploymentConfig } from '../config.ts';
import { type FunctionDefaults, ServiceFunction, type TableAction } from '../constructs/service-function.ts';
import { DeadLetterQueue } from '../constructs/work-queue.ts';
import { denialMachine } from '../workflow/denial-machine.ts';
import type { DataStack } from './data-stack.ts';

export interface WorkflowStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
}

/** A change of a denial: record on its version, event, draft and outbox in one transaction. */
const CHANGE_DENIALS: readonly TableAction[] = [
  'GetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'ConditionCheckItem',
];

const DELIVER_TIMEOUT = Duration.minutes(5);

/** The state machine, the functions it calls, and the two that keep it and the records together. */
export class WorkflowStack extends Stack {
  readonly machine: StateMachine;
  readonly relay: ServiceFunction;
  readonly enter: ServiceFunction;
  readonly draft: ServiceFunction;
  readonly deliver: ServiceFunction;
  readonly sweep: ServiceFunction;
  readonly relayFailures: DeadLetterQueue;
  readonly sweepFailures: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: WorkflowStackProps) {
    super(scope, id, props);
    const { tables, buckets, workKey } = props.data;
    // One record read, decided and written; a letter rendered takes a second. The rest is room for retries.
    const atOnce = props.config.workflowConcurrency;
    const step = { ...props.functions, timeout: Duration.seconds(60), memoryMb: 512 };

    this.enter = new ServiceFunction(this, 'Enter', {
      ...step,
      handler: 'enter',
      reservedConcurrency: atOnce.enter,
      description: 'Workflow: routes a new denial, or tells where a known one stands',
    })
      .bindTable('WORK_TABLE', tables.work, CHANGE_DENIALS)
      .bindTable('SETTINGS_TABLE', tables.settings, ['GetItem']);

    this.draft = new ServiceFunction(this, 'Draft', {
      ...step,
      handler: 'draft',
      // A packet of 150 MB takes about four times its length while it is bound.
      memoryMb: 1769,
      reservedConcurrency: atOnce.draft,
      description: 'Workflow: renders and stores a candidate: letter and packet',
    })
      .bindTable('WORK_TABLE', tables.work, CHANGE_DENIALS)
      .bindTable('REMITTANCES_TABLE', tables.remittances, ['GetItem', 'Query'])
      .bindTable('SETTINGS_TABLE', tables.settings, ['GetItem'])
      .bindBucket('PACKETS_BUCKET', buckets.packets, ['PutObject', 'GetObject', 'GetObjectVersion'])
      // What intake let pass, and nothing that was merely uploaded.
      .bindBucket('DOCUMENTS_BUCKET', buckets.documents, ['GetObject', 'GetObjectVersion'], 'checked/*')
      // Pages that it makes itself: the acknowledgements of a claim.
      .bindBucket(
        'DOCUMENTS_BUCKET',
        buckets.documents,
        ['PutObject', 'GetObject', 'GetObjectVersion'],
        'made/*',
      );

    this.deliver = new ServiceFunction(this, 'Deliver', {
      ...step,
      // 150 MB over a slow line to somebody's server; the machine waits as long.
      timeout: DELIVER_TIMEOUT,
      handler: 'deliver',
      reservedConcurrency: atOnce.deliver,
      description: 'Workflow: hands over the approved object version',
    })
      .bindTable('WORK_TABLE', tables.work, CHANGE_DENIALS)
      .bindTable('REMITTANCES_TABLE', tables.remittances, ['GetItem', 'Query'])
      .bindTable('SETTINGS_TABLE', tables.settings, ['GetItem'])
      .bindBucket('PACKETS_BUCKET', buckets.packets, ['GetObject', 'GetObjectVersion'])
      .bindBucket('HANDOVER_BUCKET', buckets.handover, ['GetObject', 'PutObject'])
      .bindBucket('CREDENTIALS_BUCKET', buckets.credentials, ['GetObject', 'GetObjectVersion'], 'sftp/*');
    // Without it S3 answers 403 where nothing lies yet, instead of 404.
    this.deliver.allow(['s3:ListBucket'], [buckets.handover.bucketArn, buckets.credentials.bucketArn]);

    this.machine = this.createMachine(props);
    this.relay = this.createRelay(props);
    this.sweep = this.createSweep(props);

    this.relayFailures = new DeadLetterQueue(this, 'RelayFailures', { key: workKey });
    this.sweepFailures = new DeadLetterQueue(this, 'SweepFailures', { key: workKey });
    this.followWorkTable(props.data);
    this.scheduleSweep();

    new CfnOutput(this, 'stateMachine', { value: this.machine.stateMachineArn });
    new CfnOutput(this, 'relayFailuresQueue', { value: this.relayFailures.queueUrl });
    new CfnOutput(this, 'sweepFailuresQueue', { value: this.sweepFailures.queueUrl });
    new CfnOutput(this, 'sweepFunction', { value: this.sweep.lambda.functionName });
    for (const name of ['relay', 'enter', 'draft', 'deliver', 'sweep'] as const) {
      new CfnOutput(this, `${name}Logs`, { value: this[name].logGroup.logGroupName });
    }
  }

  private createMachine({ data, functions }: WorkflowStackProps): StateMachine {
    const work = data.tables.work;
    const role = new Role(this, 'MachineRole', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const machine = new StateMachine(this, 'DenialMachine', {
      comment: 'One denial at one appeal level',
      stateMachineType: StateMachineType.STANDARD,
      role,
      definitionBody: DefinitionBody.fromString(
        this.toJsonString(
          denialMachine({
            enterFunctionArn: this.enter.lambda.functionArn,
            draftFunctionArn: this.draft.lambda.functionArn,
            deliverFunctionArn: this.deliver.lambda.functionArn,
            workTableName: work.tableName,
            holdSeconds: HOLD_SECONDS,
            deliverSeconds: DELIVER_TIMEOUT.toSeconds(),
          }),
        ),
      ),
      // Data keys are reused for 5 minutes: a call to KMS per state would cost more than the states.
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(data.workKey, Duration.minutes(5)),
      logs: {
        destination: new LogGroup(this, 'MachineLogs', {
          encryptionKey: data.workKey,
          retention: functions.logRetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        // Task tokens are credentials and would be in the data.
        includeExecutionData: false,
      },
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.enter, this.draft, this.deliver].map((fn) => fn.lambda.functionArn),
      }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources: [work.tableArn] }));
    return machine;
  }

  /** Gives a function what it needs to start executions and to return task tokens. */
  private bindMachine(fn: ServiceFunction): ServiceFunction {
    fn.lambda.addEnvironment('STATE_MACHINE_ARN', this.machine.stateMachineArn);
    fn.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
    // The action knows no resource type (Service Authorization Reference): "*" is its narrowest. A token is a credential
    // for one task of one execution of this account, and only the waits in Work hold one.
    fn.allow(['states:SendTaskSuccess'], ['*']);
    // Executions are a resource type of their own: machine:name -> execution:machine:name.
    fn.allow(
      ['states:DescribeExecution'],
      [
        this.formatArn({
          service: 'states',
          resource: 'execution',
          resourceName: `${this.machine.stateMachineName}:*`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
    );
    return fn;
  }

  private createRelay({ data, functions }: WorkflowStackProps): ServiceFunction {
    const relay = new ServiceFunction(this, 'Relay', {
      ...functions,
      handler: 'relay',
      description: 'Starts executions and returns task tokens for stored decisions',
      timeout: Duration.seconds(60),
      memoryMb: 512,
    }).bindTable('WORK_TABLE', data.tables.work, ['GetItem', 'Query', 'UpdateItem']);
    return this.bindMachine(relay);
  }

  private createSweep({ data, functions }: WorkflowStackProps): ServiceFunction {
    const sweep = new ServiceFunction(this, 'Sweep', {
      ...functions,
      handler: 'sweep',
      description: 'Reminds, escalates and reconciles what is due',
      // Runs every 15 minutes: a sweep that takes 5 is stopped, and the next one goes on from what it stored.
      timeout: Duration.minutes(5),
      memoryMb: 512,
      // Two sweeps at once would do the same work twice.
      reservedConcurrency: 1,
    })
      .bindTable('WORK_TABLE', data.tables.work, CHANGE_DENIALS)
      .bindTable('REMITTANCES_TABLE', data.tables.remittances, ['GetItem'])
      .bindTable('SETTINGS_TABLE', data.tables.settings, ['GetItem'])
      .bindBucket('AUDIT_BUCKET', data.buckets.audit, ['PutObject'], 'roots/*');
    // What broke off is found by its status, not by asking for every open denial.
    sweep.allow(['states:ListExecutions'], [this.machine.stateMachineArn]);
    return this.bindMachine(sweep);
  }

  private followWorkTable(data: DataStack): void {
    this.relay.lambda.addEventSource(
      new DynamoEventSource(data.tables.work as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        // AWS's default is to try for ever: one bad record would hold up its shard for 24 hours and then be lost.
        retryAttempts: 5,
        maxRecordAge: Duration.hours(1),
        bisectBatchOnError: true,
        onFailure: new SqsDlq(this.relayFailures),
        filters: ['OUTBOX#', 'WAIT#'].map((prefix) =>
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(prefix) } } },
          }),
        ),
      }),
    );
  }

  private scheduleSweep(): void {
    // The schedule invokes asynchronously: what fails inside the function is Lambda's to retry and to report.
    this.sweep.lambda.configureAsyncInvoke({
      retryAttempts: 1,
      maxEventAge: Duration.minutes(15),
      onFailure: new SqsDestination(this.sweepFailures),
    });
    new Schedule(this, 'SweepSchedule', {
      description: 'What is due is looked at every 15 minutes',
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new LambdaInvoke(this.sweep.lambda, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: this.sweepFailures,
        // The next run is 15 minutes away and does the same work.
        retryAttempts: 2,
        maxEventAge: Duration.minutes(15),
      }),
    });
  }
}
