import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { ROUTE_TABLE } from '../../functions/handlers/api/route-table.ts';
import { assertDocumented } from '../fixtures/documented-answer.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { CAPABILITIES, EXPECTED, operationIdOf } from '../unit/api/matrix/expected.ts';
import {
  type Answer,
  denials,
  dropFile,
  eventually,
  type Person,
  request,
  signIn,
} from './support/clients.ts';

const claimId = `E2E${randomInt(1e9)}`;
/** Nobody has seen this version: who may is told that it is stale, and nothing changes. */
const NO_VERSION = 999_999;
const LETTERS: Readonly<Record<Person, string>> = {
  biller: 'b',
  'biller-one-practice': 'b',
  supervisor: 's',
  manager: 'm',
  admin: 'a',
  auditor: 'u',
};

let denial: Denial;
let fileSha256: string;
beforeAll(async () => {
  const biller = await signIn('biller');
  await dropFile(`${claimId}.835`, remittanceFile([{ claims: [deniedClaim(claimId)], trace: claimId }]));
  const row = await eventually('a drafted letter', async () => {
    const { body } = await request(biller, 'GET', '/queue?practice=1555012347&state=drafting');
    const found = body.denials.find((d: { claimId: string }) => d.claimId === claimId);
    return found?.nextAction.startsWith('Complete the letter') ? found : null;
  });
  const stored = await denials.read(row.denialId);
  if (stored === null) throw new Error('The denial of the queue is not stored.');
  denial = stored;
  const files = await request(biller, 'GET', '/files');
  fileSha256 = files.body.files[0].fileSha256;
});

async function call(token: string, userId: string, key: string): Promise<Answer> {
  const operation = ROUTE_TABLE.find(({ id }) => id === operationIdOf(key));
  const expected = EXPECTED[key];
  if (operation === undefined || expected === undefined) throw new Error(`There is no operation ${key}.`);
  const user = { userId, name: userId, role: 'biller', practices: [] } as const;
  const asked = expected.ask?.({ ...denial, version: NO_VERSION }, user) ?? {};
  const { remittanceId, denialId } = denial;
  const params: Readonly<Record<string, string>> = {
    denialId,
    remittanceId,
    sha256: fileSha256,
    ...asked.params,
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_whole, part: string) => params[part] ?? 'none');
  const query = asked.query === undefined ? '' : `?${new URLSearchParams(asked.query)}`;
  const answer = await request(token, operation.method, `${path.replace(/^\/api/, '')}${query}`, {
    headers: { 'if-match': `"${NO_VERSION}"` },
    ...(operation.writes || operation.asks ? { body: asked.body ?? {} } : {}),
  });
  assertDocumented({ method: operation.method, path, status: answer.status, body: answer.body });
  return answer;
}

/** As a whole, or where each item is answered by itself, every one of them. */
function isRefused({ status, body }: Awaited<ReturnType<typeof call>>): boolean {
  const items: readonly { readonly outcome: string }[] = Array.isArray(body?.results) ? body.results : [];
  return status === 403 || (items.length > 0 && items.every(({ outcome }) => outcome === 'refused'));
}

describe.each(Object.keys(LETTERS) as Person[])('the %s', (name) => {
  let token: string;
  let userId: string;
  beforeAll(async () => {
    token = await signIn(name);
    userId = (await request(token, 'GET', '/me')).body.userId;
  });

  test.each(Object.entries(EXPECTED))('%s', async (key, expected) => {
    const answer = await call(token, userId, key);
    const mayByRole = CAPABILITIES[expected.needs].includes(LETTERS[name]);
    const mayByPractice = name !== 'biller-one-practice' || ['list', 'nobody'].includes(expected.of);
    expect(isRefused(answer), JSON.stringify(answer.body).slice(0, 300)).toBe(!(mayByRole && mayByPractice));
    expect(answer.status).toBeLessThan(500);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringMatching(/max-age=\d{7,}/),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    if (name === 'biller-one-practice' && expected.of !== 'items') {
      expect(JSON.stringify(answer.body)).not.toContain(denial.denialId);
    }
  });
});

test('all of it changed nothing', async () => {
  expect(await denials.read(denial.denialId)).toEqual(denial);
});

test.each(ROUTE_TABLE.map(({ id, method, path }) => ({ id, method, path })))(
  'nobody without a token gets as far as $id',
  async ({ method, path }) => {
    const answer = await request('none', method, path.replace(/^\/api/, '').replace(/\{\w+\}/g, 'none'));
    expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
  },
);
