import type { FollowUpType } from '../denial/denial.ts';
import type { DenialId } from '../ids.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../time/calendar-date.ts';
import { type Adjudication, decidedOn, payerOrderOf, remarksOf } from './adjudication.ts';
import type { Family, Member } from './relate.ts';
import { isSamePayer } from './same-claim.ts';

/** Work that an adjudication asks for without denying anything. */
export interface WantedFollowUp<A extends Adjudication = Adjudication> {
  /** Of the adjudication. */
  readonly id: DenialId;
  readonly adjudication: A;
  readonly type: FollowUpType;
  /** The money in question: taken back, held or taken off; 0 where none is named. */
  readonly amountCents: number;
  readonly dueOn: string | null;
  readonly nextAction: string;
}

/** For decisions of before the rulebook said how long, and for corrections that a reversal announces. */
const USUAL_WAIT_DAYS = 30;

/** "We did not send this on": the provider bills the next payer itself (X12 RARC list). */
const NOT_SENT_ON = ['MA08', 'MA19', 'MA68', 'N387'];
const SENT_ON = ['MA07', 'MA18', 'N89'];

/** Reversals that announce a new decision: an appeal, our own change, a rate or a share set right (X12 RARC list). */
const CORRECTION_COMES = ['N689', 'N690', 'N691', 'N692', 'N694', 'N695', 'N697'];
/** "Cancelled by the provider". */
const CANCELLED_BY_US = 'N693';

/**
 * The follow-ups of a family, as it stands now: at most one for each adjudication that opens no denial.
 *
 * @param hasLaterPayer whether the claim as sent names a payer after this one; asked only where it matters
 */
export function followUpsOf<A extends Adjudication>(
  family: Family<A>,
  hasLaterPayer: (member: Member<A>) => boolean,
): readonly WantedFollowUp<A>[] {
  return family.members.flatMap((member) => {
    const wanted = followUpOf(member, family, hasLaterPayer);
    return wanted === null ? [] : [{ id: member.id, adjudication: member.adjudication, ...wanted }];
  });
}

/** Paid, with something left over, by a payer that did not send the claim on, and unanswered by the next. */
export function mayOweSecondary<A extends Adjudication>(member: Member<A>, family: Family<A>): boolean {
  const { adjudication, standing } = member;
  const { claim } = adjudication;
  if (standing !== 'in_force' || adjudication.decision?.class === 'denial') return false;
  if (claim.paidCents <= 0 || !['1', '2'].includes(claim.status) || isSentOn(adjudication)) return false;
  const order = payerOrderOf(adjudication) ?? 1;
  return !family.members.some(
    (other) =>
      (payerOrderOf(other.adjudication) ?? 0) > order && !isSamePayer(other.adjudication, adjudication),
  );
}

type Wanted = Omit<WantedFollowUp, 'id' | 'adjudication'>;

function followUpOf<A extends Adjudication>(
  member: Member<A>,
  family: Family<A>,
  hasLaterPayer: (member: Member<A>) => boolean,
): Wanted | null {
  const { adjudication, standing } = member;
  // What we voided ourselves comes back as a reversal that nothing corrects.
  if (standing === 'reversal') {
    const { frequency, chargeCents } = adjudication.claim;
    return member.uncorrected && frequency !== '8' && chargeCents !== 0 ? ofReversal(adjudication) : null;
  }
  if (standing !== 'in_force') return null;
  // That denial goes back to a person with the same news.
  if (family.members.some(({ answer }) => answer?.saysUpheld === true && answer.by === member.id))
    return null;
  return ofDecision(adjudication) ?? secondaryBilling(member, family, hasLaterPayer);
}

/** A correction that is announced is waited for; what comes of nothing, or of a reason to look into, is a recoupment. */
function ofReversal(reversal: Adjudication): Wanted {
  const amountCents = Math.max(0, -reversal.claim.paidCents);
  const remarks = remarksOf(reversal);
  const dueOn = dayAfter(reversal, USUAL_WAIT_DAYS);
  if (reversal.decision === null && CORRECTION_COMES.some((remark) => remarks.has(remark))) {
    const nextAction =
      'Nothing yet: the payer took its decision back to decide anew. It comes back to the queue if no new decision comes in time.';
    return { type: 'hold', amountCents, dueOn, nextAction };
  }
  return { type: 'recoupment', amountCents, dueOn: null, nextAction: whyTakenBack(reversal, remarks) };
}

function whyTakenBack({ claim, decision }: Adjudication, remarks: ReadonlySet<string>): string {
  if (decision !== null) return decision.explanation;
  if (remarks.has(CANCELLED_BY_US))
    return 'The payer says that we canceled this claim: check that we did, and dispute it if not.';
  return claim.paidCents < 0
    ? 'The payer took this payment back and sent no new decision: find out why, and answer or accept it.'
    : 'The payer took its decision back and sent no new one: ask for it.';
}

function ofDecision(adjudication: Adjudication): Wanted | null {
  const { decision } = adjudication;
  if (decision === null || decision.class === 'denial') return null;
  const amountCents = decision.reasons.reduce((sum, reason) => sum + Math.max(0, reason.amountCents), 0);
  if (decision.class === 'hold') {
    return {
      type: 'hold',
      amountCents,
      dueOn: dayAfter(adjudication, decision.waitDays ?? USUAL_WAIT_DAYS),
      nextAction: 'Nothing yet: the claim is pending. It comes back to the queue if no answer comes in time.',
    };
  }
  switch (decision.route) {
    case 'not_a_denial':
    case 'patient_responsibility':
      return null;
    case 'bill_other_payer':
      return { type: 'secondary_billing', amountCents, dueOn: null, nextAction: BILL_NEXT };
    case 'review':
    case 'appeal':
    case 'documentation':
    case 'correct_resubmit':
    case 'write_off': {
      const isZeroAllowed = decision.ruleId.startsWith('suspect.');
      return {
        type: isZeroAllowed ? 'zero_allowed' : 'payment_question',
        amountCents,
        dueOn: null,
        nextAction: isZeroAllowed
          ? 'Compare with the contract: the payer allowed nothing. Ask for a corrected payment, or note why it is right.'
          : 'Read what the payer says of this payment, do what it asks for, and note it.',
      };
    }
  }
}

const BILL_NEXT = 'Bill the next payer with this remittance, and note it.';

function secondaryBilling<A extends Adjudication>(
  member: Member<A>,
  family: Family<A>,
  hasLaterPayer: (member: Member<A>) => boolean,
): Wanted | null {
  if (!mayOweSecondary(member, family)) return null;
  const { adjudication } = member;
  const remarks = remarksOf(adjudication);
  const owedCents = Math.max(0, adjudication.claim.patientResponsibilityCents);
  const isAsked = NOT_SENT_ON.some((remark) => remarks.has(remark));
  if (!isAsked && (owedCents === 0 || !hasLaterPayer(member))) return null;
  return { type: 'secondary_billing', amountCents: owedCents, dueOn: null, nextAction: BILL_NEXT };
}

/** CLP02 19, 20, 21, a crossover carrier (NM1*TT), or a remark that says so. */
function isSentOn(adjudication: Adjudication): boolean {
  const remarks = remarksOf(adjudication);
  return (
    adjudication.claim.parties.some(({ entity }) => entity === 'TT') ||
    SENT_ON.some((remark) => remarks.has(remark))
  );
}

function dayAfter(adjudication: Adjudication, days: number): string | null {
  const day: CalendarDate | null = parseCalendarDate(decidedOn(adjudication));
  return day === null ? null : addDays(day, days);
}
