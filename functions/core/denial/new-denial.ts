import { sealEvent } from '../audit/event.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { IN_HISTORY_REVIEW } from '../history/history-review.ts';
import { denialIdOf, type RemittanceId } from '../ids.ts';
import type { PayerProfile } from '../payer/profile.ts';
import { practiceIdOf } from '../remittance/business-identity.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import { earlierOf, parseCalendarDate } from '../time/calendar-date.ts';
import type { Decision } from './decision.ts';
import type { Denial, DenialEvent, OutboxMessage } from './denial.ts';
import { BEING_ROUTED } from './next-action.ts';
import { sendByOf, wakeOnOf } from './reminders.ts';
import { UNTOUCHED } from './untouched.ts';

// A record of the store holds 400 kB. The whole trace of a claim of hundreds of lines stays with its ClaimPayment.
const TRACE_STEPS_KEPT = 200;

/**
 * The denial of one ClaimPayment as it is opened: version 1, waiting to be routed, with its first event and the
 * message that starts its execution. The same input gives the same record, whoever opens it.
 */
export function newDenial(opening: {
  readonly remittanceId: RemittanceId;
  readonly header: RemittanceHeader;
  readonly claim: ClaimPayment;
  readonly payer: PayerProfile;
  /** Of class `denial`. */
  readonly decision: Decision;
  readonly deadlines: readonly Deadline[];
  /** ISO UTC instant and the day it is, in the organisation's time zone. */
  readonly at: string;
  readonly today: string;
  /** Of a file marked as history: before which day (yyyy-mm-dd). The denial then waits in the list of history. */
  readonly historyBefore?: string | undefined;
}): { readonly denial: Denial; readonly event: DenialEvent; readonly outbox: readonly OutboxMessage[] } {
  const { remittanceId, header, claim, payer, decision, at, today, historyBefore } = opening;
  const deadlines = [...opening.deadlines];
  const denialId = denialIdOf(remittanceId, claim.ordinal);
  const sendBy = sendByOf(deadlines);
  const event = sealEvent({
    denialId,
    version: 1,
    at,
    actor: { kind: 'rule', ruleId: decision.ruleId, rulebookVersion: decision.rulebookVersion },
    type: 'DenialOpened',
    before: null,
    after: { state: 'needs_review', route: decision.route },
    reason: null,
    detail: {
      remittanceId,
      amountCents: decision.amountCents,
      category: decision.category,
      mechanism: decision.mechanism,
      appealable: decision.appealable,
      payerType: payer.payerType,
      ...(historyBefore !== undefined && { historyBefore }),
    },
    prevHash: null,
  });
  const placed = {
    state: 'needs_review',
    nextAction: historyBefore === undefined ? BEING_ROUTED : IN_HISTORY_REVIEW,
    candidate: null,
    sendBy,
    deadlines,
    lastReminder: null,
  } as const;
  const denial: Denial = {
    ...placed,
    denialId,
    remittanceId,
    clpOrdinal: claim.ordinal,
    practiceId: practiceIdOf(header.payee),
    payerId: header.payer.id,
    payerName: header.payer.name,
    payerType: payer.payerType,
    claimId: claim.claimId,
    payerClaimControlNumber: claim.payerClaimControlNumber,
    amountCents: decision.amountCents,
    chargeCents: claim.chargeCents,
    paidCents: claim.paidCents,
    noticeOn: earlierOf(parseCalendarDate(header.producedOn), parseCalendarDate(header.paidOn)),
    decision: { ...decision, trace: decision.trace.slice(0, TRACE_STEPS_KEPT) },
    route: decision.route,
    ...UNTOUCHED,
    lastEventHash: event.hash,
    followUp: null,
    history: historyBefore === undefined ? null : { before: historyBefore, review: 'open' },
    wakeOn: wakeOnOf(placed, today),
    openedAt: at,
    changedAt: at,
  };
  const start = { kind: 'start', denialId, level: 1, attempt: 1, version: 1 } as const;
  return { denial, event, outbox: historyBefore === undefined ? [start] : [] };
}
