import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signInLocally } from '../../cli/session/local-sign-in.ts';
import { type Answers, ifMatch, type OverturnClient, overturnClient } from '../../client/client.ts';
import { dropSamples } from '../../infra/local/seed.ts';
import type { LocalSystem } from '../../infra/local/system.ts';
import { OWN_TEMPLATE } from '../fixtures/own-template.ts';

/** What is there to be asked for, by the name of its dictionary in schemathesis.toml. */
export type Seeded = Readonly<
  Record<
    | 'denials'
    | 'letters-that-left'
    | 'corrections'
    | 'redirects'
    | 'reviews'
    | 'remittances'
    | 'files'
    | 'batches'
    | 'batch-practices'
    | 'rules'
    | 'users'
    | 'templates'
    | 'views'
    | 'saved-views',
    readonly string[]
  >
>;

const PASSAGES = {
  policy: 'Medical policy MP-1, effective January 1, 2026, requires six weeks of conservative care.',
  service: 'The patient had leg pain for eleven weeks; the visit of October 5 led to treatment.',
  criteria: 'Six weeks of conservative care | Eleven weeks of therapy | Encl. 2, p. 3',
  enclosures: 'Remittance page | 1 page\nOffice notes | 4 pages',
};

/** The claim of the samples whose letter PASSAGES complete. */
const LETTER_OF = 'CRMG-10411';

/**
 * Puts the sample remittances in, and takes two of their denials as far as nobody gets by single requests: a letter
 * that left, and a write-off in a batch for the billing system.
 */
export async function seed(system: LocalSystem): Promise<Seeded> {
  const [biller, supervisor, admin] = await Promise.all(
    ['biller', 'supervisor', 'admin'].map(async (name) => overturnClient(system.apiUrl, await tokenOf(name))),
  );
  if (!biller || !supervisor || !admin) throw new Error('Nobody is signed in.');
  const samples = await dropSamples(system);
  const { letter, lettered: drafting } = await lettersToComplete(biller);
  const { all, writeOff, corrections, redirects, reviews } = await until(
    'a denial of each route',
    async () => {
      const queue = await queueOf(biller, {});
      const proposed = queue.find(({ route, state }) => route === 'write_off' && state === 'needs_review');
      const found = {
        corrections: queue.filter(({ state }) => state === 'correcting'),
        redirects: queue.filter(({ route }) => route === 'bill_other_payer'),
        reviews: queue.filter(({ route, state }) => route === 'review' && state === 'needs_review'),
      };
      const isThere = Object.values(found).every(({ length }) => length > 0);
      return proposed !== undefined && isThere ? { all: queue, writeOff: proposed, ...found } : null;
    },
  );

  await approve(biller, letter.denialId);
  await writeOffFor(biller, supervisor, writeOff);
  const batch = await until('a batch of write-offs', async () => {
    const body = { practiceId: writeOff.practiceId };
    return (await supervisor.POST('/api/write-offs/batches', { body })).data?.batch ?? null;
  });
  await until('the letter to leave', async () => {
    const path = { denialId: letter.denialId };
    return (await biller.GET('/api/denials/{denialId}/packet', { params: { path } })).data ?? null;
  });

  const template = await draftTemplate(admin);
  const savedViews = await Promise.all([
    saveView(supervisor, 'a'.repeat(32)),
    saveView(admin, 'b'.repeat(32)),
  ]);
  const [remittances, rules, users, views] = await Promise.all([
    biller.GET('/api/remittances'),
    biller.GET('/api/rulebook/rules'),
    admin.GET('/api/settings/users'),
    biller.GET('/api/views'),
  ]);
  return {
    // Half of them with a letter, so that letters are read and approved too.
    denials: [...drafting, ...all.slice(0, drafting.length)].map(({ denialId }) => denialId),
    'letters-that-left': [letter.denialId],
    corrections: corrections.map(({ denialId }) => denialId),
    redirects: redirects.map(({ denialId }) => denialId),
    reviews: reviews.map(({ denialId }) => denialId),
    remittances: (remittances.data?.remittances ?? []).map(({ remittanceId }) => remittanceId),
    files: samples.map(({ sha256 }) => sha256),
    batches: [batch.batchId],
    'batch-practices': [batch.practiceId],
    rules: (rules.data?.rules ?? []).slice(0, 20).map(({ id }) => id),
    users: (users.data?.users ?? []).map(({ userId }) => userId),
    templates: [template],
    views: (views.data?.views ?? []).map(({ viewId }) => viewId),
    'saved-views': savedViews,
  };
}

/** All pages of the queue: tests that ran before may have left much in it. */
async function queueOf(biller: OverturnClient, query: { readonly state?: 'drafting' }) {
  const page = async (cursor?: string) => {
    const { data } = await biller.GET('/api/queue', {
      params: { query: { ...query, ...(cursor !== undefined && { cursor }) } },
    });
    if (data === undefined) throw new Error('The queue cannot be read.');
    return data;
  };
  let { denials, cursor } = await page();
  while (cursor !== null) {
    const next = await page(cursor);
    denials = [...denials, ...next.denials];
    cursor = next.cursor;
  }
  return denials;
}

