import type { State } from './lifecycle.ts';

/** The states in which our own clock runs: something has yet to be sent or decided here. */
const OUR_MOVE: ReadonlySet<State> = new Set([
  'needs_review',
  'correcting',
  'collecting_documents',
  'drafting',
  'ready_to_approve',
  'awaiting_second_person',
]);

/** Whether the denial waits for something that we must send or decide. */
export function isOurMove(denial: { readonly state: State }): boolean {
  return OUR_MOVE.has(denial.state);
}
