import type { OfferedAction } from '../core/access/actions-of.ts';
import { type Action, mayAct, type Permission } from '../core/access/may-act.ts';
import type { LedgerFile, LedgerRemittance } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { runningLoad } from './redrive-file.ts';

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
