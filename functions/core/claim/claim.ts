import type { Adjustment, Procedure, QualifiedAmount, Reference } from '../remittance/remittance.ts';

/** Bytes of the file from `byteStart` to before `byteEnd`, as Latin-1 text: each character is one byte, so nothing is lost. */
export interface RawPart {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly text: string;
}

/**
 * The claim as it stood in the file. The parts follow each other in the file without a gap, each from its first
 * segment to before the first segment of the next one, line ends included. A part that the file does not have is null.
 */
export interface RawClaim {
  /** ST to before the first billing provider: BHT, submitter and receiver. */
  readonly opening: RawPart;
  /** Loop 2000A. */
  readonly billingProvider: RawPart | null;
  /** Loop 2000B. */
  readonly subscriber: RawPart | null;
  /** Loop 2000C; null where the subscriber is the patient. */
  readonly patient: RawPart | null;
  /** Loop 2300, from CLM. */
  readonly claim: RawPart;
  /** Characters that separate elements, components and segments; component is '' where no ISA declares one. */
  readonly separators: { readonly element: string; readonly component: string; readonly terminator: string };
}

/** One NM1 with what follows it: N3/N4, PRV and REF. */
export interface ClaimParty {
  /** NM101: 85 billing, IL subscriber, QC patient, PR payer, 82 rendering, DN referring, DK ordering, 77 facility, 71 attending, … */
  readonly entity: string;
  readonly isPerson: boolean;
  readonly lastOrOrganisationName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly suffix: string;
  /** NM108: XX NPI, MI member id, PI payer id, … */
  readonly idQualifier: string;
  readonly id: string;
  /** N3 and N4 in lines, as on an envelope. */
  readonly address: readonly string[];
  /** PRV03. */
  readonly taxonomy: string;
  readonly references: readonly Reference[];
}

/** Loop 1000 and BHT: what was sent, by whom, to whom and when. */
export interface Submission {
  /** Position of the ST in the file, from 1. */
  readonly ordinal: number;
  /** ST02. */
  readonly transaction: string;
  /** ST03, else GS08. */
  readonly version: string;
  /** BHT03: the submitter's own number; a 277CA names it again. */
  readonly reference: string;
  /** BHT02: 00 original, 18 sent again. */
  readonly purpose: string;
  /** BHT04. */
  readonly submittedOn: string | null;
  /** BHT04 and BHT05 as `yyyy-mm-ddThh:mm`, in the submitter's own time; null without a time. */
  readonly submittedAt: string | null;
  /** GS06; a 999 names it again. */
  readonly groupControlNumber: string;
  /** GS02 and GS03. */
  readonly senderId: string;
  readonly receiverId: string;
  /** NM1*41 and NM1*40. */
  readonly submitter: ClaimParty | null;
  readonly receiver: ClaimParty | null;
}

/** SBR with its subscriber and payer: who is to pay in which order. */
export interface Coverage {
  /** SBR01: P primary, S secondary, T tertiary, … */
  readonly sequence: string;
  /** SBR02: 18 = the patient. '' where the patient has a loop of his own. */
  readonly relationship: string;
  readonly groupNumber: string;
  readonly groupName: string;
  /** SBR09. */
  readonly filingIndicator: string;
  readonly subscriber: ClaimParty | null;
  readonly subscriberBornOn: string | null;
  readonly payer: ClaimParty | null;
}

/** Loop 2320/2330: another payer and, where it came first, what it decided. */
export interface OtherPayer extends Coverage {
  readonly adjustments: readonly Adjustment[];
  readonly amounts: readonly QualifiedAmount[];
  /** AMT*D. */
  readonly paidCents: number | null;
  /** DTP*573. */
  readonly adjudicatedOn: string | null;
  readonly references: readonly Reference[];
  readonly parties: readonly ClaimParty[];
}

export interface Patient {
  readonly party: ClaimParty | null;
  /** PAT01; '18' where the subscriber is the patient. */
  readonly relationship: string;
  readonly bornOn: string | null;
  /** DMG03. */
  readonly sex: string;
}

/** DTP: qualifier and day or days; `time` is `hh:mm` where it was sent. */
export interface QualifiedDate {
  readonly qualifier: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly time: string | null;
}

export type DiagnosisRole = 'principal' | 'other' | 'admitting' | 'reason_for_visit' | 'external_cause';

/** One ICD code of a HI, in the order of the claim. */
export interface Diagnosis {
  readonly role: DiagnosisRole;
  /** ABK, ABF, … (ICD-10) or BK, BF, … (ICD-9). */
  readonly qualifier: string;
  readonly code: string;
  /** Y, N, U or W; '' when not sent. */
  readonly presentOnAdmission: string;
}

/** What else a HI holds: DR group, BG condition, BH occurrence, BI span, BE value, BBR and BBQ procedures. */
export interface OtherCode {
  readonly qualifier: string;
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly amountCents: number | null;
}

