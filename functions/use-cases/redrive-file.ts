import type { OfferedAction } from '../core/access/actions-of.ts';
import { type Action, mayAct, type Permission } from '../core/access/may-act.ts';
import type { RemittanceId } from '../core/ids.ts';
import type { IngestQueue } from '../ports/inbox.ts';
import type { LedgerFile, LedgerRemittance, RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type AccessPorts, type Asked, type Forbidden, refusalOfAccess } from './guard-access.ts';

export interface RedrivePorts extends AccessPorts {
  readonly remittances: RemittanceStore;
  readonly ingestQueue: IngestQueue;
}

interface Unknown {
  readonly kind: 'unknown';
}
/** A load of the file is under way: since when, and who had it redriven; null where it has just arrived. */
export interface Running {
  readonly kind: 'running';
  readonly since: string;
  readonly by: string | null;
}

export type RedriveResult =
  | { readonly kind: 'redriven'; readonly file: LedgerFile }
  /** The preview will name this instant. */
  | { readonly kind: 'asked'; readonly file: LedgerFile; readonly askedAt: string }
  /** Somebody redrove it since it was looked at. */
  | { readonly kind: 'stale'; readonly current: LedgerFile }
  | Running
  | Forbidden
  | Unknown;

export interface RedriveRequest {
  readonly user: UserRecord;
  readonly fileSha256: string;
  /** How often it had been redriven when it was looked at. */
  readonly expectedVersion: number;
  readonly reason: string;
}

/**
 * Has a file loaded again from where it is kept. What is loaded stays as it is; the same request by the same person
 * sends the message again, should it have been lost.
 */
export async function redriveFile(ports: RedrivePorts, request: RedriveRequest): Promise<RedriveResult> {
  const { user, fileSha256, expectedVersion, reason } = request;
  const refusal = await refusalOfAccess(ports, user, redriveOf(fileSha256));
  if (refusal !== null) return refusal;
  const file = await ports.remittances.readFile(fileSha256);
  if (file === null) return { kind: 'unknown' };
  return startRedrive(ports, file, { by: user.userId, reason }, expectedVersion);
}

/** Has it found what loading a file again would come to. Nothing is loaded, and the ledger stays as it is. */
export async function previewRedrive(
  ports: RedrivePorts,
  { user, fileSha256 }: Pick<RedriveRequest, 'user' | 'fileSha256'>,
): Promise<RedriveResult> {
  const refusal = await refusalOfAccess(ports, user, redriveOf(fileSha256));
  if (refusal !== null) return refusal;
  const file = await ports.remittances.readFile(fileSha256);
  if (file === null) return { kind: 'unknown' };
  const running = runningLoad(file, ports.clock.now());
  if (running !== null) return running;
  const askedAt = ports.clock.now();
  await ports.ingestQueue.sendAgain({ fileSha256, previewAskedAt: askedAt });
  return { kind: 'asked', file, askedAt };
}

export type ReleaseResult =
  | { readonly kind: 'released'; readonly remittance: LedgerRemittance }
  /** Somebody released it since it was looked at. */
  | { readonly kind: 'stale'; readonly current: LedgerRemittance }
  | { readonly kind: 'not_held' }
  | Running
  | Forbidden
  | Unknown;

/**
 * Has a remittance loaded that was held, because another one names the same payment: a person has compared the two.
 * Its file is redriven; everything else in it stays as it is. The same request by the same person goes on where one
 * before broke off.
 */
export async function releaseRemittance(
  ports: RedrivePorts,
  request: {
    readonly user: UserRecord;
    readonly remittanceId: RemittanceId;
    /** 0, or 1 where it was released already when it was looked at. */
    readonly expectedVersion: number;
    readonly reason: string;
  },
): Promise<ReleaseResult> {
  const { user, remittanceId, expectedVersion, reason } = request;
  const held = await ports.remittances.readRemittance(remittanceId);
  if (held === null) return { kind: 'unknown' };
  const asked = { action: 'release_remittance', record: held, subject: remittanceId } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const brokeOff = held.status === 'loading' && held.released?.by === user.userId;
  if (!brokeOff && releasesOf(held) !== expectedVersion) return { kind: 'stale', current: held };
  if (!brokeOff && held.status !== 'conflict') return { kind: 'not_held' };
  const file = await ports.remittances.readFile(held.fileSha256);
  if (file === null) return { kind: 'unknown' };

  const at = ports.clock.now();
  const running = runningLoad(file, at);
  // What it is redriven for now would pass it over.
  if (running !== null && !brokeOff) return running;
  const by = user.userId;
  const released: LedgerRemittance = brokeOff
    ? held
    : { ...held, status: 'loading', statusReason: RELEASED, released: { at, by, reason } };
  if (!brokeOff && !(await ports.remittances.recordRelease(released))) {
    const current = await ports.remittances.readRemittance(remittanceId);
    return current === null ? { kind: 'unknown' } : { kind: 'stale', current };
  }
  const times = file.redrives?.length ?? 0;
  const redriven = await startRedrive(ports, file, { by, reason }, running === null ? times : times - 1);
  switch (redriven.kind) {
    case 'redriven':
      return { kind: 'released', remittance: released };
    case 'running':
      return redriven;
    // Somebody redrove the file in this very moment; asked again, the release goes on after that.
    case 'stale':
      return { kind: 'running', since: at, by: redriven.current.redrives?.at(-1)?.by ?? null };
  }
}

