import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Command } from 'commander';
import * as z from 'zod';

const systemSchema = z.object({
  region: z.string(),
  endpoint: z.url(),
  clientId: z.string(),
  users: z.array(z.object({ name: z.string(), password: z.string(), role: z.string() })),
});

/** `overturn token NAME`: signs a user of the local system in and prints the access token, for use with curl. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('Print an access token of the local system for one of its users.')
    .argument('<user>', 'a sign-in name that npm start printed')
    .action(async (name: string, _options: unknown, command: Command) => {
      const file = path.resolve(import.meta.dirname, '../../.local/system.json');
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text === null)
        return command.error(
          'error: the local system is not up. Run npm start, and wait until it says that it is up.',
        );
      const system = systemSchema.parse(JSON.parse(text));
      const user = system.users.find((candidate) => candidate.name === name);
      if (user === undefined) {
        const names = system.users.map((candidate) => candidate.name).join(', ');
        return command.error(`error: there is no user ${name}. The local system has: ${names}.`);
      }
      const client = new CognitoIdentityProviderClient({
        region: system.region,
        endpoint: system.endpoint,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
      const answer = await client.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: system.clientId,
          AuthParameters: { USERNAME: user.name, PASSWORD: user.password },
        }),
      );
      const token = answer.AuthenticationResult?.AccessToken;
      if (token === undefined) return command.error(`${name} could not sign in (${answer.ChallengeName}).`);
      process.stdout.write(`${token}\n`);
    });
}
