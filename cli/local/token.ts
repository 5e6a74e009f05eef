import { Command } from 'commander';
import { signInLocally } from '../session/local-sign-in.ts';

/** `overturn token NAME`: signs a user of the local system in and prints the access token, for use with curl. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('Print an access token of the local system for one of its users.')
    .argument('<user>', 'a sign-in name that npm start printed')
    .action(async (name: string, _options: unknown, command: Command) => {
      const answer = await signInLocally(name);
      if (answer.kind === 'failed') return command.error(`error: ${answer.sentence}`);
      process.stdout.write(`${answer.accessToken}\n`);
    });
}
