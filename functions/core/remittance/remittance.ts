import type { RemittanceId } from '../ids.ts';
import type { Delimiters } from '../x12/delimiters.ts';

/** One CAS triple. A positive amount lowers the payment (835 TR3 balancing). */
export interface Adjustment {
  /** CO, PR, OA, PI; CR in 4010; anything else as found, upper case. */
  readonly group: string;
  /** CARC, upper case, no leading zeros. */
  readonly carc: string;
  readonly amountCents: number;
  readonly quantity: number | null;
}

/** SVC01 or SVC06: qualifier (HC, NU, …), code and up to four modifiers. */
export interface Procedure {
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
}

/**
 * A segment without a field of its own, kept where it stood: PER, QTY, MIA, MOA, TS2, TS3, dates and codes of other
 * kinds, segments out of place.
 */
export interface OtherSegment {
  readonly id: string;
  /** Element 1 and on, without blanks around them. */
  readonly elements: readonly string[];
  readonly byteStart: number;
}

/** A REF or AMT segment: qualifier and value as sent. */
export interface Reference {
  readonly qualifier: string;
  readonly value: string;
}
export interface QualifiedAmount {
  readonly qualifier: string;
  readonly amountCents: number;
}

/** One NM1 of loop 2100. `id` with its qualifier (MI, MR, HN, 34, II, XX, PI, …). */
export interface Party {
  readonly entity: string;
  readonly lastOrOrganisationName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly idQualifier: string;
  readonly id: string;
}

/** One SVC loop (2110). */
export interface ServiceLine {
  /** Position within the claim, from 1. */
  readonly ordinal: number;
  readonly procedure: Procedure | null;
  /** SVC06, when the payer adjudicated another code than the one billed. */
  readonly submittedProcedure: Procedure | null;
  readonly revenueCode: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  /** SVC05; absent = 1. */
  readonly unitsPaid: number;
  /** SVC07, null when not sent. */
  readonly unitsSubmitted: number | null;
  /** yyyy-mm-dd from DTM*472, else 150/151; null when the line carries no date. */
  readonly serviceFrom: string | null;
  readonly serviceTo: string | null;
  readonly adjustments: readonly Adjustment[];
  /** RARCs from LQ*HE, upper case, in order, repeats kept. */
  readonly remarks: readonly string[];
  /** NCPDP reject codes from LQ*RX. */
  readonly rejectCodes: readonly string[];
  readonly references: readonly Reference[];
  readonly amounts: readonly QualifiedAmount[];
  readonly otherSegments: readonly OtherSegment[];
}

/** One CLP loop (2100): the payer's adjudication of one claim at one time. */
export interface ClaimPayment {
  /** Position of the CLP in its transaction, from 1. */
  readonly ordinal: number;
  /** CLP01, the patient control number. */
  readonly claimId: string;
  /** CLP02, upper case, no leading zeros. */
  readonly status: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly patientResponsibilityCents: number;
  /** CLP06. */
  readonly filingIndicator: string;
  /** CLP07, '' when not sent. */
  readonly payerClaimControlNumber: string;
  readonly facilityType: string;
  /** CLP09. */
  readonly frequency: string;
  readonly adjustments: readonly Adjustment[];
  /** RARCs from MIA and MOA. */
  readonly remarks: readonly string[];
  /** NM1 loops: QC patient, IL insured, 74 corrected, 82 rendering, TT crossover, PR priority payer, GB other subscriber. */
  readonly parties: readonly Party[];
  readonly references: readonly Reference[];
  readonly amounts: readonly QualifiedAmount[];
  readonly statementFrom: string | null;
  readonly statementTo: string | null;
  /** DTM*050. */
  readonly receivedOn: string | null;
  /** DTM*036. */
  readonly coverageExpiredOn: string | null;
  readonly lines: readonly ServiceLine[];
  /** Those of the claim itself, before its first line. */
  readonly otherSegments: readonly OtherSegment[];
  /** Bytes of the input from the CLP to after its last segment: its text as sent, and where a load may go on. */
  readonly byteStart: number;
  readonly byteEnd: number;
}

/** What is known before the first CLP. */
export interface RemittanceHeader {
  /** Position of the ST in the file, from 1. */
  readonly ordinal: number;
  /** ST02. */
  readonly transaction: string;
  /** GS08 or ST03. */
  readonly version: string;
  /** BPR01: I, C, D, P, U, X, H. */
  readonly handling: string;
  /** BPR02. */
  readonly paymentCents: number;
  /** BPR04. */
  readonly paymentMethod: string;
  /** BPR16. */
  readonly paidOn: string | null;
  /** DTM*405. */
  readonly producedOn: string | null;
  /** TRN02. */
  readonly traceNumber: string;
  readonly payer: Payer;
  readonly payee: Payee;
  readonly currency: string;
}

export interface Payer {
  /** N1*PR 04, else REF*2U, else TRN03. */
  readonly id: string;
  readonly name: string;
  /** N3/N4 joined, '' when not sent. */
  readonly address: string;
}

export interface Payee {
  readonly npi: string | null;
  readonly tin: string | null;
  readonly name: string;
}

/** One reason/amount pair of a PLB. */
export interface ProviderAdjustment {
  readonly providerId: string;
  readonly reason: string;
  readonly reference: string;
  readonly amountCents: number;
}

/** What is known at SE. */
export interface RemittanceTrailer {
  readonly remittanceId: RemittanceId;
  readonly providerAdjustments: readonly ProviderAdjustment[];
  readonly claimCount: number;
  readonly lineCount: number;
  readonly paidCents: number;
  readonly chargeCents: number;
  readonly balanced: boolean;
  /** Sum of the CLP04 less sum of the PLB less BPR02. */
  readonly imbalanceCents: number;
  readonly unbalancedClaims: number;
  readonly byteStart: number;
  readonly byteEnd: number;
}

/** Odd but read. `code` is stable; `message` is for a biller and holds nothing of the patient. */
export interface ReadingNotice {
  readonly code: string;
  readonly message: string;
  /** ST02, null outside a transaction. */
  readonly transaction: string | null;
  /** Ordinal of the ST in the file. */
  readonly ordinal: number | null;
  /** Number of the segment in the file, from 1. */
  readonly segment: number | null;
  readonly byteOffset: number | null;
}

/** Bytes of the input that were not read, and the CLP segments in them, whether or not told as `claim` before. */
export interface Unread {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly claims: number;
}

/**
 * What the reader reports, in file order. A transaction that cannot be read whole ends in `exception` and never in
 * `remittance`. Every CLP of the input is counted once: in the claims of a remittance or in something unread.
 */
export type ReaderEvent =
  | { readonly kind: 'header'; readonly header: RemittanceHeader; readonly delimiters: Delimiters }
  | { readonly kind: 'claim'; readonly header: RemittanceHeader; readonly claim: ClaimPayment }
  | {
      readonly kind: 'remittance';
      readonly header: RemittanceHeader;
      readonly trailer: RemittanceTrailer;
      /** Those of the payment, before, between and after its claims. */
      readonly otherSegments: readonly OtherSegment[];
    }
  | { readonly kind: 'exception'; readonly notice: ReadingNotice; readonly unread: Unread }
  /** `unread`: text outside the envelope, which is left out. */
  | { readonly kind: 'warning'; readonly notice: ReadingNotice; readonly unread?: Unread }
  /** A whole transaction of another kind (837, 277, 999, …) that this reader does not read. */
  | {
      readonly kind: 'other_transaction';
      readonly set: string;
      readonly notice: ReadingNotice;
      readonly unread: Unread;
    };
