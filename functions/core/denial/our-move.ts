import type { State } from './lifecycle.ts';

/** The states in which its biller works a denial. */
export const IN_OUR_HANDS: readonly State[] = [
  'needs_review',
  'correcting',
  'collecting_documents',
  'drafting',
  'ready_to_approve',
];

/** The states in which our own clock runs: something has yet to be sent or decided here. */
export const OUR_MOVE: readonly State[] = [...IN_OUR_HANDS, 'awaiting_second_person'];

/** Whether the denial waits for something that we must send or decide. */
export function isOurMove(denial: { readonly state: State }): boolean {
  return OUR_MOVE.includes(denial.state);
}
