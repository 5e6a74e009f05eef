import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { PASSAGES, withoutDocuments } from '../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, signIn } from './support/clients.ts';

const claimId = `E2E${randomInt(1e9)}`;

/** A letter from its first draft to what is approved: each test goes on where the one before stopped. */
describe('what changes in a letter can be seen', () => {
  let biller: string;
  let path: string;
  let etag: string;
  let goesWithout: ReturnType<typeof withoutDocuments>;

  beforeAll(async () => {
    biller = await signIn('biller');
    const file = remittanceFile([{ claims: [deniedClaim(claimId)], trace: claimId }]);
    await dropFile(`daily/${claimId}.835`, file);
    const row = await eventually('a drafted letter', async () => {
      const { body } = await request(biller, 'GET', '/queue?state=drafting');
      const found = body.denials.find((each: { claimId: string }) => each.claimId === claimId);
      return found?.nextAction.startsWith('Complete the letter') ? found : null;
    });
    path = `/denials/${row.denialId}`;
    const denial = await request(biller, 'GET', path);
    etag = denial.headers.get('etag') ?? '';
    goesWithout = withoutDocuments(denial.body);
  });

  const edit = async (body: object) => {
    const answer = await request(biller, 'PUT', `${path}/draft`, { headers: { 'if-match': etag }, body });
    if (answer.status === 200) etag = answer.headers.get('etag') ?? '';
    return answer;
  };

  test('a fact without a source that is there is refused, one with a source is taken', async () => {
    const statement = 'Nothing was paid on the claim.';
    const field = (name: string) => ({ facts: [{ statement, source: { kind: 'field', field: name } }] });
    expect(await edit(field('claim.mood'))).toMatchObject({ status: 422, body: { code: 'FACT_REFUSED' } });
    expect((await edit({ passages: PASSAGES, goesWithout, ...field('claim.paidCents') })).status).toBe(200);
    const { body } = await request(biller, 'GET', `${path}/draft`);
    expect(body).toMatchObject({ number: 2, facts: [{ statement }], changedSince: [] });
  });

  test('law of another line of business blocks the letter until it is taken out', async () => {
    const policy = `${PASSAGES.policy} 42 CFR 405.940 says so.`;
    const blocked = await edit({ passages: { policy } });
    expect(blocked.body.state).toBe('drafting');
    expect(blocked.body.candidate.missing.join()).toContain('is the law of Original Medicare');
    await edit({ passages: { policy: PASSAGES.policy } });
  });

  test('every draft is kept, and what parts two of them is told word by word', async () => {
    const { body } = await request(biller, 'GET', `${path}/drafts`);
    expect(body.drafts.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
    const between = await request(biller, 'GET', `${path}/drafts/3/difference?from=draft:2`);
    expect(between.body).toMatchObject({ from: 'draft', fromNumber: 2, changedLines: 1 });
    const template = await request(biller, 'GET', `${path}/drafts/4/difference?from=template`);
    expect(JSON.stringify(template.body.lines)).toContain('Nothing was paid on the claim.');
  });

  test('opened for approval on its own day, nothing is made anew', async () => {
    const headers = { 'if-match': etag };
    const opened = await request(biller, 'POST', `${path}/approval/opening`, { headers });
    expect(opened).toMatchObject({ status: 200, body: { changed: 'nothing', changes: [], number: 4 } });
  });
});
