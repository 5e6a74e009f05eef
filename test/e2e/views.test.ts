import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, signIn } from './support/clients.ts';

const run = `VIEW${randomInt(1e9)}`;

/** What the snapshot of the queue says of the denial of a claim, null where it does not hold it. */
async function inSnapshot(token: string, claimId: string) {
  const { body } = await request(token, 'GET', '/queue/snapshot');
  const { columns, cursor } = body;
  const at = columns.claimId.indexOf(claimId);
  if (at === -1) return null;
  const [denialId, version] = [columns.denialId[at], columns.version[at]];
  const [route, state] = [columns.routes[columns.route[at]], columns.states[columns.state[at]]];
  return { cursor, denialId, version, route, state };
}

test('a denial is in the snapshot of the queue, then as it was changed, and the feed tells the change', async () => {
  const biller = await signIn('biller');
  const claim = {
    id: run,
    chargeCents: 4_200,
    adjustments: [['CO', '16', 4_200]] as const,
    remarks: ['M51'],
  };
  await dropFile(`${run}.835`, remittanceFile([{ claims: [claim], trace: run }]));

  const before = await eventually('the snapshot to show it routed', async () => {
    const row = await inSnapshot(biller, run);
    return row?.state === 'correcting' && row;
  });
  expect(before.route).toBe('correct_resubmit');

  const changed = await request(biller, 'POST', `/denials/${before.denialId}/route`, {
    headers: { 'if-match': `"${before.version}"` },
    body: { route: 'documentation', reason: 'The record says otherwise.' },
  });
  expect(changed.status).toBe(200);
  const after = await eventually('the snapshot to show the change', async () => {
    const row = await inSnapshot(biller, run);
    return row?.version >= changed.body.version && row;
  });
  expect(after).toMatchObject({ route: 'documentation', state: 'collecting_documents' });

  const { body } = await request(biller, 'GET', `/queue/changes?cursor=${encodeURIComponent(before.cursor)}`);
  expect(body.kind).toBe('changes');
  expect(body.changes).toContainEqual({
    denialId: before.denialId,
    row: expect.objectContaining({ claimId: run, route: 'documentation', version: after.version }),
  });
});
