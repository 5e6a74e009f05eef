import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { s3ObjectStore } from '../../functions/adapters/s3/object-store.ts';
import { s3Transfers } from '../../functions/adapters/s3/transfers.ts';
import { system } from '../e2e/support/clients.ts';
import { actingAs, type RoleClient } from '../e2e/support/roles.ts';

// Only an emulator that checks policies can refuse: npm run test:long starts one (OVERTURN_IAM=1 for vitest alone).
test('the policies are checked in this run', () => {
  expect(system.certificate).not.toBeNull();
});

const key = { pk: 'least-privilege', sk: 'none' };
const work = system.tables.work;

const table = (role: RoleClient) => DynamoDBDocumentClient.from(new DynamoDBClient(role));
const bucket = (role: RoleClient) => new S3Client({ ...role, forcePathStyle: true });
const put = (Bucket: string, Key = 'least-privilege') => new PutObjectCommand({ Bucket, Key, Body: 'x' });
const get = (Bucket: string, Key = 'least-privilege') => new GetObjectCommand({ Bucket, Key });
/** As auditors read it: a day, never a single entry. */
const dayOfTheLog = new QueryCommand({
  TableName: system.tables.access,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': '2026-11-10#0' },
});
const start = new StartExecutionCommand({ stateMachineArn: system.stateMachineArn, input: '{}' });
const resume = new SendTaskSuccessCommand({ taskToken: 'none', output: '{}' });
const denied = { name: expect.stringMatching(/AccessDenied/) };

/** What each role must not do, though another one may: the reason for having them apart. */
const refused: readonly (readonly [
  role: string,
  what: string,
  attempt: (role: RoleClient) => Promise<unknown>,
])[] = [
  ['Ingest', 'start an execution', (r) => new SFNClient(r).send(start)],
  ['Ingest', 'write a packet', (r) => bucket(r).send(put(system.packetsBucket))],
  ['Relay', 'write a denial', (r) => table(r).send(new PutCommand({ TableName: work, Item: key }))],
  ['Relay', 'read the inbox', (r) => bucket(r).send(get(system.inboxBucket))],
  ['Enter', 'return a task token', (r) => new SFNClient(r).send(resume)],
  [
    'Enter',
    'read a claim payment',
    (r) => table(r).send(new GetCommand({ TableName: system.tables.remittances, Key: key })),
  ],
  ['Draft', 'hand over a letter', (r) => bucket(r).send(put(system.handoverBucket))],
  [
    'Draft',
    'write what intake is to have let pass',
    (r) => bucket(r).send(put(system.documentsBucket, 'checked/none')),
  ],
  ['Deliver', 'write a packet', (r) => bucket(r).send(put(system.packetsBucket))],
  [
    'Deliver',
    'write what opens a server',
    (r) => bucket(r).send(put(system.credentialsBucket, 'sftp/none.json')),
  ],
  ['Api', 'read what opens a server', (r) => bucket(r).send(get(system.credentialsBucket, 'sftp/none.json'))],
  [
    'Deliver',
    'send to the ingest queue',
    (r) =>
      new SQSClient(r).send(new SendMessageCommand({ QueueUrl: system.queues.ingest, MessageBody: '{}' })),
  ],
  ['Sweep', 'read a packet', (r) => bucket(r).send(get(system.packetsBucket))],
  ['Api', 'start an execution', (r) => new SFNClient(r).send(start)],
  ['Api', 'read the inbox', (r) => bucket(r).send(get(system.inboxBucket, 'uploads/none'))],
  ['Api', 'write into the inbox beside uploads', (r) => bucket(r).send(put(system.inboxBucket))],
  ['Api', 'return a task token', (r) => new SFNClient(r).send(resume)],
  [
    'Sweep',
    'change settings',
    (r) => table(r).send(new PutCommand({ TableName: system.tables.settings, Item: key })),
  ],
  ['Api', 'read what payers sent', (r) => bucket(r).send(get(system.archiveBucket, 'facts/none'))],
  [
    'Api',
    'write a view',
    (r) => table(r).send(new PutCommand({ TableName: system.tables.views, Item: key })),
  ],
  [
    'Api',
    'read a single entry of the log of who saw what',
    (r) => table(r).send(new GetCommand({ TableName: system.tables.access, Key: key })),
  ],
  [
    'Api',
    'scan the log of who saw what',
    (r) => table(r).send(new ScanCommand({ TableName: system.tables.access })),
  ],
  [
    'Api',
    'delete from the log of who saw what',
    (r) => table(r).send(new DeleteCommand({ TableName: system.tables.access, Key: key })),
  ],
  ['Sweep', 'read the log of who saw what', (r) => table(r).send(dayOfTheLog)],
  ['Simulate', 'read a denial', (r) => table(r).send(new GetCommand({ TableName: work, Key: key }))],
  ['Simulate', 'read what payers sent', (r) => bucket(r).send(get(system.archiveBucket))],
  ['Simulate', 'write facts', (r) => bucket(r).send(put(system.archiveBucket, 'facts/none'))],
  ['Intake', 'read a denial', (r) => table(r).send(new GetCommand({ TableName: work, Key: key }))],
  ['Intake', 'read a packet', (r) => bucket(r).send(get(system.packetsBucket))],
  ['Intake', 'read what is attached', (r) => bucket(r).send(get(system.documentsBucket, 'denials/none'))],
  ['Intake', 'write what is attached', (r) => bucket(r).send(put(system.documentsBucket, 'checked/none'))],
  ['Intake', 'write an upload', (r) => bucket(r).send(put(system.documentsBucket, 'uploads/none'))],
  ['Project', 'write a denial', (r) => table(r).send(new PutCommand({ TableName: work, Item: key }))],
  [
    'Project',
    'read a claim payment',
    (r) => table(r).send(new GetCommand({ TableName: system.tables.remittances, Key: key })),
  ],
  ['Machine', 'read a denial', (r) => table(r).send(new GetCommand({ TableName: work, Key: key }))],
];

