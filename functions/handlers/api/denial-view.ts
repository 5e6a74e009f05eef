import type { OfferedAction } from '../../core/access/actions-of.ts';
import type { Levels } from '../../core/answer/levels.ts';
import { nextLevelOffer } from '../../core/answer/next-level-offer.ts';
import type { CodeWords } from '../../core/appeal/gather-facts.ts';
import type { CompiledClocks } from '../../core/deadline/compile.ts';
import { clocksToCome } from '../../core/deadline/next-level.ts';
import { standingOf } from '../../core/deadline/standing.ts';
import { usesClock, warningsOf } from '../../core/deadline/warnings.ts';
import { sayStanding } from '../../core/delivery/evidence.ts';
import { deliveryShown } from '../../core/delivery/shown.ts';
import type { Denial } from '../../core/denial/denial.ts';
import type { OutcomeTable } from '../../core/priority/outcome-shares.ts';
import { priorityFactsOf, priorityOf } from '../../core/priority/priority.ts';
import { documentView } from './document-view.ts';

interface ViewRules {
  readonly words: CodeWords;
  readonly clocks: CompiledClocks;
  readonly levels: Levels;
}

/** A denial as a client sees it: in words, with what its reader may do. No patient's name, no token, no storage key. */
export function denialView(
  denial: Denial,
  actions: readonly OfferedAction[],
  { words, clocks, levels }: ViewRules,
  outcomes: OutcomeTable,
  asOf: string,
): object {
  const {
    candidate,
    approval,
    handover,
    lastEventHash,
    wakeOn,
    lastReminder,
    closedAt,
    decision,
    documents,
    ...head
  } = denial;
  return {
    ...head,
    documents: documents.map(documentView),
    kind: kindOf(denial),
    decision: {
      ...decision,
      reasons: decision.reasons.map((reason) => ({
        ...reason,
        wording: words.carc(reason.carc),
        remarksInWords: reason.remarks.map((code) => ({ code, wording: words.rarc(code) })),
      })),
    },
    candidate: candidate && {
      number: candidate.number,
      sha256: candidate.sha256,
      pageCount: candidate.pageCount,
      templateId: candidate.templateId,
      renderedAt: candidate.renderedAt,
      requiredDocuments: candidate.requiredDocuments,
      missing: candidate.missing,
    },
    approval: approval && {
      sha256: approval.sha256,
      approvedBy: approval.approvedBy,
      approvedAt: approval.approvedAt,
      holdUntil: approval.holdUntil,
    },
    handover,
    delivery: deliveryView(denial),
    ...portfolioOf(denial, clocks, outcomes, asOf),
    nextLevel: nextLevelOffer(denial, levels, asOf),
    actions,
    asOf,
  };
}

/** How its packet leaves, and no more than its evidence says of how far it came. */
function deliveryView(denial: Denial): object | null {
  const shown = deliveryShown(denial);
  return shown && { ...shown, standingInWords: shown.standing === null ? null : sayStanding(shown.standing) };
}

/** The clocks with where each stands today, what does not stop them, what may come later, and what that makes urgent. */
function portfolioOf(denial: Denial, clocks: CompiledClocks, outcomes: OutcomeTable, asOf: string): object {
  const { deadlines, payerType, route, decision } = denial;
  const remarks = decision.reasons.flatMap((reason) => reason.remarks);
  return {
    deadlines: deadlines.map((deadline) => ({ ...deadline, standing: standingOf(deadline, asOf) })),
    clockWarnings: usesClock(route) ? warningsOf(deadlines, payerType, clocks) : [],
    clocksToCome: deadlines.length === 0 ? [] : clocksToCome({ payerType }, remarks, clocks),
    priority: priorityOf(priorityFactsOf(denial), asOf, outcomes),
  };
}

/** One row of a list. */
export function denialRow(denial: Denial, outcomes: OutcomeTable, asOf: string): object {
  const { denialId, practiceId, payerName, payerType, claimId, amountCents, decision, route } = denial;
  const { state, sendBy, nextAction, level, version, assignee, pend } = denial;
  return {
    denialId,
    kind: kindOf(denial),
    followUp: denial.followUp,
    practiceId,
    payerName,
    payerType,
    claimId,
    amountCents,
    category: decision.category,
    reasons: decision.reasons.map(({ group, carc, remarks }) => ({ group, carc, remarks })),
    route,
    state,
    level,
    sendBy,
    nextAction,
    assignee,
    pend,
    priority: priorityOf(priorityFactsOf(denial), asOf, outcomes),
    version,
  };
}

function kindOf({ followUp }: Denial): 'denial' | 'follow_up' {
  return followUp === null ? 'denial' : 'follow_up';
}
