import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../infra/local/emulator.ts';
import { type Gateway, startGateway } from '../../infra/local/gateway.ts';
import { system } from './support/clients.ts';

describe('signing in by the pages, as a browser does', () => {
  let gateway: Gateway;
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  beforeAll(async () => {
    gateway = await startGateway(await freePort(), system);
    return () => gateway.close();
  });

  const callback = () => `${gateway.url}/signed-in`;
  const appConfig = async (): Promise<{ signInPages: string; clientId: string }> =>
    JSON.parse(await (await fetch(`${gateway.url}/config.json`)).text());

  /** What the app asks of the pages, its own address and the proof of the exchange in it. */
  const loginForm = async (change: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const { signInPages, clientId } = await appConfig();
    const address = new URL('/oauth2/authorize', signInPages);
    address.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: callback(),
      scope: 'openid profile',
      state: 'where-i-was',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...change,
    }).toString();
    return fetch(address, { redirect: 'manual' });
  };

  /** Fills in the form that the page shows, hidden fields and all, and posts it where it says. */
  const submit = async (page: Response, username: string, password: string): Promise<Response> => {
    const html = await page.text();
    const form = new URLSearchParams({ username, password });
    for (const [, name = '', value = ''] of html.matchAll(
      /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
    )) {
      form.set(name, value.replaceAll('&amp;', '&'));
    }
    const action = /<form method="POST" action="([^"]*)"/.exec(html)?.[1] ?? '';
    return fetch(new URL(action, page.url), { method: 'POST', redirect: 'manual', body: form });
  };

  const exchange = async (code: string, proof = verifier): Promise<Response> => {
    const { signInPages, clientId } = await appConfig();
    return fetch(new URL('/oauth2/token', signInPages), {
      method: 'POST',
      // As a page of the app asks: from another origin.
      headers: { origin: gateway.url },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        redirect_uri: callback(),
        code,
        code_verifier: proof,
      }),
    });
  };

  const passwordOf = (name: string): string =>
    system.users.find((user) => user.name === name)?.password ?? '';

  test('form, code, token: the API then knows who asks, under the address of the app', async () => {
    const back = await submit(await loginForm(), 'biller', passwordOf('biller'));
    expect(back.status).toBe(302);
    const location = new URL(back.headers.get('location') ?? '');
    expect(`${location.origin}${location.pathname}`).toBe(callback());
    expect(location.searchParams.get('state')).toBe('where-i-was');

    const answer = await exchange(location.searchParams.get('code') ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const tokens = (await answer.json()) as Record<string, string>;
    expect(Object.keys(tokens)).toEqual(
      expect.arrayContaining(['access_token', 'refresh_token', 'id_token']),
    );

    const me = await fetch(`${gateway.url}/api/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(me.status).toBe(200);
    expect(await me.json()).toMatchObject({ name: 'biller', role: 'biller' });
  });

  test('a wrong password gives the form again, and no code', async () => {
    const again = await submit(await loginForm(), 'biller', 'Not-the-password-2026');
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('<form method="POST"');
  });

  test('a code without the proof of who asked for it is worth nothing', async () => {
    const back = await submit(await loginForm(), 'biller', passwordOf('biller'));
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect((await exchange(code, 'somebody-elses-verifier-of-the-right-length-12345')).status).toBe(400);
  });

  test('the pages lead back to the app by either name of this machine, and nowhere else', async () => {
    const { port } = new URL(gateway.url);
    const status = async (redirect_uri: string) => (await loginForm({ redirect_uri })).status;
    expect(await status(`http://localhost:${port}/signed-in`)).toBe(200);
    expect(await status(`http://127.0.0.1:${port}/signed-in`)).toBe(200);
    expect(await status('http://attacker.example/signed-in')).toBe(400);
    expect(await status(`${gateway.url}/elsewhere`)).toBe(400);
  });

  test('signing out leads back to the app', async () => {
    const { signInPages, clientId } = await appConfig();
    const address = new URL('/logout', signInPages);
    address.search = new URLSearchParams({ client_id: clientId, logout_uri: `${gateway.url}/` }).toString();
    const back = await fetch(address, { redirect: 'manual' });
    expect(back.status).toBe(302);
    expect(back.headers.get('location')).toBe(`${gateway.url}/`);
  });
});
