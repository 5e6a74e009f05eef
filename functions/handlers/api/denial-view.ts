import { actionsOf } from '../../core/access/actions-of.ts';
import type { CodeWords } from '../../core/appeal/gather-facts.ts';
import type { Denial } from '../../core/denial/denial.ts';
import type { UserRecord } from '../../ports/settings.ts';

/** A denial as a client sees it: in words, with what its reader may do. No patient's name, no token, no storage key. */
export function denialView(denial: Denial, user: UserRecord, words: CodeWords, asOf: string): object {
  const { candidate, approval, handover, lastEventHash, wakeOn, lastReminder, decision, ...head } = denial;
  return {
    ...head,
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
      templateId: candidate.templateId,
      renderedAt: candidate.renderedAt,
      missing: candidate.missing,
    },
    approval: approval && {
      sha256: approval.sha256,
      approvedBy: approval.approvedBy,
      approvedAt: approval.approvedAt,
      holdUntil: approval.holdUntil,
    },
    handover,
    actions: actionsOf(user, denial),
    asOf,
  };
}

/** One row of a list. */
export function denialRow(denial: Denial): object {
  const { denialId, practiceId, payerName, payerType, claimId, amountCents, decision, route } = denial;
  const { state, sendBy, nextAction, level, version, assignee } = denial;
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
    version,
  };
}

function kindOf({ followUp }: Denial): 'denial' | 'follow_up' {
  return followUp === null ? 'denial' : 'follow_up';
}
