import { mayBeTakenBack } from '../appeal/hold.ts';
import type { Denial } from '../denial/denial.ts';
import { type ActingUser, type Action, mayAct, type Permission } from './may-act.ts';
import { stateAllows, type WorkAction } from './state-allows.ts';

type Stateless = 'take' | 'assign' | 'write_note';

const OFFERED: readonly (WorkAction | Stateless)[] = [
  'approve_appeal',
  'undo_approval',
  'edit_draft',
  'request_changes',
  'answer_review',
  'confirm_correction',
  'propose_correction',
  'decide_correction',
  'submit_documents',
  'attach_document',
  'request_document',
  'settle_document_request',
  'record_answer',
  'take_next_level',
  'record_filing',
  'record_peer_to_peer',
  'record_mailing',
  'record_portal_submission',
  'record_acknowledgement',
  'close_as_answered',
  'confirm_write_off',
  'decide_write_off',
  'reverse_write_off',
  'close_as_billed',
  'close_as_expired',
  'close_follow_up',
  'review_history',
  'reroute',
  'correct_clock',
  'pend',
  'write_note',
  'take',
  'assign',
];

export interface OfferedAction {
  readonly id: Action;
  readonly allowed: boolean;
  /** Why not; null where it is allowed. */
  readonly reason: string | null;
}

/**
 * Every action on a denial with whether this user may take it now: no client works out rights itself.
 *
 * @param at instant of the read, ISO UTC: a hold ends by itself
 */
export function actionsOf(user: ActingUser, denial: Denial, at: string): readonly OfferedAction[] {
  return OFFERED.map((id) => {
    const permission = permissionFor(user, id, denial, at);
    return { id, allowed: permission.allowed, reason: permission.allowed ? null : permission.reason };
  });
}

function permissionFor(
  user: ActingUser,
  id: (typeof OFFERED)[number],
  denial: Denial,
  at: string,
): Permission {
  const byPerson = mayAct(user, id, denial);
  if (!byPerson.allowed || isStateless(id)) return byPerson;
  const byState = stateAllows(id, denial);
  return byState.allowed && id === 'undo_approval' ? mayBeTakenBack(denial.approval, at) : byState;
}

function isStateless(id: (typeof OFFERED)[number]): id is Stateless {
  return id === 'take' || id === 'assign' || id === 'write_note';
}
