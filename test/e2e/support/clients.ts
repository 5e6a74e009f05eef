import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { dynamodbDenialStore } from '../../../functions/adapters/dynamodb/denial-store.ts';
import { dynamodbRemittanceStore } from '../../../functions/adapters/dynamodb/remittance-store.ts';
import { clientOf } from '../../../infra/local/system.ts';
import { assertDocumented } from '../../fixtures/documented-answer.ts';

/** The system under test and clients for it; the dummy credentials are those of its administrator. */
export const system = inject('system');
export const s3 = new S3Client({ ...clientOf(system), forcePathStyle: true });
export const sfn = new SFNClient(clientOf(system));
export const sqs = new SQSClient(clientOf(system));
export const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(system)));
export const denials = dynamodbDenialStore(dynamodb, system.tables);
export const remittances = dynamodbRemittanceStore(dynamodb, system.tables.remittances);
const cognito = new CognitoIdentityProviderClient(clientOf(system));
const cloudWatchLogs = new CloudWatchLogsClient(clientOf(system));

/** Puts a file into the inbox, as a clearinghouse does. */
export async function dropFile(key: string, body: Uint8Array | string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: system.inboxBucket, Key: key, Body: body }));
}

export async function readObject(bucket: string, key: string, versionId?: string): Promise<Uint8Array> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
  if (Body === undefined) throw new Error('There is no such object.');
  return Body.transformToByteArray();
}

export type Person = 'biller' | 'biller-one-practice' | 'supervisor' | 'manager' | 'admin' | 'auditor';

/** Signs a person in; the access token is the one to send to the API. */
export async function signIn(name: Person): Promise<string> {
  const user = system.users.find((candidate) => candidate.name === name);
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: system.passwordClientId,
      AuthParameters: { USERNAME: name, PASSWORD: user?.password ?? '' },
    }),
  );
  if (AuthenticationResult?.AccessToken === undefined) throw new Error(`${name} could not sign in.`);
  return AuthenticationResult.AccessToken;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at the parts they are about.
  readonly body: any;
}

/** One request to the API as a person, held to what the operation says that it answers; `path` begins behind /api. */
export async function request(
  token: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const answer = await fetch(`${system.apiUrl}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const body = isJson ? JSON.parse(text) : text;
  const { status, headers } = answer;
  // Without a valid token it is the gateway that answers.
  if (status !== 401) assertDocumented({ method, path: `/api${path.split('?')[0]}`, status, body });
  return { status, headers, body };
}

/** Every line that the functions have logged so far, without what Lambda and the emulator add. */
export async function logLines(): Promise<readonly string[]> {
  const groups = await Promise.all(
    system.logGroups.map(async (logGroupName) => {
      const lines: string[] = [];
      let nextToken: string | undefined;
      do {
        const page = await cloudWatchLogs.send(new FilterLogEventsCommand({ logGroupName, nextToken }));
        lines.push(...(page.events ?? []).map(({ message }) => message ?? ''));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return lines;
    }),
  );
  return groups.flat().filter((line) => !/^(START|END|REPORT) |DEP0169|--trace-deprecation/.test(line));
}

/**
 * Asks again until the answer is there.
 *
 * @throws when it is not there in time, naming what was waited for.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeoutMs = 60_000,
): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${timeoutMs / 1000} s in vain: ${what}.`);
    await sleep(200);
  }
}
