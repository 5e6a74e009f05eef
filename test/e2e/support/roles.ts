import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { LOCAL_ACCOUNT } from '../../../infra/config.ts';
import { clientOf } from '../../../infra/local/system.ts';
import { system } from './clients.ts';

export interface RoleClient {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
}

/** Client settings with the credentials of a function's or the machine's role, by the beginning of its logical id. */
export async function actingAs(role: string): Promise<RoleClient> {
  const roleName = (await roleNames()).get(role);
  if (roleName === undefined) throw new Error(`There is no role ${role}.`);
  const answer = await fetch(system.endpoint, {
    method: 'POST',
    // The emulator reads the service and the account from the signature's scope and checks no more of it.
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${system.region}/sts/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${LOCAL_ACCOUNT}:role/${roleName}`,
      RoleSessionName: 'least-privilege',
    }),
  });
  const text = await answer.text();
  const field = (name: string): string => {
    const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1];
    if (value === undefined) throw new Error(`No one can act as ${role}: ${answer.status}.`);
    return value;
  };
  const { endpoint, region } = clientOf(system);
  return {
    endpoint,
    region,
    credentials: {
      accessKeyId: field('AccessKeyId'),
      secretAccessKey: field('SecretAccessKey'),
      sessionToken: field('SessionToken'),
    },
  };
}

async function roleNames(): Promise<ReadonlyMap<string, string>> {
  const cloudFormation = new CloudFormationClient(clientOf(system));
  const stacks = await Promise.all(
    [
      'OverturnIngest',
      'OverturnIntake',
      'OverturnWorkflow',
      'OverturnSimulation',
      'OverturnApi',
      'OverturnViews',
    ].map((StackName) => cloudFormation.send(new ListStackResourcesCommand({ StackName }))),
  );
  return new Map(
    stacks
      .flatMap(({ StackResourceSummaries }) => StackResourceSummaries ?? [])
      .filter(({ ResourceType }) => ResourceType === 'AWS::IAM::Role')
      .map(({ LogicalResourceId, PhysicalResourceId }) => [
        // 'EnterRole' + 8 hex digits of CDK's hash.
        (LogicalResourceId ?? '').replace(/Role[0-9A-F]{8}$/, ''),
        PhysicalResourceId ?? '',
      ]),
  );
}
