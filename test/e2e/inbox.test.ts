import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimAcknowledgementFile, claimFile } from '../fixtures/claim-file.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, logLines, remittances, request, signIn } from './support/clients.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const aName = (): string => `INBOX${randomUUID().slice(0, 8).toUpperCase()}`;

/** A remittance of its own: one denied claim, one paid. */
function aRemittance(interchange = 1, name = aName()): { readonly name: string; readonly bytes: Uint8Array } {
  const claims = [deniedClaim(name), paidClaim(`${name}P`)];
  return { name, bytes: remittanceFile([{ claims, trace: name }], { interchange }) };
}

const outcomeOf = (bytes: Uint8Array) =>
  eventually('the file has an outcome', async () => {
    const file = await remittances.readFile(sha256(bytes));
    return file !== null && file.status !== 'reading' && file;
  });

async function dropAndSee(bytes: Uint8Array, name = `${aName()}.835`) {
  await dropFile(name, bytes);
  return outcomeOf(bytes);
}

test('an object with an odd name is read like any other', async () => {
  const { name, bytes } = aRemittance();
  expect(await dropAndSee(bytes, `in box/${name} (copy) ü+ 100%25 &=;.835`)).toMatchObject({
    status: 'loaded',
    claims: 2,
    denials: 1,
  });
});

test('the same bytes again, and the same remittance in another envelope, open nothing twice', async () => {
  const { name, bytes } = aRemittance();
  expect(await dropAndSee(bytes)).toMatchObject({ denials: 1 });
  await dropFile(`${name}-again.835`, bytes);
  const enveloped = aRemittance(7, name).bytes;
  expect(await dropAndSee(enveloped)).toMatchObject({ denials: 0 });
  const biller = await signIn('biller');
  const rows = await eventually('the denial is in the queue', async () => {
    const { body } = await request(biller, 'GET', '/queue?practice=1555012347&state=drafting');
    const found = body.denials?.filter(({ claimId }: { claimId: string }) => claimId === name);
    return found?.length > 0 && found;
  });
  expect(rows).toHaveLength(1);
});

test('files that come at once are each read', async () => {
  const files = Array.from({ length: 12 }, () => aRemittance());
  await Promise.all(files.map(({ name, bytes }) => dropFile(`${name}.835`, bytes)));
  const outcomes = await Promise.all(files.map(({ bytes }) => outcomeOf(bytes)));
  expect(outcomes.map(({ status, denials }) => `${status} ${denials}`)).toEqual(files.map(() => 'loaded 1'));
});

test('an empty object is set aside, and the biller is told so', async () => {
  expect(await dropAndSee(new Uint8Array())).toMatchObject({
    status: 'quarantined',
    statusReason: expect.stringMatching(/empty/i),
  });
});

test('a PDF is set aside as no remittance', async () => {
  const file = await dropAndSee(bytesOf(`%PDF-1.7 ${aName()}`));
  expect(file.status).toBe('quarantined');
  expect(file.exceptions).not.toEqual([]);
});

test('claims (837) and their acknowledgements (277CA) are loaded, and shown with the denial they belong to', async () => {
  const name = aName();
  const diagnoses = ['M5416', 'G8929'];
  expect(await dropAndSee(claimFile([{ id: name, diagnoses }], { reference: name }))).toMatchObject({
    status: 'loaded',
    claimsSent: 1,
  });
  const accepted = claimAcknowledgementFile([{ id: name, status: 'A2:20' }], { reference: name });
  expect(await dropAndSee(accepted)).toMatchObject({ status: 'loaded', acknowledgements: 2 });
  expect(await dropAndSee(aRemittance(1, name).bytes)).toMatchObject({ denials: 1 });

  const biller = await signIn('biller');
  const denialId = await eventually('the denial is in the queue', async () => {
    const { body } = await request(biller, 'GET', '/queue?practice=1555012347&state=drafting');
    return body.denials?.find(({ claimId }: { claimId: string }) => claimId === name)?.denialId;
  });
  const { body } = await request(biller, 'GET', `/denials/${denialId}`);
  expect(body.claim).toMatchObject({
    onFile: true,
    join: { score: 100, ambiguous: false },
    acceptance: { outcome: 'accepted' },
    clinical: { diagnoses: [{ code: 'M5416' }, { code: 'G8929' }] },
  });
});

test('an eligibility inquiry (270) is archived, to be read one day', async () => {
  // Without claim payments: with them it would be a remittance whose ST is damaged.
  const inquiry = new TextDecoder()
    .decode(remittanceFile([{ trace: aName() }]))
    .replace('GS*HP', 'GS*HS')
    .replace('ST*835', 'ST*270');
  const file = await dropAndSee(bytesOf(inquiry));
  expect(file).toMatchObject({ status: 'not_read_yet', remittances: 0 });
  expect(file.archiveKey).not.toBeNull();
});

test('a remittance that was cut off is set aside, naming the segment', async () => {
  const name = aName();
  const file = await dropAndSee(
    remittanceFile([{ claims: [deniedClaim(name)], trace: name, truncated: true }]),
  );
  expect(file.status).toBe('quarantined');
  expect(file.exceptions[0]?.segment).toBeGreaterThan(0);
});

test('wrong control counts are read, with a warning', async () => {
  const text = new TextDecoder().decode(aRemittance().bytes).replace(/SE\*\d+\*/, 'SE*999*');
  const file = await dropAndSee(bytesOf(text));
  expect(file).toMatchObject({ status: 'loaded', denials: 1 });
  expect(file.warnings).not.toEqual([]);
});

const corpus = process.env.OVERTURN_CORPUS;
/** What other people wrote, one of each kind, with the claims in it. */
const FROM_THE_CORPUS: readonly (readonly [kind: string, file: string, claims: number])[] = [
  ['the smallest', 'genformai__edi-cli__edge_cases_test_transaction_multiplicity_5.edi', 1],
  [
    'several transactions',
    'genformai__edi-cli__edge_cases_test_tc02_multiple_transactions_per_group_2.edi',
    2,
  ],
  ['reversals', 'azoner__pyx12__x12testdata_835id.txt', 3],
  ['unbalanced', 'AlexJReid__scribe__sample_835.edi', 1],
  ['no ISA', 'keironstoddart__edi-835-parser__blue_cross_nc_sample.txt', 1],
  ['an empty transaction', 'azoner__pyx12__x12testdata_mult_isa.txt', 0],
  ['Latin-1', 'javillegasna__oxedi__latin1_patient.835', 2],
  ['4010', 'javillegasna__oxedi__balanced_4010_sample.txt', 4],
];

test.skipIf(corpus === undefined).for(FROM_THE_CORPUS)(
  'from the corpus (OVERTURN_CORPUS), %s: every claim is stored',
  async ([, file, claims]) => {
    const outcome = await dropAndSee(readFileSync(join(corpus ?? '', '835', file)));
    expect(outcome.status).toMatch(/^loaded/);
    expect(outcome.claims).toBe(claims);
  },
);

test('no log line holds a name, a claim number or the name of a file', async () => {
  const lines = (await logLines()).join('\n');
  expect(lines).toContain('fileReceived');
  expect(lines).not.toMatch(/INBOX[0-9A-F]{8}|TESTPERSON|MEMBER001|GREAT PRAIRIES|\.835/);
});
