import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, remittances, request, signIn } from './support/clients.ts';

interface Row {
  readonly claimId: string;
  readonly denialId: string;
  readonly version: number;
}

test('a file of history opens one list: what is dismissed closes, what is accepted is worked', async () => {
  const name = `HIST${randomUUID().slice(0, 8).toUpperCase()}`;
  const claims = [deniedClaim(`${name}A`), deniedClaim(`${name}B`)];
  const bytes = remittanceFile([{ claims, trace: name }]);
  await dropFile(`history/before-2026-11-03/${name}.835`, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = await eventually('the file has an outcome', async () => {
    const found = await remittances.readFile(sha256);
    return found !== null && found.status !== 'reading' && found;
  });
  expect(file).toMatchObject({ status: 'loaded', denials: 2, historyBefore: '2026-11-03' });

  const biller = await signIn('biller');
  const rowsOf = async (state: string): Promise<readonly Row[]> => {
    const { body } = await request(biller, 'GET', `/queue?practice=1555012347&state=${state}`);
    return body.denials.filter(({ claimId }: Row) => claimId.startsWith(name));
  };
  const decide = (verdict: string, { denialId, version }: Row) =>
    request(biller, 'POST', '/history-review/decisions', {
      body: { verdict, reason: 'First day.', denials: [{ denialId, version }] },
    });
  const listed = await eventually('the list has both', async () => {
    const rows = await rowsOf('history_review');
    return rows.length === 2 && rows;
  });
  const [first, second] = listed as [Row, Row];
  expect((await decide('dismiss', first)).body.results).toMatchObject([{ outcome: 'done' }]);
  expect((await decide('accept', second)).body.results).toMatchObject([{ outcome: 'done' }]);
  expect(await rowsOf('history_review')).toEqual([]);
  await eventually('what was accepted is being drafted', async () => (await rowsOf('drafting')).length === 1);
  const { body } = await request(biller, 'GET', `/denials/${first.denialId}`);
  expect(body).toMatchObject({ state: 'closed', closedAs: 'left_as_history' });
});
