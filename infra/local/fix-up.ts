import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import {
  PutBucketEncryptionCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { LOCAL_ACCOUNT } from '../config.ts';
import { DUMMY_CREDENTIALS, type Emulator, REGION } from './emulator.ts';

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties are whatever their type says.
  readonly Properties?: any;
}

/**
 * Applies by API what the emulator's CloudFormation drops: default encryption and Object Lock of buckets, TTL of
 * tables. It reads the synthesised templates, so that they stay the only place where these are decided.
 */
export async function fixUp(emulator: Emulator, assembly: string): Promise<void> {
  const client = { endpoint: emulator.endpoint, region: REGION, credentials: DUMMY_CREDENTIALS };
  const cloudFormation = new CloudFormationClient(client);
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const dynamodb = new DynamoDBClient(client);
  for (const file of readdirSync(assembly).filter((name) => name.endsWith('.template.json'))) {
    const template: { readonly Resources?: Readonly<Record<string, Resource>> } = JSON.parse(
      readFileSync(join(assembly, file), 'utf8'),
    );
    const wanting = Object.entries(template.Resources ?? {}).filter(([, { Type, Properties }]) =>
      Type === 'AWS::S3::Bucket'
        ? true
        : Type === 'AWS::DynamoDB::Table' && Properties?.TimeToLiveSpecification,
    );
    if (wanting.length === 0) continue;
    const physicalIds = await physicalIdsOf(cloudFormation, file.replace('.template.json', ''));
    for (const [logicalId, { Type, Properties }] of wanting) {
      const name = physicalIds.get(logicalId);
      if (name === undefined) throw new Error(`The emulator did not create ${logicalId}.`);
      if (Type === 'AWS::S3::Bucket') await completeBucket(s3, name, Properties, physicalIds);
      else {
        const { AttributeName, Enabled } = Properties.TimeToLiveSpecification;
        await dynamodb.send(
          new UpdateTimeToLiveCommand({
            TableName: name,
            TimeToLiveSpecification: { AttributeName, Enabled },
          }),
        );
      }
    }
  }
}

async function completeBucket(
  s3: S3Client,
  bucket: string,
  properties: Resource['Properties'],
  physicalIds: ReadonlyMap<string, string>,
): Promise<void> {
  const rules = properties.BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
  if (rules.length > 0) {
    const Rules: ServerSideEncryptionRule[] = rules.map((rule: Resource['Properties']) => ({
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: rule.ServerSideEncryptionByDefault.SSEAlgorithm,
        KMSMasterKeyID: keyArn(rule.ServerSideEncryptionByDefault.KMSMasterKeyID, physicalIds),
      },
      BucketKeyEnabled: rule.BucketKeyEnabled,
    }));
    await s3.send(
      new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: { Rules } }),
    );
  }
  if (properties.ObjectLockEnabled) {
    await s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket: bucket,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: properties.ObjectLockConfiguration.Rule.DefaultRetention },
        },
      }),
    );
  }
}

function keyArn(reference: Resource['Properties'], physicalIds: ReadonlyMap<string, string>): string {
  const keyId = physicalIds.get(reference['Fn::GetAtt'][0]);
  return `arn:aws:kms:${REGION}:${LOCAL_ACCOUNT}:key/${keyId}`;
}

async function physicalIdsOf(
  cloudFormation: CloudFormationClient,
  stackName: string,
): Promise<ReadonlyMap<string, string>> {
  const { StackResources } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName: stackName }),
  );
  return new Map((StackResources ?? []).map((r) => [r.LogicalResourceId ?? '', r.PhysicalResourceId ?? '']));
}
