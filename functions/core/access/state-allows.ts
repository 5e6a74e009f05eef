import { endByRemittanceOf, lastAdverseDecisionOf, lastDecisionOf } from '../answer/last-decision.ts';
import { sendingsOf } from '../answer/sendings.ts';
import { isMailed, waitsForMailing, waitsForPortal } from '../delivery/waits.ts';
import type { Denial } from '../denial/denial.ts';
import type { State } from '../denial/lifecycle.ts';
import { IN_OUR_HANDS, OUR_MOVE } from '../denial/our-move.ts';
import { openRequestsOf } from '../documents/request.ts';
import { isInHistoryReview } from '../history/history-review.ts';
import type { Action, Permission } from './may-act.ts';

/** Actions that depend on where the denial stands. Reading and assigning do not. */
export type WorkAction = Exclude<
  Action,
  | 'read'
  | 'read_files'
  | 'upload_remittance'
  | 'redrive'
  | 'release_remittance'
  | 'read_letter'
  | 'read_document'
  | 'read_packet'
  | 'take'
  | 'assign'
  | 'write_note'
  | 'keep_view'
  | 'share_view'
  | 'read_settings'
  | 'draft_settings'
  | 'publish_settings'
  | 'read_audit'
  | 'read_users'
  | 'grant_access'
  | 'export_write_offs'
>;

const STATES: { readonly [action in WorkAction]: readonly State[] } = {
  edit_draft: ['drafting', 'ready_to_approve'],
  request_changes: ['ready_to_approve'],
  approve_appeal: ['ready_to_approve'],
  undo_approval: ['held'],
  reroute: [...IN_OUR_HANDS, 'awaiting_payer'],
  answer_review: ['needs_review'],
  confirm_correction: ['correcting'],
  propose_correction: ['correcting'],
  decide_correction: ['awaiting_second_person'],
  submit_documents: ['collecting_documents'],
  // While the payer has the move: what proves that it has what was sent.
  attach_document: [...IN_OUR_HANDS, 'awaiting_payer'],
  request_document: IN_OUR_HANDS,
  settle_document_request: [...OUR_MOVE, 'awaiting_payer'],
  record_answer: [...IN_OUR_HANDS, 'awaiting_payer', 'closed'],
  take_next_level: ['needs_review'],
  record_filing: ['needs_review'],
  record_peer_to_peer: [...IN_OUR_HANDS, 'awaiting_payer'],
  record_mailing: ['needs_review', 'awaiting_payer'],
  record_portal_submission: ['needs_review'],
  record_acknowledgement: ['awaiting_payer'],
  close_as_answered: ['needs_review'],
  confirm_write_off: ['needs_review'],
  decide_write_off: ['awaiting_second_person'],
  reverse_write_off: ['closed'],
  close_as_billed: ['needs_review'],
  close_as_expired: ['needs_review'],
  close_follow_up: ['needs_review', 'awaiting_payer'],
  review_history: ['needs_review'],
  pend: [...OUR_MOVE, 'awaiting_payer'],
  correct_clock: [...OUR_MOVE, 'awaiting_payer'],
};

/** What may be done to follow-ups, which are worked by hand. */
const OF_FOLLOW_UPS: ReadonlySet<WorkAction> = new Set(['close_follow_up', 'pend']);

const NOT_IN_REVIEW = 'This denial is not in review: its route is chosen.';

const NOT_HISTORY = 'This denial does not wait in the list of history.';

const NOT_MAILED = 'Nothing of this denial was handed over to be mailed.';
const NOT_FOR_PORTAL = 'No packet waits to be submitted in a portal.';
const NOTHING_SENT = 'Nothing of this denial is with the payer.';

const NOBODY_ASKED = 'Nobody is asked for a document here.';

const INSTEAD: { readonly [action in WorkAction]: string } = {
  edit_draft: 'There is no letter to edit in this state.',
  request_changes: 'No letter waits for approval.',
  approve_appeal: 'No letter waits for approval.',
  undo_approval: 'No approval is being held.',
  reroute: 'The route cannot be changed in this state.',
  answer_review: NOT_IN_REVIEW,
  confirm_correction: 'This denial does not wait for a corrected claim.',
  propose_correction: 'This denial does not wait for a corrected claim.',
  decide_correction: 'No correction waits for a second person.',
  submit_documents: 'This denial does not wait for documents.',
  attach_document:
    'Documents are attached, and taken off, only while a denial is worked or waits for the payer.',
  request_document: 'Nothing is being prepared here that a document could be asked for.',
  settle_document_request: NOBODY_ASKED,
  record_answer: 'No answer of the payer can be recorded in this state.',
  take_next_level: 'The next level is taken once the payer has decided, before anything else is begun.',
  record_filing: 'No appeal waits to be filed by hand.',
  record_peer_to_peer: 'No talk with the payer can be recorded in this state.',
  record_mailing: NOT_MAILED,
  record_portal_submission: NOT_FOR_PORTAL,
  record_acknowledgement: NOTHING_SENT,
  close_as_answered: 'No decision of the payer waits to be closed.',
  confirm_write_off: 'No write-off waits for confirmation.',
  decide_write_off: 'No write-off waits for a second person.',
  reverse_write_off: 'No write-off stands here that could be reversed.',
  close_as_billed: 'This denial does not wait for a bill to somebody else.',
  close_as_expired: 'This denial has not been taken off its route for being late.',
  close_follow_up: 'This follow-up is closed.',
  review_history: NOT_HISTORY,
  pend: 'This cannot be put off in this state.',
  correct_clock: 'Nothing is counted for this denial any more.',
};

