import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Where the bundles are and how long their logs live: the same for every function of one deployment. */
export interface FunctionDefaults {
  readonly bundlesFolder: string;
  readonly logKey: IKey;
  readonly logRetentionDays: RetentionDays;
}

export interface ServiceFunctionProps extends FunctionDefaults {
  /** The folder under functions/handlers. */
  readonly handler: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMb: number;
  /** @default shares the account's concurrency */
  readonly reservedConcurrency?: number;
}

/** No DeleteItem and no Scan: nothing is deleted but by TTL, and no request walks a table. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem';

export type BucketAction = 'GetObject' | 'GetObjectVersion' | 'PutObject';

/**
 * One Lambda with its own role and log group. The bind methods give the environment variable and the permission
 * it needs in one step, so that neither is forgotten and neither is given without the other.
 */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Logs', {
      encryptionKey: props.logKey,
      retention: props.logRetentionDays,
      // Nothing in a log is the only copy of anything.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Own role without AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [this.logGroup.logGroupArn]);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: Code.fromAsset(join(props.bundlesFolder, props.handler)),
      timeout: props.timeout,
      memorySize: props.memoryMb,
      role: this.role,
      logGroup: this.logGroup,
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
  }

  bindTable(variable: string, table: Table, actions: readonly TableAction[]): this {
    this.lambda.addEnvironment(variable, table.tableName);
    const onIndex = actions.filter((action) => action === 'Query');
    this.allow(
      actions.map((action) => `dynamodb:${action}`),
      [table.tableArn],
    );
    if (onIndex.length > 0) this.allow(['dynamodb:Query'], [`${table.tableArn}/index/*`]);
    this.allowKey(
      table.encryptionKey,
      actions.some((action) => /Put|Update|Write/.test(action)),
    );
    return this;
  }

  /** @param objects pattern of the keys it may use. @default all of them */
  bindBucket(variable: string, bucket: Bucket, actions: readonly BucketAction[], objects = '*'): this {
    this.lambda.addEnvironment(variable, bucket.bucketName);
    this.allow(
      actions.map((action) => `s3:${action}`),
      [bucket.arnForObjects(objects)],
    );
    this.allowKey(bucket.encryptionKey, actions.includes('PutObject'));
    return this;
  }

  bindQueue(variable: string, queue: IQueue): this {
    this.lambda.addEnvironment(variable, queue.queueUrl);
    this.allow(['sqs:SendMessage'], [queue.queueArn]);
    this.allowKey(queue.encryptionMasterKey, true);
    return this;
  }

  allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  private allowKey(key: IKey | undefined, writes: boolean): void {
    if (key === undefined) return;
    this.allow(['kms:Decrypt', ...(writes ? ['kms:GenerateDataKey'] : [])], [key.keyArn]);
  }
}
