import type { Denial } from '../denial/denial.ts';
import { type ActingUser, type Action, mayAct, type Permission } from './may-act.ts';
import { stateAllows, type WorkAction } from './state-allows.ts';

const OFFERED: readonly (WorkAction | 'take' | 'assign')[] = [
  'approve_appeal',
  'undo_approval',
  'edit_draft',
  'request_changes',
  'confirm_correction',
  'submit_documents',
  'confirm_write_off',
  'decide_write_off',
  'close_as_billed',
  'close_follow_up',
  'review_history',
  'reroute',
  'take',
  'assign',
];

export interface OfferedAction {
  readonly id: Action;
  readonly allowed: boolean;
  /** Why not; null where it is allowed. */
  readonly reason: string | null;
}

/** Every action on a denial with whether this user may take it now: no client works out rights itself. */
export function actionsOf(user: ActingUser, denial: Denial): readonly OfferedAction[] {
  return OFFERED.map((id) => {
    const permission = permissionFor(user, id, denial);
    return { id, allowed: permission.allowed, reason: permission.allowed ? null : permission.reason };
  });
}

function permissionFor(user: ActingUser, id: (typeof OFFERED)[number], denial: Denial): Permission {
  const byPerson = mayAct(user, id, denial);
  return !byPerson.allowed || id === 'take' || id === 'assign' ? byPerson : stateAllows(id, denial);
}
