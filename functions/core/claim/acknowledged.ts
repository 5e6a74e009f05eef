import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import type { Acknowledgement, AcknowledgementOutcome } from './acknowledgement.ts';
import { billingIdsOf, type Claim } from './claim.ts';
import { withoutZeros } from './control-number.ts';

/** Control numbers and claim numbers are used again; an acknowledgement comes within days, at most weeks. */
const LATEST_DAYS = 60;

/** Whether an acknowledgement is about this claim. */
export function isAcknowledgementOf(acknowledgement: Acknowledgement, claim: Claim): boolean {
  if (!isInTime(acknowledgement, claim)) return false;
  const { submission } = claim;
  switch (acknowledgement.kind) {
    case 'claim': {
      if (acknowledgement.claimId.toUpperCase() !== claim.claimId.toUpperCase()) return false;
      const { submissionReference: named } = acknowledgement;
      // Clearinghouses put a number of their own here: another one does not exclude it, the charge does.
      const isNamed = named !== '' && named === submission.reference;
      const { chargeCents } = acknowledgement;
      return isNamed || chargeCents === null || chargeCents === claim.chargeCents;
    }
    case 'submission': {
      const { submissionReference, billing } = acknowledgement;
      if (submissionReference === '' || submissionReference !== submission.reference) return false;
      if (billing === null || (billing.npi === null && billing.tin === null)) return true;
      const own = billingIdsOf(claim);
      return billing.npi !== null ? billing.npi === own.npi : billing.tin === own.tin;
    }
    case 'transaction': {
      const { groupControlNumber, set, transaction, senderId, receiverId } = acknowledgement;
      if (set !== '' && set !== '837') return false;
      if (withoutZeros(groupControlNumber) !== withoutZeros(submission.groupControlNumber)) return false;
      if (transaction !== '' && withoutZeros(transaction) !== withoutZeros(submission.transaction))
        return false;
      // Sender and receiver change places; one of the two may be written in another way.
      return senderId === submission.receiverId || receiverId === submission.senderId;
    }
  }
}

/** How far the claim got: the last word of the payer or clearinghouse about it. */
export interface AcceptanceOfClaim {
  readonly outcome: AcknowledgementOutcome;
  readonly on: string | null;
  readonly by: { readonly name: string; readonly id: string };
}

/**
 * The outcome of all acknowledgements of one claim. What is said of the claim itself (277CA) outweighs what is said of
 * its submission or transaction; of the same kind the latest holds, and on the same day a rejection.
 *
 * @returns null while nothing was acknowledged
 */
export function acceptanceOf(acknowledgements: readonly Acknowledgement[]): AcceptanceOfClaim | null {
  const weight = { claim: 2, submission: 1, transaction: 0 } as const;
  const [first] = acknowledgements.toSorted(
    (a, b) =>
      weight[b.kind] - weight[a.kind] ||
      compare(b.on ?? '', a.on ?? '') ||
      Number(b.outcome === 'rejected') - Number(a.outcome === 'rejected') ||
      Number(a.outcome === 'received') - Number(b.outcome === 'received'),
  );
  return first === undefined ? null : { outcome: first.outcome, on: first.on, by: first.by };
}

function isInTime({ on }: Acknowledgement, { submission: { submittedOn } }: Claim): boolean {
  if (on === null || submittedOn === null) return true;
  const sent = submittedOn as CalendarDate;
  // A day earlier: the two clocks may stand in different time zones.
  return on >= addDays(sent, -1) && on <= addDays(sent, LATEST_DAYS);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
