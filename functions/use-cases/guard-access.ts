import { type Action, type GuardedRecord, mayAct } from '../core/access/may-act.ts';
import type { AccessLog } from '../ports/access-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { UserRecord } from '../ports/settings.ts';

export interface AccessPorts {
  readonly access: AccessLog;
  readonly clock: Clock;
}

export interface Forbidden {
  readonly kind: 'forbidden';
  readonly reason: string;
}

/** What a person asks for: a right to a record. */
export interface Asked {
  readonly action: Action;
  readonly record: GuardedRecord;
  /** Denial, remittance, file or batch id; null for lists. */
  readonly subject: string | null;
  /** What the access log calls it. @default the action */
  readonly operation?: string;
}

/** Null where the user may. A refusal is kept in the access log: who tried what, and why not. */
export async function refusalOf(
  ports: AccessPorts,
  user: UserRecord,
  { action, record, subject, operation = action }: Asked,
): Promise<Forbidden | null> {
  const permission = mayAct(user, action, record);
  if (permission.allowed) return null;
  const { reason } = permission;
  const at = ports.clock.now();
  await ports.access.record({ at, userId: user.userId, operation, subject, outcome: 'refused', reason });
  return { kind: 'forbidden', reason };
}

/** Null where the user may; the access is then kept in the log before anything is told, as a refusal is. */
export async function refusalOfAccess(
  ports: AccessPorts,
  user: UserRecord,
  asked: Asked,
): Promise<Forbidden | null> {
  const refusal = await refusalOf(ports, user, asked);
  if (refusal === null) await recordAccess(ports, user, asked.operation ?? asked.action, asked.subject);
  return refusal;
}

/** Keeps in the access log that the user had what they asked for. */
export async function recordAccess(
  ports: AccessPorts,
  { userId }: UserRecord,
  operation: string,
  subject: string | null,
): Promise<void> {
  const at = ports.clock.now();
  await ports.access.record({ at, userId, operation, subject, outcome: 'allowed', reason: null });
}
