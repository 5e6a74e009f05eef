import { sealEvent } from '../audit/event.ts';
import type { DenialId, RemittanceId } from '../ids.ts';
import type { PayerType } from '../payer/profile.ts';
import { practiceIdOf } from '../remittance/business-identity.ts';
import type { RemittanceHeader } from '../remittance/remittance.ts';
import { earlierOf, parseCalendarDate } from '../time/calendar-date.ts';
import type { Decision } from './decision.ts';
import type { Denial, DenialEvent, FollowUpType } from './denial.ts';
import { wakeOnOf } from './reminders.ts';
import { UNTOUCHED } from './untouched.ts';

/** What a follow-up is about: a claim payment, or a PLB pair, which has no claim. */
export interface FollowUpOpening {
  readonly followUpId: DenialId;
  readonly remittanceId: RemittanceId;
  readonly ordinal: number;
  readonly header: RemittanceHeader;
  readonly payerType: PayerType;
  readonly claimId: string;
  readonly payerClaimControlNumber: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly type: FollowUpType;
  readonly amountCents: number;
  /** Of a hold; null = look now. */
  readonly dueOn: string | null;
  readonly nextAction: string;
  /** Null where no rule of the rulebook spoke, as of a reversal. */
  readonly decision: Decision | null;
  /** ISO UTC instant and the day it is, in the organisation's time zone. */
  readonly at: string;
  readonly today: string;
}

/**
 * A follow-up as it is opened: a record like a denial's, so that queue, sweep and audit are the same, but with no
 * message that would start an execution.
 */
export function newFollowUp(opening: FollowUpOpening): {
  readonly denial: Denial;
  readonly event: DenialEvent;
} {
  const { followUpId, header, type, amountCents, dueOn, at, today } = opening;
  const decision = opening.decision ?? noDecision(type, opening.nextAction);
  // A hold without a date would be forgotten: a person looks at once.
  const state = type === 'hold' && dueOn !== null ? 'awaiting_payer' : 'needs_review';
  const event = sealEvent({
    denialId: followUpId,
    version: 1,
    at,
    actor: { kind: 'rule', ruleId: decision.ruleId, rulebookVersion: decision.rulebookVersion },
    type: 'FollowUpOpened',
    before: null,
    after: { state, route: decision.route },
    reason: null,
    detail: { remittanceId: opening.remittanceId, followUp: type, amountCents, dueOn },
    prevHash: null,
  });
  const placed: Parameters<typeof wakeOnOf>[0] & Pick<Denial, 'followUp' | 'state'> = {
    state,
    nextAction: opening.nextAction,
    candidate: null,
    sendBy: null,
    deadlines: [],
    lastReminder: null,
    followUp: { type, dueOn },
  };
  const denial: Denial = {
    ...placed,
    denialId: followUpId,
    remittanceId: opening.remittanceId,
    clpOrdinal: opening.ordinal,
    practiceId: practiceIdOf(header.payee),
    payerId: header.payer.id,
    payerName: header.payer.name,
    payerType: opening.payerType,
    claimId: opening.claimId,
    payerClaimControlNumber: opening.payerClaimControlNumber,
    amountCents,
    chargeCents: opening.chargeCents,
    paidCents: opening.paidCents,
    noticeOn: earlierOf(parseCalendarDate(header.producedOn), parseCalendarDate(header.paidOn)),
    decision: { ...decision, trace: [] },
    route: decision.route,
    ...UNTOUCHED,
    lastEventHash: event.hash,
    wakeOn: wakeOnOf(placed, today),
    openedAt: at,
    changedAt: at,
  };
  return { denial, event };
}

/** The record's shape asks for a decision; this one says that no rule of the rulebook made it. */
function noDecision(type: FollowUpType, explanation: string): Decision {
  return {
    class: 'non_denial',
    level: 'claim',
    amountCents: 0,
    category: 'payment_info',
    route: 'review',
    mechanism: 'none',
    appealable: 'no',
    ruleId: `follow-up.${type}`,
    rulebookVersion: 'none',
    reasons: [],
    explanation,
    preventable: 'sometimes',
    preventedBy: null,
    requiredDocuments: [],
    alsoRoutes: [],
    contradiction: null,
    trace: [],
  };
}
