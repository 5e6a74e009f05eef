import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetObjectLockConfigurationCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { clientOf } from '../../infra/local/system.ts';
import { dynamodb, eventually, request, s3, sfn, signIn, sqs, system } from './support/clients.ts';

// What we rely on in the emulator, one behaviour a test: an upgrade shows here first what it changes.

const work = system.tables.work;
const anId = (): string => `conformance-${randomUUID()}`;

test('a bucket has the default encryption that the template gives it', async () => {
  const { ServerSideEncryptionConfiguration } = await s3.send(
    new GetBucketEncryptionCommand({ Bucket: system.packetsBucket }),
  );
  const [rule] = ServerSideEncryptionConfiguration?.Rules ?? [];
  expect(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('aws:kms');
  expect(rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID).toMatch(/^arn:aws:kms:/);
});

test('packets are locked, and a version of one cannot be deleted', async () => {
  const { ObjectLockConfiguration } = await s3.send(
    new GetObjectLockConfigurationCommand({ Bucket: system.packetsBucket }),
  );
  expect(ObjectLockConfiguration?.Rule?.DefaultRetention).toMatchObject({ Mode: 'GOVERNANCE', Days: 1 });
  const key = anId();
  const { VersionId } = await s3.send(
    new PutObjectCommand({ Bucket: system.packetsBucket, Key: key, Body: 'x' }),
  );
  await expect(
    s3.send(new DeleteObjectCommand({ Bucket: system.packetsBucket, Key: key, VersionId })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a new object under an old key is a new version, and the old one stays readable', async () => {
  const key = anId();
  const put = (Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: system.archiveBucket, Key: key, Body }));
  const [first, second] = [await put('one'), await put('three')];
  expect(second.VersionId).not.toBe(first.VersionId);
  const head = await s3.send(
    new HeadObjectCommand({ Bucket: system.archiveBucket, Key: key, VersionId: first.VersionId }),
  );
  expect(head.ContentLength).toBe(3);
});

test('a copy takes the version that is named, not the newest', async () => {
  const key = anId();
  const put = (Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: system.archiveBucket, Key: key, Body }));
  const { VersionId } = await put('one');
  await put('three');
  const source = `${system.archiveBucket}/${key}?versionId=${VersionId}`;
  await s3.send(new CopyObjectCommand({ Bucket: system.handoverBucket, Key: key, CopySource: source }));
  const head = await s3.send(new HeadObjectCommand({ Bucket: system.handoverBucket, Key: key }));
  expect(head.ContentLength).toBe(3);
});

test('the table Work forgets by the attribute ttl', async () => {
  const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName: work }));
  expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
});

test('a transaction is all or nothing, and says which condition failed', async () => {
  const pk = anId();
  await dynamodb.send(new PutCommand({ TableName: work, Item: { pk, sk: 'there' } }));
  const write = dynamodb.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: work, Item: { pk, sk: 'new' } } },
        {
          Put: {
            TableName: work,
            Item: { pk, sk: 'there' },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
    }),
  );
  await expect(write).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  const { Item } = await dynamodb.send(new GetCommand({ TableName: work, Key: { pk, sk: 'new' } }));
  expect(Item).toBeUndefined();
});

test('of twenty conditional writes at once exactly one wins', async () => {
  const key = { pk: anId(), sk: 'race' };
  const writes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      dynamodb.send(
        new PutCommand({
          TableName: work,
          Item: { ...key, n },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    ),
  );
  expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

/** Runs a machine of its own; the state machine of the system is not touched. */
async function runMachine(states: object, startAt: string, input: object): Promise<string> {
  // The system's own role: it may write waits, and where policies are checked a role must be there.
  const { roleArn } = await sfn.send(
    new DescribeStateMachineCommand({ stateMachineArn: system.stateMachineArn }),
  );
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({
      name: anId(),
      roleArn,
      definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: startAt, States: states }),
    }),
  );
  onTestFinished(async () => {
    await sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
  });
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  return executionArn ?? '';
}

async function outcomeOf(executionArn: string): Promise<{ status: string | undefined; output: unknown }> {
  return eventually('the execution ends', async () => {
    const { status, output } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? null : { status, output: output === undefined ? null : JSON.parse(output) };
  });
}

const waitState = (pk: string, timeoutSeconds: number) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken',
  Arguments: {
    TableName: work,
    Key: { pk: { S: pk }, sk: { S: "{% 'CONFORMANCE#' & $states.input.n %}" } },
    UpdateExpression: 'SET #token = :token',
    ExpressionAttributeNames: { '#token': 'token' },
    ExpressionAttributeValues: { ':token': { S: '{% $states.context.Task.Token %}' } },
  },
  TimeoutSeconds: timeoutSeconds,
});