/** Whether the denial stands where the action makes sense; the reason is a sentence for the biller. */
export function stateAllows(action: WorkAction, denial: Denial): Permission {
  if (action === 'close_follow_up' && denial.followUp === null) {
    return refused('This is a denial: it closes by its route or by the payer’s answer.');
  }
  if (!OF_FOLLOW_UPS.has(action) && denial.followUp !== null) {
    return refused('This is a follow-up, not a denial: do what it asks for and close it with a note.');
  }
  const isListed = isInHistoryReview(denial);
  if (action === 'review_history' && !isListed) return refused(NOT_HISTORY);
  if (action !== 'review_history' && isListed) {
    return refused('This waits in the list of history: accept it as work first.');
  }
  if (!STATES[action].includes(denial.state)) return refused(INSTEAD[action]);
  const missing = missingFor(action, denial);
  if (missing !== null) return refused(missing);
  if (action === 'edit_draft' && denial.candidate === null) {
    return refused('The letter is being drafted: look again in a moment.');
  }
  if (action === 'confirm_write_off' && denial.route !== 'write_off') {
    return refused('Change the route to write-off first, with a reason.');
  }
  if (action === 'answer_review' && denial.route !== 'review') return refused(NOT_IN_REVIEW);
  if (action === 'decide_write_off' && denial.writeOff === null) return refused(INSTEAD.decide_write_off);
  if (action === 'decide_correction' && denial.correction === null) return refused(INSTEAD.decide_correction);
  if (action === 'reverse_write_off') return mayReverse(denial);
  // The sweep has looked at the date and its confidence, and asked for good cause.
  if (action === 'close_as_expired' && denial.lastReminder !== 'past_last_day') {
    return refused(INSTEAD.close_as_expired);
  }
  if (action === 'close_as_billed') return mayCloseAsBilled(denial);
  return { allowed: true };
}

function mayReverse({ closedAs, writeOff }: Pick<Denial, 'closedAs' | 'writeOff'>): Permission {
  if (closedAs !== 'written_off' || writeOff === null) return refused(INSTEAD.reverse_write_off);
  return writeOff.posted === null
    ? { allowed: true }
    : refused('This write-off is posted: reverse it in the billing system.');
}

/** What an action asks of a denial beyond its state; null where nothing is missing. */
function missingFor(action: WorkAction, denial: Denial): string | null {
  switch (action) {
    case 'settle_document_request':
      return openRequestsOf(denial).length > 0 ? null : NOBODY_ASKED;
    case 'record_answer':
      if (denial.state === 'closed' && !isClosedByAnswer(denial.closedAs)) {
        return 'This denial is closed, and not by an answer of the payer.';
      }
      return sendingsOf(denial).length > 0 ? null : 'Nothing was sent yet that the payer could answer.';
    case 'take_next_level':
      return isDecided(denial) ? null : INSTEAD.take_next_level;
    case 'record_filing':
      if (denial.route !== 'appeal') return 'Change the route to appeal first, with a reason.';
      return isDecided(denial) ? 'This level is decided: take the next level first.' : null;
    case 'record_peer_to_peer':
      return denial.deadlines.some(({ kind }) => kind === 'peer_to_peer')
        ? null
        : 'The payer offers no peer-to-peer talk here, or it took place.';
    case 'record_mailing':
      return waitsForMailing(denial) || (denial.state === 'awaiting_payer' && isMailed(denial))
        ? null
        : NOT_MAILED;
    case 'record_portal_submission':
      return waitsForPortal(denial) ? null : NOT_FOR_PORTAL;
    case 'record_acknowledgement':
      return denial.handover === null ? NOTHING_SENT : null;
    case 'close_as_answered':
      if (endByRemittanceOf(denial) !== null) return null;
      return lastAdverseDecisionOf(denial) === null && lastDecisionOf(denial)?.decision !== 'overturned'
        ? 'The payer has decided nothing here yet.'
        : null;
    default:
      return null;
  }
}

/** The payer has decided an appeal of the present level. */
function isDecided(denial: Denial): boolean {
  return (lastAdverseDecisionOf(denial)?.level ?? 0) >= denial.level;
}

function isClosedByAnswer(closedAs: Denial['closedAs']): boolean {
  const byAnswer: readonly Denial['closedAs'][] = ['overturned', 'partly_overturned', 'upheld', 'dismissed'];
  return byAnswer.includes(closedAs);
}

function mayCloseAsBilled({ route, decision }: Pick<Denial, 'route' | 'decision'>): Permission {
  if (route === 'bill_other_payer') return { allowed: true };
  if (route !== 'patient_responsibility') {
    return refused('Only a denial routed to another payer or to the patient closes as billed.');
  }
  return decision.reasons.some(({ group }) => group === 'PR')
    ? { allowed: true }
    : refused('The payer’s codes do not make this the patient’s: do not bill the patient.');
}

function refused(reason: string): Permission {
  return { allowed: false, reason };
}
