import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createGateway } from '../../../infra/local/gateway.ts';

const CONFIG = { signInPages: 'http://127.0.0.1:4566', clientId: 'the-client' };

/** A gateway in front of a made-up API and a made-up build; `null`: nobody has built the app. */
async function gatewayBefore(build: Readonly<Record<string, string>> | null): Promise<URL> {
  const api = createServer((incoming, outgoing) => {
    outgoing
      .writeHead(404, { 'content-type': 'application/json', 'x-said': 'by the API' })
      .end(JSON.stringify({ path: incoming.url, authorization: incoming.headers.authorization ?? null }));
  });
  const parent = mkdtempSync(join(tmpdir(), 'overturn-app-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  writeFileSync(join(parent, 'secret.txt'), 'nobody asked');
  const folder = join(parent, 'dist');
  for (const [path, text] of Object.entries(build ?? {})) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const gateway = createGateway({
    apiUrl: new URL('/stage', await listening(api)),
    config: CONFIG,
    origins: { signInPages: CONFIG.signInPages, uploads: [CONFIG.signInPages] },
    build: folder,
  });
  return listening(gateway);
}

async function listening(server: Server): Promise<URL> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** A request whose path is sent as it is: fetch would tidy it. */
async function raw(at: URL, path: string, method = 'GET') {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request({ host: at.hostname, port: at.port, method, path }, resolve).once('error', reject).end(),
  );
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return { status: answer.statusCode, headers: answer.headers, text };
}

const BUILD = {
  'index.html': '<!doctype html><title>Denials</title>',
  'assets/index-4f2c.js': 'export {};',
  'assets/index-4f2c.css': 'html{}',
  'icon.svg': '<svg/>',
};

test.for(['/', '/today', '/denials/0f3a-12/appeals/1', '/signed-in?code=c&state=s', '/apis'])(
  '%s is a screen of the app, which nobody keeps',
  async (path) => {
    const answer = await raw(await gatewayBefore(BUILD), path);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(BUILD['index.html']);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
  },
);

test.for([
  ['/assets/index-4f2c.js', 'text/javascript; charset=utf-8'],
  ['/assets/index-4f2c.css', 'text/css; charset=utf-8'],
])('%s may be kept for ever: its name changes with its content', async ([path, type]) => {
  const { headers } = await raw(await gatewayBefore(BUILD), path ?? '');
  expect(headers).toMatchObject({
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test('a file whose name does not change is asked for again', async () => {
  const { headers } = await raw(await gatewayBefore(BUILD), '/icon.svg');
  expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
});

test('a missing file is missing, and not the page', async () => {
  const { status, text } = await raw(await gatewayBefore(BUILD), '/assets/index-0000.js');
  expect(status).toBe(404);
  expect(text).not.toContain('<');
});

test.for([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '//../secret.txt',
  '/%00.txt',
  '/%zz.txt',
])('%s reads nothing outside of the build', async (path) => {
  const { status, text } = await raw(await gatewayBefore(BUILD), path);
  expect([400, 404]).toContain(status);
  expect(text).not.toContain('nobody asked');
});

test('HEAD tells what GET would bring, without bringing it', async () => {
  const gateway = await gatewayBefore(BUILD);
  const [head, get] = [await raw(gateway, '/today', 'HEAD'), await raw(gateway, '/today')];
  expect(head.text).toBe('');
  const { date: _, ...told } = head.headers;
  expect(get.headers).toMatchObject(told);
  expect(told['content-length']).toBe(String(BUILD['index.html'].length));
});

test('files are read, never written', async () => {
  const { status, headers } = await raw(await gatewayBefore(BUILD), '/today', 'POST');
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
});

test('config.json names the sign-in pages and the client, and nothing else', async () => {
  const { headers, text } = await raw(await gatewayBefore(BUILD), '/config.json');
  expect(JSON.parse(text)).toEqual(CONFIG);
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
});

test('an answer of the API passes as it is, also an error', async () => {
  const gateway = await gatewayBefore(BUILD);
  const answer = await fetch(new URL('/api/denials/none?as=is%2F', gateway), {
    headers: { authorization: 'Bearer token' },
  });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('x-said')).toBe('by the API');
  expect(await answer.json()).toEqual({
    path: '/stage/api/denials/none?as=is%2F',
    authorization: 'Bearer token',
  });
});

test('where nobody has built the app, the page says how', async () => {
  const { status, text } = await raw(await gatewayBefore(null), '/today');
  expect(status).toBe(503);
  expect(text).toMatch(/web\/dist is missing.*npm start/);
});

test.for(['/', '/assets/index-4f2c.js', '/config.json', '/none.js'])(
  '%s comes with the headers that keep strangers out',
  async (path) => {
    const { headers } = await raw(await gatewayBefore(BUILD), path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('strict-transport-security');
  },
);
