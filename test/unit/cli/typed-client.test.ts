import { expect, onTestFinished, test, vi } from 'vitest';
import { overturnClient } from '../../../client/client.ts';

function sentBy(): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return Response.json({});
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return requests;
}

const client = () => overturnClient('https://overturn.example.org', () => 'token');
const change = {
  params: { path: { denialId: 'd' }, header: { 'If-Match': '"1"' } },
  body: { note: 'Call.' },
};

test('every change gets an Idempotency-Key of its own', async () => {
  const requests = sentBy();
  for (let n = 0; n < 2; n += 1) await client().POST('/api/denials/{denialId}/notes', change);
  const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).not.toBe(keys[0]);
});

test('a change that is tried again keeps the key that was named', async () => {
  const requests = sentBy();
  const header = { 'If-Match': '"1"', 'Idempotency-Key': 'mine' };
  await client().POST('/api/denials/{denialId}/notes', { ...change, params: { ...change.params, header } });
  expect(requests[0]?.headers.get('idempotency-key')).toBe('mine');
});

test('a read has none', async () => {
  const requests = sentBy();
  await client().GET('/api/me');
  expect(requests[0]?.headers.has('idempotency-key')).toBe(false);
});
