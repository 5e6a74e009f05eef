import { randomInt } from 'node:crypto';
import { DescribeTableCommand, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { GetExecutionHistoryCommand, ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutDocuments } from '../fixtures/appeal-system.ts';
import { claimFile } from '../fixtures/claim-file.ts';
import { readPdf, wordsOf } from '../fixtures/read-pdf.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import {
  dropFile,
  dynamodb,
  eventually,
  logLines,
  request,
  s3,
  sfn,
  signIn,
  system,
} from './support/clients.ts';
import { runSweep } from './support/sweep.ts';

/**
 * Promise 6 of the design, over everything that this system has done so far and one denial that goes all the way here:
 * nothing of a patient in logs, queues, names of objects, executions, keys of tables, or the log of who saw what.
 */
const run = randomInt(1e9);
const claimId = `CLAIMSENTINEL${run}`;
const SENTINEL = {
  lastName: `NAMESENTINEL${run}`,
  memberId: `MEMBERSENTINEL${run}`,
  bornOn: '1961-04-17',
  note: `NOTESENTINEL${run}`,
  typed: `TYPEDSENTINEL${run}`,
};
/** Of this run, and of every other test: fixtures call their patient Alex Testperson, member MEMBER001. */
const OF_PATIENTS = /SENTINEL\d|TESTPERSON|MEMBER001|\bALEX\b|1961-?04-?17/i;
/** Claim numbers are keys of Remittances, where claims are found by them (DESIGN, section 4). */
const BUT_CLAIM_NUMBERS = /(NAME|MEMBER|NOTE|TYPED)SENTINEL\d|TESTPERSON|MEMBER001|\bALEX\b|1961-?04-?17/i;

const PASSAGES = {
  policy: `Medical policy MP-1, ${SENTINEL.typed}.`,
  service: `The patient ${SENTINEL.lastName} had leg pain for eleven weeks.`,
  criteria: `${SENTINEL.typed} | Eleven weeks of therapy | Encl. 2, p. 3`,
  enclosures: `Remittance page | 1 page\n${SENTINEL.typed} | 4 pages`,
};

