import { MemoryAccessLog } from '../../../../functions/adapters/memory/access-log.ts';
import { MemoryAccounts, MemorySignIns } from '../../../../functions/adapters/memory/accounts.ts';
import type { Denial } from '../../../../functions/core/denial/denial.ts';
import type { Document } from '../../../../functions/core/documents/document.ts';
import { draftSettings } from '../../../../functions/core/settings/draft.ts';
import { answerRequest } from '../../../../functions/handlers/api/answer-request.ts';
import type { ApiPorts, Operation } from '../../../../functions/handlers/api/operation.ts';
import { ROUTE_TABLE } from '../../../../functions/handlers/api/route-table.ts';
import type { UserRecord } from '../../../../functions/ports/settings.ts';
import { keepDailyRoots } from '../../../../functions/use-cases/keep-daily-roots.ts';
import { AppealSystem } from '../../../fixtures/appeal-system.ts';
import { assertDocumented } from '../../../fixtures/documented-answer.ts';
import { appealDeadline } from '../../../fixtures/memory-system.ts';
import { eventOf } from '../requests.ts';
import {
  BATCH_ID,
  CAPABILITIES,
  DOCUMENT,
  DRAFTED,
  type Expected,
  LAYOUT,
  operationIdOf,
  SIMULATION_ID,
  viewIdOf,
} from './expected.ts';
import { colleague, PEOPLE } from './people.ts';
import { SITUATIONS, type Situation } from './situations.ts';

/** One denial in one situation, with everybody of the matrix as an account. */
export interface World {
  readonly system: AppealSystem;
  readonly ports: ApiPorts;
  readonly access: MemoryAccessLog;
  readonly accounts: MemoryAccounts;
  readonly denial: Denial;
  readonly fileSha256: string;
}

const USERS: readonly UserRecord[] = [
  ...PEOPLE.map(({ user }) => user),
  ...(['biller', 'admin'] as const).map(colleague),
];

/** A clock of the release, so that its start can be corrected. */
const DEADLINE = { ...appealDeadline('2027-04-20', '2027-05-01'), ruleId: 'commercial.member_appeal' };

type WorldNeeds = Pick<Expected, 'needsDraft' | 'needsHeld' | 'needsDocument'>;

export async function worldIn(
  situation: Situation,
  { needsDraft: draft, needsHeld: isHeld = false, needsDocument }: WorldNeeds = {},
): Promise<World> {
  const system = new AppealSystem({ deadlines: [DEADLINE] });
  await SITUATIONS[situation](system);
  const accounts = new MemoryAccounts(USERS);
  const access = new MemoryAccessLog();
  const names = [...USERS.map(({ userId }) => userId), 'newcomer'];
  const ports: ApiPorts = {
    ...system.ports,
    access,
    accounts,
    signIns: new MemorySignIns(names.map((userId) => ({ userId, username: userId, enabled: true }))),
    settings: {
      organisation: () => system.ports.settings.organisation(),
      user: async (userId) => (await accounts.account(userId))?.user ?? null,
    },
  };
  if (draft !== undefined) await writeDraft(ports, draft, 'colleague-admin');
  await ports.simulations.keepRequest({
    simulationId: SIMULATION_ID,
    startedAt: '2026-11-10T08:00:00.000Z',
    startedBy: 'colleague-admin',
    release: ports.release,
    presentLayer: null,
    proposedLayer: null,
    payers: [],
    from: null,
    until: null,
    asOf: '2026-11-10',
  });
  const createdAt = '2026-11-10T08:00:00.000Z';
  const batch = { batchId: BATCH_ID, practiceId: system.only().practiceId, createdAt } as const;
  await ports.writeOffBatches.begin({ ...batch, state: 'open', createdBy: 'someone', postings: [] });
  await ports.writeOffBatches.seal({ ...batch, state: 'sealed', createdBy: 'someone', postings: [] });
  for (const { userId } of USERS) {
    await ports.savedViews.save(null, {
      viewId: viewIdOf({ userId }),
      version: 1,
      name: 'Mine',
      scope: { kind: 'mine' },
      ownerId: userId,
      layout: LAYOUT,
      isDeleted: false,
      changedAt: createdAt,
      changedBy: userId,
    });
  }
  await keepDailyRoots({ ...ports, timeZone: 'UTC', timeLeftMs: () => 100_000 });
  if (isHeld) await hold(ports, system.only());
  if (needsDocument !== undefined) await bringDocument(system, needsDocument);
  const [file] = await ports.remittances.listFiles(1);
  return { system, ports, access, accounts, denial: system.only(), fileSha256: file?.fileSha256 ?? '' };
}

