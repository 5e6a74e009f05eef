import { Command } from 'commander';
import { EXIT_USAGE } from '../triage/command.ts';
import { signInLocally } from './local-sign-in.ts';
import { signInByBrowser } from './pkce.ts';
import { forgetSession, keepSession, sessionFile } from './session.ts';

interface Options {
  readonly url?: string;
  readonly pages?: string;
  readonly clientId?: string;
}

/** `overturn login`: keeps a short-lived access token for the commands that work over the API. */
export function loginCommand(): Command {
  return new Command('login')
    .description('Sign in for queue, show, approve and the other commands that work over the API.')
    .argument('[user]', 'on this machine: a sign-in name that npm start printed')
    .option('--url <origin>', 'elsewhere: where the app is served, without /api (or OVERTURN_URL)')
    .option(
      '--pages <url>',
      'the sign-in pages (output signInPages of OverturnApi, or OVERTURN_SIGN_IN_PAGES)',
    )
    .option('--client-id <id>', 'the client (output clientId of OverturnApi, or OVERTURN_CLIENT_ID)')
    .action(async (user: string | undefined, options: Options, command: Command) => {
      const misused = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      if (user !== undefined) {
        const answer = await signInLocally(user);
        if (answer.kind === 'failed') return misused(answer.sentence);
        return told(keepSession(answer.origin, answer.accessToken).expiresAt);
      }
      const origin = options.url ?? process.env.OVERTURN_URL;
      const pages = options.pages ?? process.env.OVERTURN_SIGN_IN_PAGES;
      const clientId = options.clientId ?? process.env.OVERTURN_CLIENT_ID;
      if (!origin || !pages || !clientId) {
        return misused('name a user of the local system, or give --url, --pages and --client-id.');
      }
      const answer = await signInByBrowser({ pages, clientId }, (address) =>
        process.stderr.write(`Open this address in the browser of this machine:\n\n  ${address}\n\n`),
      );
      if (answer.kind === 'failed') return command.error(`error: ${answer.sentence}`);
      return told(keepSession(new URL(origin).origin, answer.accessToken).expiresAt);
    });
}

/** `overturn logout`. */
export function logoutCommand(): Command {
  return new Command('logout').description('Forget the access token that login kept.').action(() => {
    forgetSession();
    process.stdout.write('Signed out.\n');
  });
}

function told(expiresAt: string): void {
  process.stdout.write(`Signed in until ${expiresAt}; kept in ${sessionFile()}.\n`);
}