const tokenOf = (pk: string) =>
  eventually('the token is stored', async () => {
    const { Item } = await dynamodb.send(
      new GetCommand({ TableName: work, Key: { pk, sk: 'CONFORMANCE#1' } }),
    );
    return Item?.token as string | undefined;
  });

test('the machine stores its task token itself, and goes on with what is returned', async () => {
  const pk = anId();
  const execution = await runMachine({ Wait: { ...waitState(pk, 60), End: true } }, 'Wait', { n: 1 });
  const taskToken = await tokenOf(pk);
  await sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{"next":"done"}' }));
  expect(await outcomeOf(execution)).toEqual({ status: 'SUCCEEDED', output: { next: 'done' } });
});

test('a token is good once', async () => {
  const pk = anId();
  await runMachine({ Wait: { ...waitState(pk, 60), End: true } }, 'Wait', { n: 1 });
  const answer = new SendTaskSuccessCommand({ taskToken: await tokenOf(pk), output: '{}' });
  await sfn.send(answer);
  await expect(sfn.send(answer)).rejects.toMatchObject({
    name: expect.stringMatching(/TaskDoesNotExist|TaskTimedOut/),
  });
});

test('a wait that times out is caught, with an output of our making', async () => {
  const states = {
    Wait: {
      ...waitState(anId(), 1),
      Catch: [{ ErrorEquals: ['States.Timeout'], Output: { n: '{% $n %}', timedOut: true }, Next: 'After' }],
      End: true,
    },
    First: { Type: 'Pass', Assign: { n: '{% $states.input.n %}' }, Next: 'Wait' },
    After: { Type: 'Pass', End: true },
  };
  expect(await outcomeOf(await runMachine(states, 'First', { n: 1 }))).toEqual({
    status: 'SUCCEEDED',
    output: { n: 1, timedOut: true },
  });
});

test('an execution name is taken once', async () => {
  const start = new StartExecutionCommand({
    stateMachineArn: system.stateMachineArn,
    name: anId(),
    input: '{"denialId":"no-such-denial","level":1,"attempt":1}',
  });
  await sfn.send(start);
  await expect(sfn.send(start)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('a message that is not deleted stays hidden and is counted', async () => {
  const QueueUrl = system.queues.relayFailures;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'conformance' }));
  const receive = () =>
    sqs.send(
      new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 1, MessageSystemAttributeNames: ['All'] }),
    );
  const [first] = (await receive()).Messages ?? [];
  expect(first?.Attributes?.ApproximateReceiveCount).toBe('1');
  expect((await receive()).Messages ?? []).toEqual([]);
  await sleep(1_500);
  const [again] = (await receive()).Messages ?? [];
  expect(again?.Attributes?.ApproximateReceiveCount).toBe('2');
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
});

test('an object in the inbox reaches ingest, with its name as it is', async () => {
  const key = `${anId()} ü+ %20.txt`;
  await s3.send(new PutObjectCommand({ Bucket: system.inboxBucket, Key: key, Body: anId() }));
  const { Versions } = await s3.send(
    new ListObjectVersionsCommand({ Bucket: system.inboxBucket, Prefix: key }),
  );
  expect(Versions?.map(({ Key }) => Key)).toEqual([key]);
});

test('the API wants a token, a whole one, and knows whose it is', async () => {
  const token = await signIn('biller');
  expect((await request('', 'GET', '/me')).status).toBe(401);
  expect((await request(`${token.slice(0, -2)}xx`, 'GET', '/me')).status).toBe(401);
  const me = await request(token, 'GET', '/me');
  expect(me.status).toBe(200);
  expect(me.body).toMatchObject({ name: 'biller', role: 'biller' });
});

test('what the schedule, the alarms and the stream filters need is deployed', async () => {
  const cloudFormation = new CloudFormationClient(clientOf(system));
  const types = await Promise.all(
    [
      'OverturnIngest',
      'OverturnIntake',
      'OverturnWorkflow',
      'OverturnViews',
      'OverturnSimulation',
      'OverturnOps',
    ].map(async (StackName) => {
      const { StackResourceSummaries } = await cloudFormation.send(
        new ListStackResourcesCommand({ StackName }),
      );
      return (StackResourceSummaries ?? []).map(({ ResourceType }) => ResourceType);
    }),
  );
  const count = (type: string) => types.flat().filter((deployed) => deployed === type).length;
  expect(count('AWS::Scheduler::Schedule')).toBe(1);
  expect(count('AWS::CloudWatch::Alarm')).toBe(9);
  expect(count('AWS::Lambda::EventSourceMapping')).toBe(5);
});