/** Somebody for whom the operation goes through, and where it does. */
export async function throughFor(
  expected: Expected,
): Promise<{ readonly world: World; readonly user: UserRecord }> {
  const letter = CAPABILITIES[expected.needs][0];
  const person = PEOPLE.find(
    ({ user, reach }) =>
      reach === 'all practices' && (user.role === 'auditor' ? 'u' : user.role[0]) === letter,
  );
  if (person === undefined) throw new Error(`Nobody can ${expected.needs}.`);
  const [situation = 'drafting'] = expected.in ?? ['ready to approve'];
  return { world: await worldIn(situation, expected), user: person.user };
}

/** The document in the bucket, and where it says so on the denial, as a person uploaded and attached it. */
async function bringDocument(
  system: AppealSystem,
  how: NonNullable<Expected['needsDocument']>,
): Promise<void> {
  const denial = system.only();
  const { text, sha256 } = DOCUMENT;
  const body = new TextEncoder().encode(text);
  const { key, versionId } = await system.objects.put({
    bucket: 'documents',
    key: `uploads/${denial.denialId}/${sha256}`,
    body,
    contentType: 'application/pdf',
  });
  const stored = { objectKey: key, objectVersionId: versionId, sha256, byteLength: body.byteLength };
  const clean = { ...stored, pageCount: 1, removed: [] };
  const mediaType = 'application/pdf';
  if (how === 'uploaded') {
    const at = system.clock.now();
    const about = { denialId: denial.denialId, sha256, uploadVersionId: versionId, since: at, checkedAt: at };
    const { byteLength } = body;
    return system.documentChecks.keep({ state: 'accepted', ...about, byteLength, mediaType, clean });
  }
  const document: Document = {
    sha256,
    objectKey: key,
    objectVersionId: versionId,
    byteLength: body.byteLength,
    mediaType,
    satisfies: [],
    attachedBy: 'biller',
    attachedAt: system.clock.now(),
    sentOn: null,
    clean,
  };
  await system.rewrite(denial, { documents: [document] });
}

/** As if the denial's remittance had been found in conflict with another one. */
async function hold({ remittances }: ApiPorts, { remittanceId }: Denial): Promise<void> {
  const remittance = await remittances.readRemittance(remittanceId);
  if (remittance !== null) await remittances.updateRemittance({ ...remittance, status: 'conflict' });
}

/** An open draft of settings, as this person wrote it. */
export async function writeDraft(
  { changes, clock }: ApiPorts,
  subject: NonNullable<Expected['needsDraft']>,
  userId: string,
): Promise<void> {
  const content = DRAFTED[subject];
  const written = { subject, content, reason: 'New.', basedOn: 0, userId, at: clock.now() };
  await changes.saveDraft(draftSettings(null, written));
}

export function operationOf(key: string): Operation {
  const operation = ROUTE_TABLE.find(({ id }) => id === operationIdOf(key));
  if (operation === undefined)
    throw new Error(`There is no operation ${operationIdOf(key)}: take its line out.`);
  return operation;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at the parts they are about.
  readonly body: any;
}

/** Calls the operation as this person, with a request that is sound in itself. */
export async function call(
  { ports, denial, fileSha256 }: World,
  key: string,
  expected: Expected,
  as: UserRecord,
): Promise<Answered> {
  const { method, path, writes, asks } = operationOf(key);
  const { params, query, body, ifMatch } = expected.ask?.(denial, as) ?? {};
  const values: Readonly<Record<string, string>> = {
    denialId: denial.denialId,
    sha256: fileSha256,
    remittanceId: denial.remittanceId,
    ...params,
  };
  const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`Say in expected.ts what {${name}} of ${path} is (ask, params).`);
    return value;
  });
  const event = eventOf({
    as,
    method,
    path: address,
    ...(query === undefined ? {} : { query }),
    ...(writes || asks ? { body: body ?? {} } : {}),
    ...(writes ? { ifMatch: ifMatch ?? denial.version } : {}),
  });
  const { statusCode: status, headers, body: text } = await answerRequest(ports, event);
  const answer = { status, headers, body: JSON.parse(text) as unknown };
  assertDocumented({ method, path: address, status, body: answer.body });
  return answer;
}

/** What came of it, in one word: done, whose fault it is not, or the code of the problem. */
export function outcomeOf({ status, body }: Answered): string {
  if (status < 300) {
    const [item] = (body.results ?? []) as readonly { outcome: string; sentence: string | null }[];
    return item === undefined || ['done', 'intact'].includes(item.outcome)
      ? 'done'
      : refusalOf(item.sentence ?? '', item.outcome);
  }
  return refusalOf(body.title, body.code);
}

function refusalOf(sentence: string, code: string): string {
  if (/^Your role/.test(sentence)) return 'not in this role';
  if (/every practice|this practice/.test(sentence)) return 'not in these practices';
  return code === 'refused' ? 'NOT_IN_THIS_STATE' : code;
}
