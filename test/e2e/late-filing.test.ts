import { createHash, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { BEING_ROUTED } from '../../functions/core/denial/next-action.ts';
import { claimAcknowledgementFile, claimFile } from '../fixtures/claim-file.ts';
import { type ClaimSpec, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, signIn } from './support/clients.ts';

const run = `TF${randomInt(1e9)}`;
const late = (id: string): ClaimSpec => ({ id, chargeCents: 12_500, adjustments: [['CO', '29', 12_500]] });

/** Puts a file into the inbox and waits until it is loaded. */
async function loaded(bytes: Uint8Array, name: string): Promise<void> {
  await dropFile(name, bytes);
  const biller = await signIn('biller');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await eventually(`${name} to be loaded`, async () => {
    const { status, body } = await request(biller, 'GET', `/files/${sha256}`);
    return status === 200 && body.status === 'loaded';
  });
}

async function rowOf(
  biller: string,
  claimId: string,
  isThere: (row: { state: string; nextAction: string }) => boolean,
) {
  return eventually(`${claimId} in the queue`, async () => {
    const { body } = await request(biller, 'GET', '/queue');
    const row = body.denials.find((each: { claimId: string }) => each.claimId === claimId);
    return row !== undefined && isThere(row) && row;
  });
}

test('a denial for late filing has its packet by itself: letter, and the page of the acknowledgement', async () => {
  const biller = await signIn('biller');
  const proven = `${run}P`;
  await loaded(claimFile([{ id: proven }], { reference: proven }), `${proven}.837`);
  const accepted = [{ id: proven, status: 'A2:20', payerNumber: `ICN${proven}` }];
  await loaded(claimAcknowledgementFile(accepted, { reference: proven }), `${proven}.277`);
  await dropFile(`${proven}.835`, remittanceFile([{ claims: [late(proven)], trace: proven }]));

  const row = await rowOf(
    biller,
    proven,
    ({ state }) => state === 'ready_to_approve' || state === 'drafting',
  );
  const path = `/denials/${row.denialId}`;
  const document = await eventually('the page of the acknowledgement', async () => {
    const { body } = await request(biller, 'GET', `${path}/documents`);
    return body.documents[0];
  });
  expect(document).toMatchObject({
    attachedBy: 'system',
    mediaType: 'application/pdf',
    satisfies: [expect.stringContaining('277CA')],
    clean: { pageCount: 1 },
  });
  const { body: letters } = await request(biller, 'GET', `${path}/letters`);
  expect(letters.appeal.templateId).toBe('timely-filing');

  const link = await request(biller, 'GET', `${path}/documents/${document.sha256}/link`);
  const page = Buffer.from(await (await fetch(link.body.url)).arrayBuffer());
  expect(createHash('sha256').update(page).digest('hex')).toBe(document.sha256);
  const candidate = await request(biller, 'GET', `${path}/candidate`);
  expect(candidate.body.enclosures).toMatchObject([
    { number: 1, sha256: document.sha256, pagesIn: 1, pagesOut: 1 },
  ]);
});

test('one without an acknowledgement that counts is not appealed, and says so', async () => {
  const biller = await signIn('biller');
  const rejected = `${run}R`;
  await loaded(claimFile([{ id: rejected }], { reference: rejected }), `${rejected}.837`);
  const told = [{ id: rejected, status: 'A3:21', action: 'U' as const }];
  await loaded(claimAcknowledgementFile(told, { reference: rejected }), `${rejected}.277`);
  await dropFile(`${rejected}.835`, remittanceFile([{ claims: [late(rejected)], trace: rejected }]));
  const row = await rowOf(biller, rejected, ({ nextAction }) => nextAction.startsWith('No appeal'));
  expect(row.state).toBe('needs_review');
  expect(row.nextAction).toContain('a rejected submission is no proof');
});

test('of a late claim at Original Medicare the request for an exception is written for approval', async () => {
  const biller = await signIn('biller');
  const claimId = `${run}M`;
  const medicare = new TextDecoder()
    .decode(remittanceFile([{ claims: [{ ...late(claimId), filing: 'MB' }], trace: claimId }]))
    .replaceAll('87654', '09999');
  await dropFile(`${claimId}.835`, medicare);
  const row = await rowOf(
    biller,
    claimId,
    ({ state, nextAction }) => state === 'needs_review' && nextAction !== BEING_ROUTED,
  );
  const { body: letters } = await request(biller, 'GET', `/denials/${row.denialId}/letters`);
  expect(letters).toMatchObject({ appeal: null, notice: { templateId: 'late-filing-exception' } });
  const begun = await request(biller, 'POST', `/denials/${row.denialId}/route`, {
    headers: { 'if-match': `"${row.version}"` },
    body: { route: 'documentation', reason: 'Entitlement came in retrospect.', notice: true },
  });
  expect(begun).toMatchObject({ status: 200, body: { state: 'drafting', letterKind: 'notice' } });
  const drafted = await rowOf(biller, claimId, ({ nextAction }) =>
    nextAction.startsWith('Complete the notice'),
  );
  expect(drafted.route).toBe('documentation');
});