const queued = new Set<string>();
let watching = true;
/** Messages are gone once they are done: what is in the queues is looked at all the time. */
async function watchQueues(): Promise<void> {
  while (watching) {
    const text = await (await fetch(`${system.endpoint}/_ministack/sqs/messages`)).text();
    for (const [, body] of text.matchAll(/"Body": ?("(?:[^"\\]|\\.)*")/g)) {
      queued.add(JSON.parse(body ?? '""') as string);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

let watch: Promise<void>;
let denialId: string;
beforeAll(async () => {
  watch = watchQueues();
  await goAllTheWay();
  watching = false;
  await watch;
}, 240_000);
afterAll(() => {
  watching = false;
});

async function goAllTheWay(): Promise<void> {
  const { lastName, memberId, bornOn, note } = SENTINEL;
  const sent = { id: claimId, lastName, memberId, bornOn, note };
  await dropFile(`daily/${run}.837`, claimFile([sent], { reference: `${run}` }));
  const claim = { ...deniedClaim(claimId), member: memberId };
  const cut = remittanceFile([{ claims: [{ ...claim, id: `${claimId}-X` }], truncated: true }]);
  await dropFile(`daily/${run}-cut.835`, cut);
  await dropFile(`daily/${run}.pdf`, `%PDF-1.7 ${lastName} ${run}`);
  await dropFile(`daily/${run}.835`, remittanceFile([{ claims: [claim], trace: `${run}` }]));

  const [biller, auditor] = await Promise.all([signIn('biller'), signIn('auditor')]);
  const row = await eventually('a drafted letter', async () => {
    const { body } = await request(biller, 'GET', '/queue?practice=1555012347&state=drafting');
    const found = body.denials.find((d: { claimId: string }) => d.claimId === claimId);
    return found?.nextAction.startsWith('Complete the letter') ? found : null;
  });
  denialId = row.denialId;
  const path = `/denials/${denialId}`;
  await typeWhatIsWrong(biller, path);

  const { headers, body: head } = await request(biller, 'GET', path);
  const edited = await request(biller, 'PUT', `${path}/draft`, {
    headers: { 'if-match': headers.get('etag') ?? '' },
    body: {
      passages: PASSAGES,
      goesWithout: withoutDocuments(head).map((each) => ({ ...each, reason: `${SENTINEL.typed} has it` })),
    },
  });
  const reason = `${SENTINEL.typed} is missing`;
  const version = await act(biller, 'POST', `${path}/changes-request`, edited.body.version, { reason });
  const again = await act(biller, 'PUT', `${path}/draft`, version, { passages: PASSAGES });
  const candidate = await request(biller, 'GET', `${path}/candidate`);
  const letter = await request(biller, 'GET', `${path}/candidate/files/letter.pdf`);
  const { structure } = readPdf(Buffer.from(letter.body.pdf, 'base64'));
  expect(wordsOf(structure)).toContain(SENTINEL.typed);
  await act(biller, 'POST', `${path}/approval`, again, { sha256: candidate.body.sha256 });
  await runSweep();
  await eventually(
    'the letter to be handed over',
    async () => (await request(auditor, 'GET', `${path}/packet`)).status === 200,
    90_000,
  );
}

async function act(token: string, method: 'POST' | 'PUT', path: string, version: number, body: object) {
  const answer = await request(token, method, path, { headers: { 'if-match': `"${version}"` }, body });
  expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200);
  return answer.body.version as number;
}

/** What a person, or a program, might send to the wrong place. */
async function typeWhatIsWrong(token: string, path: string): Promise<void> {
  const { typed, lastName } = SENTINEL;
  const headers = { 'if-match': typed };
  await request(token, 'GET', `/${typed}/${lastName}?patient=${lastName}`);
  await request(token, 'GET', `/denials/${typed}`);
  await request(token, 'GET', `/queue?cursor=${typed}&${typed}=1`);
  await request(token, 'PUT', `${path}/draft`, { headers, body: { passages: { [typed]: lastName } } });
  await request(token, 'PUT', `${path}/draft`, {
    headers: { 'if-match': '"1"' },
    body: { [typed]: lastName },
  });
  await request(await signIn('auditor'), 'POST', `${path}/changes-request`, {
    headers: { 'if-match': '"1"' },
    body: { reason: typed },
  });
  await request('none', 'GET', `${path}?${typed}`);
}

/** Where it stands, cut to what is around it. */
function foundIn(texts: readonly string[], sentinel = OF_PATIENTS): readonly string[] {
  return texts.flatMap((text) => {
    const at = text.search(sentinel);
    return at === -1 ? [] : [text.slice(Math.max(0, at - 80), at + 60)];
  });
}

test('all of it is in the system: the search would find it where it may be', async () => {
  const { body } = await request(await signIn('biller'), 'GET', `/denials/${denialId}`);
  expect(body.claim.clinical).toMatchObject({ memberId: SENTINEL.memberId, bornOn: SENTINEL.bornOn });
  const items = (await itemsOf(system.tables.work)).map((item) => JSON.stringify(item));
  expect(foundIn(items, new RegExp(SENTINEL.typed))).not.toEqual([]);
  expect(foundIn(items)).not.toEqual([]);
});

test('no log line', async () => {
  const lines = await logLines();
  expect(lines.join()).toContain('fileReceived');
  expect(lines.join()).toContain(denialId);
  expect(foundIn(lines)).toEqual([]);
});

test('no message in any queue', async () => {
  expect([...queued].join()).toContain(`${run}.835`);
  expect(foundIn([...queued])).toEqual([]);
});

test('no name, tag or metadata of an object', async () => {
  const buckets = Object.entries(system).filter(([name]) => name.endsWith('Bucket'));
  expect(buckets.length).toBeGreaterThan(5);
  for (const [, bucket] of buckets as [string, string][]) {
    const { Versions = [], IsTruncated } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    expect(IsTruncated).not.toBe(true);
    const told = await Promise.all(
      Versions.map(async ({ Key, VersionId }) => {
        const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key, VersionId }));
        return JSON.stringify([Key, head.Metadata, head.ContentDisposition]);
      }),
    );
    expect(foundIn(told), bucket).toEqual([]);
  }
});

test('no execution: its name, its input, and every step of its history', async () => {
  const told: string[] = [];
  let nextToken: string | undefined;
  do {
    const { stateMachineArn } = system;
    const page = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 100, nextToken }));
    for (const execution of page.executions ?? []) {
      const { executionArn } = execution;
      const history = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
      told.push(JSON.stringify(execution), ...(history.events ?? []).map((event) => JSON.stringify(event)));
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(told.join()).toContain(denialId);
  expect(foundIn(told)).toEqual([]);
});

describe('no key of a table or an index', () => {
  test.each(Object.keys(system.tables) as (keyof typeof system.tables)[])('%s', async (name) => {
    const table = system.tables[name];
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: table }));
    const schemas = [
      Table,
      ...(Table?.GlobalSecondaryIndexes ?? []),
      ...(Table?.LocalSecondaryIndexes ?? []),
    ];
    const attributes = schemas
      .flatMap((schema) => (schema?.KeySchema ?? []) as readonly KeySchemaElement[])
      .map(({ AttributeName }) => AttributeName ?? '');
    expect(attributes).toEqual(expect.arrayContaining(['pk', 'sk']));
    const items = await itemsOf(table);
    const keys = items.map((item) => JSON.stringify(attributes.map((attribute) => item[attribute])));
    expect(keys.length).toBeGreaterThan(0);
    expect(foundIn(keys, name === 'remittances' ? BUT_CLAIM_NUMBERS : OF_PATIENTS)).toEqual([]);
  });
});

test('no line of who saw what, no token that waits and no message to the relay', async () => {
  const access = await itemsOf(system.tables.access);
  const work = (await itemsOf(system.tables.work)).filter(({ sk }) => /^(WAIT|OUTBOX)#/.test(String(sk)));
  expect(access.length).toBeGreaterThan(0);
  expect(work.length).toBeGreaterThan(0);
  expect(foundIn([...access, ...work].map((item) => JSON.stringify(item)))).toEqual([]);
});

async function itemsOf(table: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await dynamodb.send(
      new ScanCommand({ TableName: table, ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
