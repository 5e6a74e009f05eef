import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { challengeOf, signInByBrowser } from '../../../cli/session/pkce.ts';

// Sign-in pages that hand out one code, and give a token for it to whoever knows the verifier of its challenge.
let pages: string;
let challenge = '';
let exchanges: URLSearchParams[] = [];
const server = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const asked = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  exchanges.push(asked);
  const knows = challengeOf(asked.get('code_verifier') ?? '') === challenge;
  const right = incoming.url === '/oauth2/token' && asked.get('code') === 'the-code' && knows;
  outgoing.writeHead(right ? 200 : 400).end(right ? '{"access_token":"the-token"}' : '{}');
});
beforeEach(async () => {
  exchanges = [];
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  pages = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const PORT = 45_811;
const signIn = (browse: (address: URL) => Promise<unknown>) =>
  signInByBrowser({ pages, clientId: 'the-client' }, (address) => void browse(new URL(address)), PORT);
const comeBack = (address: URL, answer: Readonly<Record<string, string>>) =>
  fetch(`${address.searchParams.get('redirect_uri')}?${new URLSearchParams(answer)}`);

describe('signing in by the browser', () => {
  test('sends a challenge, and gets a token for the code and the verifier of that challenge', async () => {
    const signedIn = await signIn(async (address) => {
      challenge = address.searchParams.get('code_challenge') ?? '';
      expect(Object.fromEntries(address.searchParams)).toMatchObject({
        response_type: 'code',
        client_id: 'the-client',
        code_challenge_method: 'S256',
        redirect_uri: `http://localhost:${PORT}/signed-in`,
      });
      await comeBack(address, { code: 'the-code', state: address.searchParams.get('state') ?? '' });
    });
    expect(signedIn).toEqual({ kind: 'signed_in', accessToken: 'the-token' });
    expect(exchanges).toHaveLength(1);
  });

  test('takes no code that comes with another state', async () => {
    const statuses: number[] = [];
    const signedIn = await signIn(async (address) => {
      challenge = address.searchParams.get('code_challenge') ?? '';
      statuses.push((await comeBack(address, { code: 'forged', state: 'guessed' })).status);
      await comeBack(address, { code: 'the-code', state: address.searchParams.get('state') ?? '' });
    });
    expect(statuses).toEqual([404]);
    expect(signedIn.kind).toBe('signed_in');
    expect(exchanges.map((asked) => asked.get('code'))).toEqual(['the-code']);
  });

  test('ends when the pages send the person back without a code', async () => {
    const signedIn = await signIn((address) =>
      comeBack(address, { error: 'access_denied', state: address.searchParams.get('state') ?? '' }),
    );
    expect(signedIn.kind).toBe('failed');
    expect(exchanges).toEqual([]);
  });

  test('ends when the pages refuse the code', async () => {
    challenge = 'of another verifier';
    const signedIn = await signIn((address) =>
      comeBack(address, { code: 'the-code', state: address.searchParams.get('state') ?? '' }),
    );
    expect(signedIn).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('(400)') });
  });
});
