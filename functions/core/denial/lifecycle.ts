import * as z from 'zod';
import type { Route } from './decision.ts';

export const stateSchema = z.enum([
  'needs_review',
  'correcting',
  'collecting_documents',
  'drafting',
  'ready_to_approve',
  'held',
  'awaiting_second_person',
  'sent',
  'awaiting_payer',
  'closed',
]);
export type State = z.infer<typeof stateSchema>;

export const closedAsSchema = z.enum([
  'overturned',
  'partly_overturned',
  'upheld',
  'dismissed',
  'written_off',
  'billed_other_payer',
  'billed_patient',
  'superseded',
  'expired',
  /** Of follow-ups only: a person has done what there was to do. */
  'followed_up',
  /** Of history only: a person has dismissed it from the list, and nobody works it. */
  'left_as_history',
]);
export type ClosedAs = z.infer<typeof closedAsSchema>;

/** Every change of state that may happen; anything else is refused. */
export const TRANSITIONS: { readonly [from in State]: readonly State[] } = {
  needs_review: [
    'correcting',
    'collecting_documents',
    'drafting',
    'awaiting_second_person',
    'awaiting_payer',
    'closed',
  ],
  correcting: [
    'needs_review',
    'collecting_documents',
    'drafting',
    'awaiting_second_person',
    'sent',
    'awaiting_payer',
    'closed',
  ],
  collecting_documents: ['needs_review', 'correcting', 'drafting', 'sent', 'awaiting_payer', 'closed'],
  // The payer may give in, in a talk, before the letter has left.
  drafting: [
    'needs_review',
    'correcting',
    'collecting_documents',
    'ready_to_approve',
    'awaiting_payer',
    'closed',
  ],
  ready_to_approve: [
    'needs_review',
    'correcting',
    'collecting_documents',
    'drafting',
    'held',
    'awaiting_payer',
    'closed',
  ],
  // By hand from here on: to be submitted in a portal, or to be mailed.
  held: ['ready_to_approve', 'drafting', 'needs_review', 'sent', 'closed'],
  awaiting_second_person: ['needs_review', 'correcting', 'closed'],
  sent: ['awaiting_payer', 'needs_review', 'closed'],
  awaiting_payer: ['needs_review', 'correcting', 'collecting_documents', 'drafting', 'closed'],
  closed: ['needs_review'],
};

/** Whether the table above allows the change. */
export function mayMove(from: State, to: State): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Where a denial enters the work when it takes this route. */
export function firstStateOf(route: Route): State {
  switch (route) {
    case 'correct_resubmit':
      return 'correcting';
    case 'documentation':
      return 'collecting_documents';
    case 'appeal':
      return 'drafting';
    case 'write_off':
    case 'bill_other_payer':
    case 'patient_responsibility':
    case 'review':
    case 'not_a_denial':
      return 'needs_review';
  }
}

/** What the workflow does while the denial stands in a state. Data for the machine's Choice. */
export type WorkflowStep = 'draft' | 'wait_for_person' | 'hold' | 'wait_for_payer' | 'done';

/**
 * The workflow's next step, derived from the record alone, so that any execution can be replaced by another.
 * A denial in `drafting` that has a candidate is being edited by a person; without one the system drafts.
 *
 * @example
 * workflowStepOf({ state: 'held', candidate: null }) // 'hold'
 */
export function workflowStepOf(denial: {
  readonly state: State;
  readonly candidate: object | null;
}): WorkflowStep {
  switch (denial.state) {
    case 'drafting':
      return denial.candidate === null ? 'draft' : 'wait_for_person';
    case 'needs_review':
    case 'correcting':
    case 'collecting_documents':
    case 'ready_to_approve':
    case 'awaiting_second_person':
      return 'wait_for_person';
    case 'held':
      return 'hold';
    case 'sent':
    case 'awaiting_payer':
      return 'wait_for_payer';
    case 'closed':
      return 'done';
  }
}
