import { clocksNow } from '../answer/clocks-now.ts';
import type { CompiledClocks } from '../deadline/compile.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import type { Route } from './decision.ts';
import type { Denial } from './denial.ts';
import { firstStateOf } from './lifecycle.ts';
import { nextActionOf } from './next-action.ts';
import { sendByOf } from './reminders.ts';

const NOTICE_BEING_DRAFTED = 'The system is drafting the notice.';

/**
 * The denial on another route: its first state, what is next, and the clocks with the one that governs the new route.
 * What was prepared for the old route and has not left goes; what left stays as evidence.
 *
 * @param letterKind a notice is written and sent on the route of documents, and is no appeal (ADR-0033)
 */
export function reroutedTo(
  route: Route,
  /** User id of who chose it. */
  routedBy: string,
  denial: Denial,
  basis: { readonly claim: ClaimPayment; readonly header: RemittanceHeader; readonly payer: PayerProfile },
  clocks: CompiledClocks,
  letterKind: Denial['letterKind'] = 'appeal',
): Partial<Denial> {
  const isNotice = letterKind === 'notice';
  const state = isNotice ? 'drafting' : firstStateOf(route);
  const deadlines = clocksNow({ ...denial, route, state, letterKind }, basis, clocks);
  const sendBy = sendByOf(deadlines);
  return {
    route,
    routedBy,
    state,
    nextAction: isNotice ? NOTICE_BEING_DRAFTED : nextActionOf(route, denial.decision.mechanism),
    letterKind,
    deadlines,
    sendBy,
    lastReminder: sendBy === denial.sendBy ? denial.lastReminder : null,
    candidate: null,
    approval: denial.handover === null ? null : denial.approval,
    writeOff: null,
    correction: null,
  };
}

/** Why a person may not choose this route for this denial, as a sentence; null where they may. */
export function routeRefusal(
  route: Route,
  denial: Denial,
  letterKind: Denial['letterKind'] = 'appeal',
): string | null {
  if (letterKind === 'notice' && route !== 'documentation') {
    return 'A notice is no appeal: it is written and sent on the route of documents.';
  }
  if (letterKind === 'notice' && denial.letterKind === 'notice' && denial.state !== 'awaiting_payer') {
    return 'The notice is being written already.';
  }
  const isOtherLetter = letterKind !== denial.letterKind;
  if (route === denial.route && !isOtherLetter && isOnItsRoute(denial))
    return 'The denial is on this route already.';
  if (route === 'not_a_denial') {
    return 'A denial cannot be declared none: write it off, or close it on the route that fits, so that its money stays counted.';
  }
  if (route === 'patient_responsibility' && denial.decision.reasons.every((r) => r.group !== 'PR')) {
    return 'No reason of this denial is in group PR: the payer does not make it the patient’s.';
  }
  return null;
}

/** False once it was answered, or taken off its route because its last day had passed: then the same may be begun anew. */
function isOnItsRoute({ state, route }: Denial): boolean {
  return state !== 'awaiting_payer' && (state !== 'needs_review' || firstStateOf(route) === 'needs_review');
}
