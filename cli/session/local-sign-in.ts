import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';

const systemSchema = z.object({
  region: z.string(),
  endpoint: z.url(),
  apiUrl: z.url(),
  gatewayUrl: z.url().nullable(),
  passwordClientId: z.string(),
  users: z.array(z.object({ name: z.string(), password: z.string(), role: z.string() })),
});

export type LocalSignIn =
  | { readonly kind: 'signed_in'; readonly origin: string; readonly accessToken: string }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Where `npm start` describes the system of this checkout, or what OVERTURN_SYSTEM names. */
function systemFile(): string {
  return process.env.OVERTURN_SYSTEM || path.resolve(import.meta.dirname, '../../.local/system.json');
}

/** Signs one of the made-up people of the local system in, by the password that the system itself wrote down. */
export async function signInLocally(name: string): Promise<LocalSignIn> {
  const text = await readFile(systemFile(), 'utf8').catch(() => null);
  if (text === null) {
    return {
      kind: 'failed',
      sentence: 'the local system is not up. Run npm start, and wait until it says that it is up.',
    };
  }
  const system = systemSchema.parse(JSON.parse(text));
  const user = system.users.find((candidate) => candidate.name === name);
  if (user === undefined) {
    const names = system.users.map((candidate) => candidate.name).join(', ');
    return { kind: 'failed', sentence: `there is no user ${name}. The local system has: ${names}.` };
  }
  const client = new CognitoIdentityProviderClient({
    region: system.region,
    endpoint: system.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const answer = await client.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: system.passwordClientId,
      AuthParameters: { USERNAME: user.name, PASSWORD: user.password },
    }),
  );
  const accessToken = answer.AuthenticationResult?.AccessToken;
  return accessToken === undefined
    ? { kind: 'failed', sentence: `${name} could not sign in (${answer.ChallengeName}).` }
    : { kind: 'signed_in', origin: system.gatewayUrl ?? system.apiUrl, accessToken };
}
