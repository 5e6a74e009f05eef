import type { RemittanceId } from '../core/ids.ts';
import { filePosition, remittancePosition } from '../core/remittance/ledger-position.ts';
import type {
  LedgerFile,
  LedgerRemittance,
  RedrivePreview,
  RemittanceStore,
  StoredClaimPayment,
} from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type AccessPorts, refusalOfAccess } from './guard-access.ts';
import { practicesOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';

export interface LedgerPorts extends AccessPorts {
  readonly remittances: RemittanceStore;
}

const PAGE_SIZE = 100;
/** What is odd is found by reading on; a page of it looks at so many, then the next one goes on. */
const MOST_LOOKED_AT = 1000;

export interface LedgerQuery {
  /** Position after which to read; null = from the newest. */
  readonly after: string | null;
  /** What a person must look at, and nothing else. */
  readonly onlyExceptions: boolean;
}

export interface LedgerPage<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** Remittances of the user's practices, the newest payment first. */
export async function listRemittances(
  ports: LedgerPorts,
  user: UserRecord,
  query: LedgerQuery = FROM_THE_NEWEST,
): Promise<ReadResult<LedgerPage<LedgerRemittance>>> {
  const practices = await practicesOf(ports, user);
  for (const practiceId of practices) {
    const asked = { action: 'read', record: { practiceId }, subject: null } as const;
    const refusal = await refusalOfAccess(ports, user, asked);
    if (refusal !== null) return refusal;
  }
  const value = await pageOf(query, remittancePosition, needsALook, async (limit, after) => {
    const lists = await Promise.all(
      practices.map((id) => ports.remittances.listRemittances(id, limit, after)),
    );
    return lists
      .flat()
      .toSorted((a, b) => (remittancePosition(a) > remittancePosition(b) ? -1 : 1))
      .slice(0, limit);
  });
  return { kind: 'read', value };
}

/** Files as they arrived, newest first: what became of each, and why. */
export async function listFiles(
  ports: LedgerPorts,
  user: UserRecord,
  query: LedgerQuery = FROM_THE_NEWEST,
): Promise<ReadResult<LedgerPage<LedgerFile>>> {
  const refusal = await refusalOfAccess(ports, user, { ...OF_FILES, subject: null });
  if (refusal !== null) return refusal;
  const value = await pageOf(query, filePosition, isException, (limit, after) =>
    ports.remittances.listFiles(limit, after),
  );
  return { kind: 'read', value };
}

// A file holds remittances of several practices.
const OF_FILES = { action: 'read_files', record: { practiceId: null } } as const;

const FROM_THE_NEWEST: LedgerQuery = { after: null, onlyExceptions: false };

function needsALook({ status, trailer, storedPaidCents }: LedgerRemittance): boolean {
  if (status === 'conflict' || !trailer.balanced || trailer.unbalancedClaims > 0) return true;
  return status === 'loaded' && storedPaidCents !== trailer.paidCents;
}

function isException({ status }: LedgerFile): boolean {
  return status === 'quarantined' || status === 'loaded_with_exceptions' || status === 'not_read_yet';
}

async function pageOf<T>(
  { after, onlyExceptions }: LedgerQuery,
  positionOf: (one: T) => string,
  isOdd: (one: T) => boolean,
  read: (limit: number, after: string | null) => Promise<readonly T[]>,
): Promise<LedgerPage<T>> {
  const items: T[] = [];
  let from = after;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += PAGE_SIZE) {
    const found = await read(PAGE_SIZE, from);
    const last = found.at(-1);
    if (last !== undefined) from = positionOf(last);
    items.push(...(onlyExceptions ? found.filter(isOdd) : found));
    if (found.length < PAGE_SIZE) return { items, next: null };
    if (!onlyExceptions || items.length >= PAGE_SIZE) break;
  }
  return { items, next: from };
}

export interface RemittanceDetail {
  readonly remittance: LedgerRemittance;
  readonly claims: readonly StoredClaimPayment[];
  /** CLP ordinal after which the next page begins; null after the last. */
  readonly next: number | null;
}

const CLAIMS_A_PAGE = 50;

/** One remittance as it adds up, with some of its claims in its own order. */
export async function readRemittance(
  ports: LedgerPorts,
  user: UserRecord,
  remittanceId: RemittanceId,
  after: number,
): Promise<ReadResult<RemittanceDetail>> {
  const remittance = await ports.remittances.readRemittance(remittanceId);
  if (remittance === null) return { kind: 'unknown' };
  const asked = { action: 'read', record: remittance, subject: remittanceId } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const query = { after, limit: CLAIMS_A_PAGE };
  const claims = await ports.remittances.claimPaymentsOfRemittance(remittanceId, query);
  const last = claims.at(-1)?.claim.ordinal ?? null;
  const next = claims.length < CLAIMS_A_PAGE ? null : last;
  return { kind: 'read', value: { remittance, claims, next } };
}

/** One file by the SHA-256 of its bytes, with the newest dry run of loading it again. */
export async function readFile(
  ports: LedgerPorts,
  user: UserRecord,
  fileSha256: string,
): Promise<ReadResult<{ readonly file: LedgerFile; readonly preview: RedrivePreview | null }>> {
  const refusal = await refusalOfAccess(ports, user, { ...OF_FILES, subject: fileSha256 });
  if (refusal !== null) return refusal;
  const file = await ports.remittances.readFile(fileSha256);
  if (file === null) return { kind: 'unknown' };
  return { kind: 'read', value: { file, preview: await ports.remittances.readPreview(fileSha256) } };
}