/** A file holds remittances of several practices. */
function redriveOf(fileSha256: string): Asked {
  return { action: 'redrive', record: { practiceId: null }, subject: fileSha256 };
}

const RELEASED = 'Released by a person: being loaded.';

/** What a reader saw of a remittance: 1 once it was released. */
export function releasesOf({ released }: LedgerRemittance): number {
  return released === undefined ? 0 : 1;
}

// Five deliveries of a message of ingest take an hour; after that nothing of a load is under way any more.
const LOAD_GIVEN_UP_AFTER_MS = 90 * 60_000;

/** The load that is under way; null where there is none, or it has broken off for good. */
function runningLoad(file: LedgerFile, now: string): Running | null {
  if (file.status !== 'reading') return null;
  const last = file.redrives?.at(-1);
  const since = last?.at ?? file.receivedAt;
  return Date.parse(now) - Date.parse(since) < LOAD_GIVEN_UP_AFTER_MS
    ? { kind: 'running', since, by: last?.by ?? null }
    : null;
}

async function startRedrive(
  ports: RedrivePorts,
  file: LedgerFile,
  { by, reason }: { readonly by: string; readonly reason: string },
  expectedVersion: number,
): Promise<Extract<RedriveResult, { kind: 'redriven' | 'stale' }> | Running> {
  const { fileSha256, redrives = [] } = file;
  const last = redrives.at(-1);
  const at = ports.clock.now();
  const running = runningLoad(file, at);
  if (running !== null) {
    const isSame = last?.by === by && last.reason === reason && redrives.length === expectedVersion + 1;
    if (!isSame) return running;
    await ports.ingestQueue.sendAgain({ fileSha256, redrive: redrives.length });
    return { kind: 'redriven', file };
  }
  if (redrives.length !== expectedVersion) return { kind: 'stale', current: file };
  const started: LedgerFile = {
    ...file,
    status: 'reading',
    statusReason: 'Being read again.',
    redrives: [...redrives, { at, by, reason, statusBefore: file.status }],
  };
  if (!(await ports.remittances.startRedrive(started))) {
    return { kind: 'stale', current: (await ports.remittances.readFile(fileSha256)) ?? file };
  }
  await ports.ingestQueue.sendAgain({ fileSha256, redrive: started.redrives?.length ?? 1 });
  return { kind: 'redriven', file: started };
}

/** What this person may do with a file now, and why not: a file holds remittances of several practices. */
export function offeredOnFile(user: UserRecord, file: LedgerFile, now: string): readonly OfferedAction[] {
  const byPerson = mayAct(user, 'redrive', { practiceId: null });
  const isRunning = runningLoad(file, now) !== null;
  return [offer('redrive', byPerson.allowed && isRunning ? BEING_LOADED : byPerson)];
}

/** What this person may do with a remittance now, and why not. */
export function offeredOnRemittance(
  user: UserRecord,
  remittance: LedgerRemittance,
): readonly OfferedAction[] {
  const byPerson = mayAct(user, 'release_remittance', remittance);
  const isHeld = remittance.status === 'conflict';
  return [offer('release_remittance', byPerson.allowed && !isHeld ? NOT_HELD : byPerson)];
}

const BEING_LOADED: Permission = { allowed: false, reason: 'This file is being loaded now.' };
const NOT_HELD: Permission = { allowed: false, reason: 'This remittance is not held in conflict.' };

function offer(id: Action, permission: Permission): OfferedAction {
  return { id, allowed: permission.allowed, reason: permission.allowed ? null : permission.reason };
}
