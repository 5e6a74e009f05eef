import { createHash, randomUUID } from 'node:crypto';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { deniedClaim, paidClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, dynamodb, eventually, request, signIn, system } from './support/clients.ts';

const name = `RE${randomUUID().slice(0, 8).toUpperCase()}`;
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a file that a damaged record kept from being loaded is redriven once that is mended, and adds up to $0.00', async () => {
  const [admin, biller] = await Promise.all([signIn('admin'), signIn('biller')]);
  const shown = async (sha256: string) => (await request(admin, 'GET', `/files/${sha256}`)).body;
  const ended = (sha256: string) =>
    eventually('the file has an outcome', async () => {
      const { status, body } = await request(admin, 'GET', `/files/${sha256}`);
      return status === 200 && body.status !== 'reading' && body;
    });

  // The claim was paid before; then its record is damaged, as by a hand in the table.
  const before = remittanceFile([{ claims: [paidClaim(name)], trace: `${name}A` }]);
  await dropFile(`${name}-before.835`, before);
  expect(await ended(sha256Of(before))).toMatchObject({ status: 'loaded' });
  const { Items: [record] = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: system.tables.remittances,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `CLAIM#1555012347#${name}` },
    }),
  );
  if (record === undefined) throw new Error('The claim is not on file.');
  const { payload, ...damaged } = record;
  const put = (Item: Record<string, unknown>) =>
    dynamodb.send(new PutCommand({ TableName: system.tables.remittances, Item }));
  await put(damaged);

  const bytes = remittanceFile([{ claims: [deniedClaim(name), paidClaim(`${name}P`)], trace: `${name}B` }]);
  const sha256 = sha256Of(bytes);
  await dropFile(`${name}.835`, bytes);
  const quarantined = await ended(sha256);
  expect(quarantined).toMatchObject({ status: 'quarantined', exceptions: [{ code: 'processing_failed' }] });
  expect(quarantined.actions).toContainEqual({ id: 'redrive', allowed: true, reason: null });

  await put(record);
  const post = (query: string) =>
    request(admin, 'POST', `/files/${sha256}/redrive${query}`, {
      headers: { 'if-match': '"0"' },
      body: { reason: 'The record is mended.' },
    });
  const { askedAt } = (await post('?dryRun=true')).body;
  const preview = await eventually('the dry run is answered', async () => {
    const found = (await shown(sha256)).preview;
    return found?.askedAt === askedAt && found;
  });
  expect(preview.sentence).toEqual(expect.any(String));
  expect((await shown(sha256)).status).toBe('quarantined');

  expect((await post('')).status).toBe(200);
  const loaded = await ended(sha256);
  expect(loaded).toMatchObject({ status: 'loaded', remittances: 1, claims: 2, denials: 1, exceptions: [] });
  expect(loaded.redrives).toMatchObject([{ reason: 'The record is mended.', statusBefore: 'quarantined' }]);

  const { body: list } = await request(biller, 'GET', '/remittances');
  const row = list.remittances.find((each: { fileSha256: string }) => each.fileSha256 === sha256);
  const { body: remittance } = await request(biller, 'GET', `/remittances/${row.remittanceId}`);
  expect(remittance).toMatchObject({
    status: 'loaded',
    statement: { differenceCents: 0, storedDifferenceCents: 0, unbalancedClaims: 0 },
  });
  expect(remittance.statement.sentence).toContain('$0.00');
  // Once more changes nothing: what is loaded stays as it is, to the cent.
  const again = await request(admin, 'POST', `/files/${sha256}/redrive`, {
    headers: { 'if-match': '"1"' },
    body: { reason: 'To see.' },
  });
  expect(again.status).toBe(200);
  await ended(sha256);
  const { body: after } = await request(biller, 'GET', `/remittances/${row.remittanceId}`);
  expect(after.statement).toEqual(remittance.statement);
});
