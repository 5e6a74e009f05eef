import { expect, inject, test } from 'vitest';
import { resourcesOf } from './support/synthesis.ts';

const { aws, local } = inject('synthesised');

test('the tables Work, Remittances, Settings, Access and Views are there', () => {
  expect(
    resourcesOf(aws, 'AWS::DynamoDB::Table')
      .map(({ id }) => id.slice(0, -8))
      .sort(),
  ).toEqual(['Access', 'Remittances', 'Settings', 'Views', 'Work']);
});

test('every table is encrypted by a key of ours, recoverable, and cannot be deleted', () => {
  for (const { Properties, DeletionPolicy } of resourcesOf(aws, 'AWS::DynamoDB::Table')) {
    expect(Properties.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
    expect(Properties.SSESpecification.KMSMasterKeyId).toBeDefined();
    expect(Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
    expect(Properties.DeletionProtectionEnabled).toBe(true);
    expect(DeletionPolicy).toBe('Retain');
  }
});

test('each class of data has a key of its own', () => {
  const keyOf = new Map(
    resourcesOf(aws, 'AWS::DynamoDB::Table').map(({ id, Properties }) => [
      id.slice(0, -8),
      Properties.SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0],
    ]),
  );
  expect(new Set([keyOf.get('Work'), keyOf.get('Remittances'), keyOf.get('Access')]).size).toBe(3);
});

test('every key is rotated', () => {
  const keys = resourcesOf(aws, 'AWS::KMS::Key');
  expect(keys).toHaveLength(4);
  for (const { Properties } of keys) expect(Properties.EnableKeyRotation).toBe(true);
});

test('Work has a stream, its sparse indexes, and forgets what carries an expiry', () => {
  const work = resourcesOf(aws, 'AWS::DynamoDB::Table').find(({ id }) => id.startsWith('Work'));
  expect(work?.Properties.StreamSpecification.StreamViewType).toBe('NEW_IMAGE');
  expect(work?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  const indexes = work?.Properties.GlobalSecondaryIndexes.map(
    (index: { IndexName: string; KeySchema: { AttributeName: string }[] }) => [
      index.IndexName,
      ...index.KeySchema.map(({ AttributeName }) => AttributeName),
    ],
  );
  expect(indexes).toEqual([
    ['queue', 'queueKey', 'queueSort'],
    ['wake', 'wakeKey', 'wakeSort'],
    ['pending', 'pendingKey', 'pendingSince'],
    ['changes', 'changedKey', 'changedSort'],
  ]);
});

test('every bucket is encrypted by a key of ours, versioned, private, and kept', () => {
  const buckets = resourcesOf(aws, 'AWS::S3::Bucket');
  expect(buckets).toHaveLength(8);
  for (const { Properties, DeletionPolicy } of buckets) {
    const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(rule.ServerSideEncryptionByDefault.SSEAlgorithm).toBe('aws:kms');
    expect(rule.ServerSideEncryptionByDefault.KMSMasterKeyID).toBeDefined();
    expect(Properties.VersioningConfiguration.Status).toBe('Enabled');
    expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(DeletionPolicy).toBe('Retain');
  }
});

test('every bucket refuses plain http', () => {
  const policies = resourcesOf(aws, 'AWS::S3::BucketPolicy');
  expect(policies).toHaveLength(8);
  for (const { Properties } of policies) {
    expect(JSON.stringify(Properties.PolicyDocument)).toContain('"aws:SecureTransport":"false"');
  }
});

test('pages of the app, and no others, may post into the inbox and to the documents, and read nothing', () => {
  const rules = resourcesOf(aws, 'AWS::S3::Bucket').flatMap(({ id, Properties }) =>
    (Properties.CorsConfiguration?.CorsRules ?? []).map((rule: object) => [id.slice(0, -8), rule]),
  );
  const rule = {
    AllowedMethods: ['POST'],
    AllowedOrigins: ['https://denials.overturn.example'],
    MaxAge: 300,
  };
  expect(rules).toEqual([
    ['Inbox', rule],
    ['Documents', rule],
  ]);
});

test('only what was uploaded and never attached is forgotten, with all that was made of it', () => {
  const expiring = resourcesOf(aws, 'AWS::S3::Bucket').flatMap(({ id, Properties }) =>
    (Properties.LifecycleConfiguration?.Rules ?? [])
      .filter((rule: { ExpirationInDays?: number }) => rule.ExpirationInDays !== undefined)
      .map((rule: { Prefix?: string }) => [id.slice(0, -8), rule.Prefix]),
  );
  expect(expiring).toEqual([
    ['Documents', 'uploads/'],
    ['Documents', 'checks/'],
    ['Documents', 'examined/'],
  ]);
});

test('packets and roots of days are locked: six years of compliance on AWS, a day of governance elsewhere', () => {
  const retentionOf = (folder: string) =>
    resourcesOf(folder, 'AWS::S3::Bucket')
      .filter(({ Properties }) => Properties.ObjectLockEnabled)
      .map(({ id, Properties }) => [
        id.slice(0, -8),
        Properties.ObjectLockConfiguration.Rule.DefaultRetention,
      ]);
  const sixYears = { Mode: 'COMPLIANCE', Days: 2192 };
  expect(retentionOf(aws)).toEqual([
    ['Packets', sixYears],
    ['Audit', sixYears],
  ]);
  const aDay = { Mode: 'GOVERNANCE', Days: 1 };
  expect(retentionOf(local)).toEqual([
    ['Packets', aDay],
    ['Audit', aDay],
  ]);
});

test('inbox and documents tell EventBridge of their objects without a custom resource', () => {
  const telling = resourcesOf(aws, 'AWS::S3::Bucket').filter(
    ({ Properties }) => Properties.NotificationConfiguration,
  );
  expect(telling.map(({ id }) => id.slice(0, -8))).toEqual(['Inbox', 'Documents']);
  expect(resourcesOf(aws).filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([]);
});

test('nothing carries a physical name, so that two deployments never collide', () => {
  const nameOf: Readonly<Record<string, string>> = {
    'AWS::DynamoDB::Table': 'TableName',
    'AWS::S3::Bucket': 'BucketName',
    'AWS::SQS::Queue': 'QueueName',
    'AWS::Lambda::Function': 'FunctionName',
    'AWS::StepFunctions::StateMachine': 'StateMachineName',
    'AWS::Logs::LogGroup': 'LogGroupName',
    'AWS::IAM::Role': 'RoleName',
    'AWS::SNS::Topic': 'TopicName',
  };
  const named = resourcesOf(aws).filter(
    ({ Type, Properties }) => Properties[nameOf[Type] ?? ''] !== undefined,
  );
  expect(named.map(({ id }) => id)).toEqual([]);
});
