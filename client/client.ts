import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

export type OverturnClient = Client<paths>;
/** An answer of the API by its name in the document: `Answers['Denial']`. */
export type Answers = components['schemas'];

const KEY = 'idempotency-key';

/**
 * The API of one deployment, typed by its document: the one client of command line and web app. Every change gets an
 * Idempotency-Key of its own; to try one again, name the key and send the same.
 *
 * @param origin where the app is served, without `/api`
 * @param accessToken asked for before each request
 * @example
 * const { data, error } = await overturnClient('https://overturn.example.org', token).GET('/api/denials/{denialId}', {
 *   params: { path: { denialId } },
 * });
 */
export function overturnClient(origin: string, accessToken: () => Promise<string> | string): OverturnClient {
  const client = createClient<paths>({ baseUrl: origin });
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await accessToken()}`);
      if (request.method !== 'GET' && !request.headers.has(KEY)) {
        request.headers.set(KEY, crypto.randomUUID());
      }
      return request;
    },
  });
  return client;
}

/** A version as it is sent in If-Match. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}