/** PWK: a document that belongs to the claim, on paper or elsewhere. */
export interface Attachment {
  /** PWK01, e.g. OZ, 03, M1. */
  readonly reportType: string;
  /** PWK02: AA available on request, BM by mail, EL electronically, FX by fax, … */
  readonly transmission: string;
  /** PWK06. */
  readonly controlNumber: string;
}

export interface Note {
  /** NTE01. */
  readonly qualifier: string;
  readonly text: string;
}

/** SVD: what another payer decided of a line. */
export interface LineAdjudication {
  readonly payerId: string;
  readonly paidCents: number;
  readonly procedure: Procedure | null;
  readonly units: number | null;
  readonly adjustments: readonly Adjustment[];
  readonly adjudicatedOn: string | null;
}

/** One LX loop (2400). */
export interface ClaimLine {
  /** Position in the claim, from 1. */
  readonly ordinal: number;
  /** LX01. */
  readonly number: string;
  readonly procedure: Procedure | null;
  /** SV101-7 or SV202-7. */
  readonly description: string;
  readonly revenueCode: string;
  readonly chargeCents: number;
  readonly units: number | null;
  /** UN units, MJ minutes, DA days. */
  readonly unitBasis: string;
  readonly placeOfService: string;
  /** Positions among the principal and other diagnoses of the claim, from 1. */
  readonly diagnosisPointers: readonly number[];
  readonly serviceFrom: string | null;
  readonly serviceTo: string | null;
  /** REF*6R, which a remittance names again. */
  readonly controlNumber: string;
  /** LIN03 where LIN02 is N4. */
  readonly drugCode: string;
  readonly dates: readonly QualifiedDate[];
  readonly references: readonly Reference[];
  readonly providers: readonly ClaimParty[];
  readonly notes: readonly Note[];
  readonly attachments: readonly Attachment[];
  readonly adjudications: readonly LineAdjudication[];
}

/** CLM11. */
export interface Accident {
  /** AA auto, OA other, EM employment, AP another party. */
  readonly causes: readonly string[];
  readonly state: string;
  readonly country: string;
}

/** One CLM loop (2300) with the loops above it: a claim as it was sent. */
export interface Claim {
  /** Position of the CLM in the file, from 1. */
  readonly ordinal: number;
  readonly kind: 'professional' | 'institutional' | 'dental';
  /** CLM01, which a remittance names as CLP01. */
  readonly claimId: string;
  readonly chargeCents: number;
  /** CLM05-1: place of service, or the first two digits of the type of bill. */
  readonly facilityCode: string;
  /** CLM05-1 and CLM05-3 of an institutional claim, else ''. */
  readonly typeOfBill: string;
  /** CLM05-3: 1 original, 7 replacement, 8 void, … */
  readonly frequency: string;
  /** CLM07: A assigned, … */
  readonly assignment: string;
  readonly accident: Accident | null;
  readonly accidentOn: string | null;
  readonly submission: Submission;
  readonly billingProvider: ClaimParty | null;
  readonly coverage: Coverage | null;
  readonly patient: Patient | null;
  readonly diagnoses: readonly Diagnosis[];
  readonly otherCodes: readonly OtherCode[];
  /** REF*G1. */
  readonly priorAuthorizations: readonly string[];
  /** REF*9F. */
  readonly referrals: readonly string[];
  /** REF*F8: the payer's number of the claim that this one replaces or voids. */
  readonly originalReference: string;
  /** DTP*434, else the first and last day of the lines. */
  readonly serviceFrom: string | null;
  readonly serviceTo: string | null;
  /** DTP*435. */
  readonly admittedOn: string | null;
  /** DTP*431. */
  readonly onsetOn: string | null;
  readonly dates: readonly QualifiedDate[];
  readonly references: readonly Reference[];
  readonly amounts: readonly QualifiedAmount[];
  /** Loop 2310: rendering, referring, ordering, attending, facility, … */
  readonly providers: readonly ClaimParty[];
  readonly otherPayers: readonly OtherPayer[];
  readonly notes: readonly Note[];
  readonly attachments: readonly Attachment[];
  readonly lines: readonly ClaimLine[];
  readonly raw: RawClaim;
}

/** NPI and TIN under which a payer knows a billing provider; digits and letters only. */
export interface BillingIds {
  readonly npi: string | null;
  readonly tin: string | null;
}

/**
 * The numbers by which a remittance may name the billing provider of a claim.
 *
 * @example
 * billingIdsOf(claim) // { npi: '1555012347', tin: '991234567' }
 */
export function billingIdsOf({ billingProvider }: Pick<Claim, 'billingProvider'>): BillingIds {
  if (billingProvider === null) return { npi: null, tin: null };
  const { idQualifier, id, references } = billingProvider;
  const named = references.find(({ qualifier }) => ['EI', 'SY', 'TJ'].includes(qualifier))?.value;
  return {
    npi: idQualifier === 'XX' ? plainNumber(id) : null,
    tin: plainNumber(named ?? (['24', '34', 'FI'].includes(idQualifier) ? id : '')),
  };
}

/** A number without the marks that some write into it; null when there is none. */
export function plainNumber(text: string): string | null {
  return text.replace(/[^0-9A-Za-z]/g, '') || null;
}
