import { type OverturnClient, overturnClient } from '../../client/client.ts';
import { findSession } from '../session/session.ts';
import { CommandEnds, EXIT } from './exit.ts';

/** The API as the person who is signed in. */
export function signedInClient(): OverturnClient {
  const found = findSession(new Date());
  switch (found.kind) {
    case 'signed_in':
      return overturnClient(found.session.origin, () => found.session.accessToken);
    case 'signed_out':
      throw new CommandEnds(EXIT.signedOut, 'You are not signed in: overturn login.');
    case 'expired':
      throw new CommandEnds(EXIT.signedOut, 'Your sign-in has ended: overturn login.');
  }
}

/** What the API says besides an answer: a problem, or the gateway's own words. */
interface Said {
  readonly code?: string;
  readonly title?: string;
  readonly changedBy?: { readonly name: string; readonly what: string; readonly at: string } | undefined;
  readonly message?: string | undefined;
}

export interface Asked<Data> {
  readonly data: Data;
  /** From the ETag; null where the resource has none. */
  readonly version: number | null;
}

/**
 * The data of an answer.
 *
 * @throws {CommandEnds} for everything else, with the code that a script can tell them apart by.
 */
export async function ask<Data>(
  asking: Promise<{ readonly data?: Data; readonly error?: Said; readonly response: Response }>,
): Promise<Asked<Data>> {
  const { data, error, response } = await asking.catch(() => {
    throw new CommandEnds(EXIT.unavailable, 'The API cannot be reached. Try again.');
  });
  if (response.ok && data !== undefined) {
    const version = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
    return { data, version: version === undefined ? null : Number(version) };
  }
  if (response.status === 401)
    throw new CommandEnds(EXIT.signedOut, 'Your sign-in is not valid: overturn login.');
  const says = error?.title ?? error?.message ?? `The API answers ${response.status}.`;
  const code = error?.code === undefined ? '' : ` [${error.code}]`;
  const by = error?.changedBy;
  const who = by === undefined ? '' : ` ${by.name}: ${by.what}, ${by.at}.`;
  const isFault = response.status >= 500 || response.status === 429;
  throw new CommandEnds(isFault ? EXIT.unavailable : EXIT.refused, `${says}${code}${who}`);
}
