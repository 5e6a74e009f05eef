import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

/** Who is signed in where, until when. No refresh token is kept: what leaks is worth minutes. */
const sessionSchema = z.strictObject({
  /** Where the app is served, without `/api`. */
  origin: z.url(),
  accessToken: z.string().min(1),
  /** ISO UTC; the API itself has the last word. */
  expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

export type FoundSession =
  | { readonly kind: 'signed_in'; readonly session: Session }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'expired'; readonly session: Session };

/** In the config folder of the person, or what OVERTURN_CONFIG_DIR names. */
export function sessionFile(environment: NodeJS.ProcessEnv = process.env): string {
  const { OVERTURN_CONFIG_DIR, XDG_CONFIG_HOME } = environment;
  const folder =
    OVERTURN_CONFIG_DIR ?? path.join(XDG_CONFIG_HOME || path.join(homedir(), '.config'), 'overturn');
  return path.join(folder, 'session.json');
}

/** The session of OVERTURN_URL and OVERTURN_TOKEN, for scripts that sign in by themselves; else that of `login`. */
export function findSession(now: Date, environment: NodeJS.ProcessEnv = process.env): FoundSession {
  const { OVERTURN_URL: origin, OVERTURN_TOKEN: accessToken } = environment;
  if (origin && accessToken) {
    return { kind: 'signed_in', session: { origin, accessToken, expiresAt: expiryOf(accessToken) } };
  }
  const session = readSession(sessionFile(environment));
  if (session === null) return { kind: 'signed_out' };
  return session.expiresAt <= now.toISOString()
    ? { kind: 'expired', session }
    : { kind: 'signed_in', session };
}

/** Keeps the session where only its owner can read it. */
export function keepSession(origin: string, accessToken: string): Session {
  const session: Session = { origin, accessToken, expiresAt: expiryOf(accessToken) };
  const file = sessionFile();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(session)}\n`, { mode: 0o600 });
  // The mode above is for a new file only.
  chmodSync(file, 0o600);
  return session;
}

export function forgetSession(): void {
  rmSync(sessionFile(), { force: true });
}

function readSession(file: string): Session | null {
  try {
    return sessionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

const claimsSchema = z.object({ exp: z.int().positive() });

/** When a token ends, from its own `exp`; nothing is believed of it otherwise. */
function expiryOf(accessToken: string): string {
  const [, payload = ''] = accessToken.split('.');
  const { exp } = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return new Date(exp * 1000).toISOString();
}
