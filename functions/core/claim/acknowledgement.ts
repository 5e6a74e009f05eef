import type { BillingIds } from './claim.ts';

/**
 * `received` is neither: a forwarding or a receipt that does not say that the claim goes into adjudication
 * (277CA categories A0 and A1 without an action code).
 */
export type AcknowledgementOutcome = 'accepted' | 'rejected' | 'received';

/** One STC code of a 277CA. */
export interface ClaimStatus {
  /** Claim status category: A0 to A8. */
  readonly category: string;
  /** Claim status code. */
  readonly code: string;
  /** Whom it is about, e.g. 85 billing provider; '' when not sent. */
  readonly entity: string;
}

interface Sent {
  /** Position in the file, from 1. */
  readonly ordinal: number;
  readonly outcome: AcknowledgementOutcome;
  /** Day of the decision, else of the file. */
  readonly on: string | null;
  /** Who acknowledges: payer or clearinghouse. */
  readonly by: { readonly name: string; readonly id: string };
}

/** 277CA, loop 2200D: what became of one claim before adjudication. */
export interface ClaimAcknowledgement extends Sent {
  readonly kind: 'claim';
  /** TRN02 = CLM01. */
  readonly claimId: string;
  /** REF*1K, which is CLP07 later; '' when not assigned. */
  readonly payerClaimControlNumber: string;
  readonly billing: BillingIds;
  /** The BHT03 of the submission (2200B TRN02), '' when not sent. */
  readonly submissionReference: string;
  readonly statuses: readonly ClaimStatus[];
  /** STC12, the payer's own words. */
  readonly message: string;
  readonly chargeCents: number | null;
  readonly serviceFrom: string | null;
  readonly serviceTo: string | null;
  /** What it calls its sender (2100A NM101: PR or AY); absent where it says neither, and in older records. */
  readonly sender?: 'payer' | 'clearinghouse' | undefined;
}

/** 277CA, loops 2200B and 2200C: the whole submission, or all of one provider in it. */
export interface SubmissionAcknowledgement extends Sent {
  readonly kind: 'submission';
  readonly submissionReference: string;
  /** Null where it is about the whole submission. */
  readonly billing: BillingIds | null;
  readonly statuses: readonly ClaimStatus[];
  readonly message: string;
}

/** 999 (or 997): whether one transaction of a group keeps the rules of the standard. */
export interface TransactionAcknowledgement extends Sent {
  readonly kind: 'transaction';
  /** AK102 = GS06 of what was sent. */
  readonly groupControlNumber: string;
  /** AK201 and AK202 (= ST02); '' where the group is answered as a whole. */
  readonly set: string;
  readonly transaction: string;
  /** IK501 or AK901: A, E (accepted with errors), P (in part), M, R, W, X. */
  readonly code: string;
  /** IK502 to IK506. */
  readonly reasons: readonly string[];
  readonly errors: readonly SegmentError[];
  /** GS02 and GS03 of the acknowledgement: sender and receiver are the other way round in what was sent. */
  readonly senderId: string;
  readonly receiverId: string;
}

/** IK3 with its IK4: where the error is. Never what stood there. */
export interface SegmentError {
  readonly segment: string;
  /** Position of the segment in its transaction, from 1 (ST). */
  readonly position: number | null;
  readonly loop: string;
  readonly code: string;
  readonly elements: readonly { readonly element: string; readonly code: string }[];
}

export type Acknowledgement = ClaimAcknowledgement | SubmissionAcknowledgement | TransactionAcknowledgement;