test.for(refused)('%s may not %s', async ([role, , attempt]) => {
  await expect(attempt(await actingAs(role))).rejects.toMatchObject(denied);
});

test.for(['Ingest', 'Relay', 'Enter', 'Draft', 'Deliver', 'Sweep', 'Api', 'Simulate', 'Project', 'Intake'])(
  '%s may neither delete nor scan',
  async (role) => {
    const client = table(await actingAs(role));
    await expect(client.send(new DeleteCommand({ TableName: work, Key: key }))).rejects.toMatchObject(denied);
    await expect(client.send(new ScanCommand({ TableName: work }))).rejects.toMatchObject(denied);
  },
);

test('Api may read a day of the log of who saw what', async () => {
  const client = table(await actingAs('Api'));
  await expect(client.send(dayOfTheLog)).resolves.toMatchObject({ Items: [] });
});

test.for(['Ingest', 'Relay', 'Enter', 'Draft', 'Deliver', 'Sweep', 'Api'])(
  '%s may read a denial',
  async (role) => {
    const client = table(await actingAs(role));
    await expect(client.send(new GetCommand({ TableName: work, Key: key }))).resolves.toBeDefined();
  },
);

test('a form of Api puts an upload into the inbox, and one into the documents that Api then copies to its place', async () => {
  const role = await actingAs('Api');
  const buckets = { inbox: system.inboxBucket, documents: system.documentsBucket };
  const transfers = s3Transfers(bucket(role), buckets);
  const within = { at: new Date().toISOString(), seconds: 300 };
  const body = new Blob(['%PDF-1.7']);
  for (const to of ['inbox', 'documents'] as const) {
    const object = {
      bucket: to,
      key: 'uploads/least-privilege',
      mediaType: 'application/pdf',
      byteLength: body.size,
    };
    const { url, fields } = await transfers.permitUpload(object, within);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', body);
    expect((await fetch(url, { method: 'POST', body: form })).status, to).toBe(204);
  }
  const objects = s3ObjectStore(bucket(role), buckets);
  expect(await objects.find('documents', 'uploads/none')).toBeNull();
  const uploaded = await objects.find('documents', 'uploads/least-privilege');
  if (uploaded === null) throw new Error('Nothing was uploaded.');
  const attached = await objects.copy(uploaded, { bucket: 'documents', key: 'denials/least-privilege' });
  const link = await transfers.permitDownload({ ...attached, mediaType: 'application/pdf' }, within);
  expect(await (await fetch(link.url)).text()).toBe('%PDF-1.7');
});
