import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import * as z from 'zod';
import { COMMAND_LINE_CALLBACK } from '../../infra/config.ts';

/** Where people sign in: the pages of a Cognito user pool, and the public client of this command line. */
export interface SignInPages {
  /** `https://<domain>.auth.<region>.amazoncognito.com`. */
  readonly pages: string;
  readonly clientId: string;
}

const CALLBACK = new URL(COMMAND_LINE_CALLBACK);

export type SignedIn =
  | { readonly kind: 'signed_in'; readonly accessToken: string }
  | { readonly kind: 'failed'; readonly sentence: string };

const tokenSchema = z.object({ access_token: z.string() });
const PATIENCE_MS = 300_000;

/**
 * Signs a person in with their browser: authorization code with PKCE (RFC 7636), the code taken by a listener on this
 * machine (RFC 8252). The secret of the exchange never leaves this process.
 *
 * @param show tells the person which address to open
 */
export async function signInByBrowser(
  { pages, clientId }: SignInPages,
  show: (address: string) => void,
  port = Number(CALLBACK.port),
): Promise<SignedIn> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const redirectUri = `http://localhost:${port}${CALLBACK.pathname}`;
  const returned = listenForCode(port, state);
  const address = new URL('/oauth2/authorize', pages);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
  }).toString();
  show(address.href);

  const code = await returned;
  if (code === null)
    return { kind: 'failed', sentence: 'The sign-in was broken off, or took longer than five minutes.' };
  const answer = await fetch(new URL('/oauth2/token', pages), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  const token = tokenSchema.safeParse(await answer.json().catch(() => null));
  return answer.ok && token.success
    ? { kind: 'signed_in', accessToken: token.data.access_token }
    : { kind: 'failed', sentence: `The sign-in pages refused the code (${answer.status}).` };
}

/** SHA-256 of the verifier, as the pages compare it (RFC 7636, 4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** The code that the browser comes back with; null where it brings none, or nobody comes. */
function listenForCode(port: number, state: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((incoming, outgoing) => {
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
      // Anything else is not the sign-in: a page that guesses the port, or the browser asking for an icon.
      if (pathname !== CALLBACK.pathname || searchParams.get('state') !== state) {
        outgoing.writeHead(404).end();
        return;
      }
      const code = searchParams.get('code');
      const sentence =
        code === null ? 'You are not signed in.' : 'You are signed in. You can close this page.';
      outgoing
        .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        .end(`${sentence}\n`, () => done(code));
    });
    const timer = setTimeout(() => done(null), PATIENCE_MS);
    const done = (code: string | null): void => {
      clearTimeout(timer);
      server.close();
      resolve(code);
    };
    server.once('error', reject);
    server.listen(port, '127.0.0.1');
  });
}
