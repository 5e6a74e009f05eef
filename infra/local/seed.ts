import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { publishOrganisation } from '../../functions/adapters/dynamodb/publish-settings.ts';
import { inOneLine } from '../../functions/core/rulebook/problem.ts';
import type { UserRecord } from '../../functions/ports/settings.ts';
import { REPOSITORY } from './paths.ts';
import { LIMITED_PRACTICE, SAMPLE_ORGANISATION } from './sample-organisation.ts';
import { clientOf, type LocalSystem } from './system.ts';

const SAMPLES = join(REPOSITORY, 'events', 'samples');

/** One person per role, and a second biller who works for one practice only. */
const PEOPLE: readonly {
  readonly name: string;
  readonly role: UserRecord['role'];
  readonly practices: readonly string[];
}[] = [
  { name: 'biller', role: 'biller', practices: ['*'] },
  { name: 'biller-one-practice', role: 'biller', practices: [LIMITED_PRACTICE] },
  { name: 'supervisor', role: 'supervisor', practices: ['*'] },
  { name: 'manager', role: 'manager', practices: ['*'] },
  { name: 'admin', role: 'admin', practices: ['*'] },
  { name: 'auditor', role: 'auditor', practices: ['*'] },
];

/** The sample organisation's settings and the people who may sign in, with the passwords they sign in with. */
export async function seedPeople(system: LocalSystem): Promise<LocalSystem['users']> {
  const cognito = new CognitoIdentityProviderClient(clientOf(system));
  const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(system)));
  const table = system.tables.settings;
  const publication = await publishOrganisation(dynamodb, table, SAMPLE_ORGANISATION);
  if (publication.kind === 'refused')
    throw new Error(`The sample organisation is refused: ${publication.problems.map(inOneLine).join(' ')}`);
  return Promise.all(
    PEOPLE.map(async ({ name, role, practices }) => {
      const password = `Overturn-${name}-2026`;
      const pool = { UserPoolId: system.userPoolId, Username: name };
      const { User } = await cognito.send(
        new AdminCreateUserCommand({
          ...pool,
          MessageAction: 'SUPPRESS',
          // The emulator's own random password may break the pool's policy.
          TemporaryPassword: password,
          UserAttributes: [
            { Name: 'email', Value: `${name}@overturn.example` },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      );
      await cognito.send(new AdminSetUserPasswordCommand({ ...pool, Password: password, Permanent: true }));
      await cognito.send(new AdminAddUserToGroupCommand({ ...pool, GroupName: role }));
      const userId = User?.Attributes?.find((attribute) => attribute.Name === 'sub')?.Value;
      if (userId === undefined) throw new Error('Cognito made a user without a sub.');
      const user: UserRecord = { userId, name, role, practices: [...practices] };
      await dynamodb.send(
        new PutCommand({ TableName: table, Item: { pk: `USER#${userId}`, sk: 'PROFILE', user } }),
      );
      return { name, password, role, practices: [...practices] };
    }),
  );
}

export interface SampleFile {
  readonly name: string;
  readonly sha256: string;
}

/** Puts our own sample remittances into the inbox, as a clearinghouse would. */
export async function dropSamples(system: LocalSystem): Promise<readonly SampleFile[]> {
  const s3 = new S3Client({ ...clientOf(system), forcePathStyle: true });
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.835'));
  return Promise.all(
    names.map(async (name) => {
      const body = readFileSync(join(SAMPLES, name));
      await s3.send(new PutObjectCommand({ Bucket: system.inboxBucket, Key: name, Body: body }));
      return { name, sha256: createHash('sha256').update(body).digest('hex') };
    }),
  );
}
