import { clocksOf } from '../deadline/clocks.ts';
import type { CompiledClocks } from '../deadline/compile.ts';
import type { Deadline } from '../deadline/deadline.ts';
import type { Denial } from '../denial/denial.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import { lastDecisionOf, openedBy } from './last-decision.ts';

export interface ClockBasis {
  readonly claim: ClaimPayment;
  readonly header: RemittanceHeader;
  readonly payer: PayerProfile;
}

/**
 * The clocks of a denial as it stands, on this route: those that the payer's decision opened, where it has decided an
 * appeal, else those of the remittance; and the day by which it wants more, where it asked for that. A talk with the
 * payer that took place needs no clock any more.
 */
export function clocksNow(denial: Denial, basis: ClockBasis, clocks: CompiledClocks): Deadline[] {
  const { decision, datesOnPaper: onPaper, openedAt } = denial;
  // A notice uses the clock of no route: it must leave before the first right lapses, as in review.
  const route = denial.letterKind === 'notice' ? 'review' : denial.route;
  const atHandOn = openedAt.slice(0, 'yyyy-mm-dd'.length);
  const opened = openedBy(denial, basis.payer, clocks);
  const counted =
    opened === null
      ? clocksOf({ ...basis, decision: { ...decision, route }, onPaper, atHandOn }, clocks)
      : opened.next.kind === 'no_further_level'
        ? []
        : opened.next.deadlines;
  const talked = denial.answers.some(({ action }) => action === 'peer_to_peer');
  const running = talked ? counted.filter(({ kind }) => kind !== 'peer_to_peer') : counted;
  const wanted = wantedClock(denial);
  return wanted === null
    ? [...running]
    : [wanted, ...running.map((deadline) => (deadline.governs ? { ...deadline, governs: false } : deadline))];
}

/** The payer's own day for what it still wants; without one that is said. */
function wantedClock(denial: Denial): Deadline | null {
  if (denial.state !== 'collecting_documents') return null;
  const last = lastDecisionOf(denial);
  if (last === null || last.decision !== 'more_wanted') return null;
  const { wantedBy, decidedOn, evidence } = last;
  const isDated = wantedBy !== null;
  return {
    kind: 'records',
    level: null,
    safeBy: wantedBy,
    lastDay: wantedBy,
    sendBy: wantedBy,
    notBefore: null,
    basis: isDated ? 'payer_default' : 'not_configured',
    countedFrom: isDated ? 'the payer’s request' : null,
    startsOn: isDated ? decidedOn : null,
    evidence,
    source: isDated ? `The payer’s request (${evidence})` : null,
    ruleId: null,
    ruleVersion: null,
    confidence: 'high',
    counting: null,
    governs: true,
    note: isDated ? null : 'The payer wants more and names no day: ask by when it must have it.',
  };
}
