import { type Action, mayAct } from '../core/access/may-act.ts';
import type { AccessLog } from '../ports/access-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { LedgerFile, LedgerRemittance, RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { recordRefusal } from './act-on-denial.ts';
import { practicesOf } from './list-queue.ts';
import type { ReadResult } from './read-denial.ts';

export interface LedgerPorts {
  readonly remittances: RemittanceStore;
  readonly access: AccessLog;
  readonly clock: Clock;
}

const NEWEST = 100;

/** The newest remittances of the user's practices. */
export async function listRemittances(
  ports: LedgerPorts,
  user: UserRecord,
): Promise<ReadResult<readonly LedgerRemittance[]>> {
  const practices = await practicesOf(ports, user);
  for (const practiceId of practices) {
    const refusal = await refusalOf(ports, user, 'read', practiceId, null);
    if (refusal !== null) return refusal;
  }
  const lists = await Promise.all(practices.map((id) => ports.remittances.listRemittances(id, NEWEST)));
  const newest = lists
    .flat()
    .toSorted((a, b) => ((a.header.paidOn ?? '') > (b.header.paidOn ?? '') ? -1 : 1))
    .slice(0, NEWEST);
  return { kind: 'read', value: newest };
}

/** The newest files as they arrived: what became of each, and why. */
export async function listFiles(
  ports: LedgerPorts,
  user: UserRecord,
): Promise<ReadResult<readonly LedgerFile[]>> {
  const refusal = await refusalOf(ports, user, 'read_files', null, null);
  return refusal ?? { kind: 'read', value: await ports.remittances.listFiles(NEWEST) };
}

/** One file by the SHA-256 of its bytes. */
export async function readFile(
  ports: LedgerPorts,
  user: UserRecord,
  fileSha256: string,
): Promise<ReadResult<LedgerFile>> {
  const refusal = await refusalOf(ports, user, 'read_files', null, fileSha256);
  if (refusal !== null) return refusal;
  const file = await ports.remittances.readFile(fileSha256);
  return file === null ? { kind: 'unknown' } : { kind: 'read', value: file };
}

/** Null where the user may; the read is then kept in the access log. */
async function refusalOf(
  ports: LedgerPorts,
  user: UserRecord,
  action: Action,
  practiceId: string | null,
  subject: string | null,
): Promise<{ readonly kind: 'forbidden'; readonly reason: string } | null> {
  const permission = mayAct(user, action, { practiceId });
  if (!permission.allowed) {
    await recordRefusal(ports, user, action, subject, permission.reason);
    return { kind: 'forbidden', reason: permission.reason };
  }
  const at = ports.clock.now();
  await ports.access.record({
    at,
    userId: user.userId,
    operation: action,
    subject,
    outcome: 'allowed',
    reason: null,
  });
  return null;
}