/** The denials that wait for their letter, once that of the samples which is written here is among them. */
export function lettersToComplete(biller: OverturnClient) {
  return until('the samples to be routed', async () => {
    const drafting = await queueOf(biller, { state: 'drafting' });
    const lettered = drafting.filter(({ nextAction }) => nextAction.startsWith('Complete the letter'));
    const letter = lettered.find(({ claimId }) => claimId === LETTER_OF);
    return letter !== undefined && lettered.length > 3 ? { letter, lettered } : null;
  });
}

/** One file a dictionary, a value a line, as schemathesis reads them. */
export function writeDictionaries(folder: string, seeded: Seeded): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, values] of Object.entries(seeded)) {
    if (values.length === 0) missing(name);
    writeFileSync(
      join(folder, `${name}.txt`),
      `${values.map((value) => JSON.stringify(value)).join('\n')}\n`,
    );
  }
}

/** Asked for before each request; a token is good for a quarter of an hour. */
export async function tokenOf(name: string): Promise<() => string> {
  const signedIn = await signInLocally(name);
  if (signedIn.kind === 'failed') throw new Error(signedIn.sentence);
  return () => signedIn.accessToken;
}

/** Writes the letter of a sample, so that it can be approved. */
export async function completeLetter(
  biller: OverturnClient,
  denialId: string,
): Promise<{ readonly sha256: string; readonly version: number }> {
  const path = { denialId };
  const head = await biller.GET('/api/denials/{denialId}', { params: { path } });
  const written = await biller.PUT('/api/denials/{denialId}/draft', {
    params: { path, header: { 'If-Match': ifMatch(head.data?.version ?? 0) } },
    body: { passages: PASSAGES, goesWithout: withoutDocuments(head.data) },
  });
  const candidate = await biller.GET('/api/denials/{denialId}/candidate', { params: { path } });
  return { sha256: candidate.data?.sha256 ?? '', version: written.data?.version ?? 0 };
}

/** What is said of each document that the letter requires and nobody attached. */
function withoutDocuments(denial: Pick<Answers['DenialWithClaim'], 'candidate'> | undefined) {
  return (denial?.candidate?.requiredDocuments ?? []).map(({ document }) => ({
    document,
    reason: 'The payer has it already.',
  }));
}

async function approve(biller: OverturnClient, denialId: string): Promise<void> {
  const { sha256, version } = await completeLetter(biller, denialId);
  const approved = await biller.POST('/api/denials/{denialId}/approval', {
    params: { path: { denialId }, header: { 'If-Match': ifMatch(version) } },
    body: { sha256 },
  });
  if (approved.data?.state !== 'held')
    throw new Error(`No letter was approved: ${JSON.stringify(approved.error)}`);
}

async function draftTemplate(who: OverturnClient): Promise<string> {
  const { templateId } = OWN_TEMPLATE.manifest;
  const drafted = await who.PUT('/api/settings/templates/{templateId}/draft', {
    params: { path: { templateId }, header: { 'If-Match': ifMatch(0) } },
    body: { template: OWN_TEMPLATE, reason: 'What our medical director has read is to be said.' },
  });
  if (drafted.data === undefined)
    throw new Error(`No template was drafted: ${JSON.stringify(drafted.error)}`);
  return templateId;
}

async function saveView(who: OverturnClient, viewId: string): Promise<string> {
  const saved = await who.PUT('/api/views/{viewId}', {
    params: { path: { viewId }, header: { 'If-Match': ifMatch(0) } },
    body: {
      name: 'Appeals',
      scope: { kind: 'mine' },
      layout: {
        filters: { routes: ['appeal'] },
        columns: [{ id: 'sendBy', widthPx: null }],
        order: { by: 'sendBy', descending: false },
        density: 'compact',
      },
    },
  });
  if (saved.data === undefined) throw new Error(`No view was saved: ${JSON.stringify(saved.error)}`);
  return viewId;
}

async function writeOffFor(
  biller: OverturnClient,
  supervisor: OverturnClient,
  { denialId, version }: { readonly denialId: string; readonly version: number },
): Promise<void> {
  const path = { denialId };
  const check = await biller.GET('/api/denials/{denialId}/write-off', { params: { path } });
  const confirmed = await biller.POST('/api/denials/{denialId}/write-off', {
    params: { path, header: { 'If-Match': ifMatch(version) } },
    body: {
      reasonCode: 'small_balance',
      reason: 'It costs more than it brings.',
      acknowledgedClocks: (check.data?.openClocks ?? []).map(({ clock }) => clock),
    },
  });
  if (confirmed.data?.state === 'closed') return;
  const decided = await supervisor.POST('/api/denials/{denialId}/write-off/decision', {
    params: { path, header: { 'If-Match': ifMatch(confirmed.data?.version ?? 0) } },
    body: { verdict: 'approve' },
  });
  if (decided.data?.state !== 'closed')
    throw new Error(`Nothing was written off: ${JSON.stringify(decided.error)}`);
}

/** @throws after two minutes, naming what was waited for. */
async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await ask();
    if (answer !== null) return answer;
    await sleep(1_000);
  }
  throw new Error(`Waited two minutes in vain: ${what}.`);
}

function missing(what: string): never {
  throw new Error(`The samples do not give ${what}.`);
}
