import type { Segment } from '../x12/segment.ts';
import { AMT, CAS, DTP, LX, N3, N4, NM1, REF } from '../x12/segments.ts';
import type { Claim, QualifiedDate, RawPart, Submission } from './claim.ts';
import {
  type AdjudicationInProgress,
  type ClaimInProgress,
  type CoverageInProgress,
  closeClaim,
  type LineInProgress,
  type OtherPayerInProgress,
  openAdjudication,
  openClaim,
  openCoverage,
  openLine,
  openOtherPayer,
  type PatientInProgress,
  readDentalService,
  readInstitutionalService,
  readProfessionalService,
} from './claim-in-progress.ts';
import { readHealthCodes } from './health-codes.ts';
import {
  BHT,
  CLM,
  DMG,
  HI,
  HL,
  KNOWN_UNREAD,
  LIN,
  NTE,
  PAT,
  PRV,
  PWK,
  SBR,
  SV1,
  SV2,
  SV3,
  SVD,
} from './segment-ids.ts';
import {
  addressLinesOf,
  adjustmentsOf,
  attachmentOf,
  noteOf,
  type PartyInProgress,
  partyOf,
  referenceOf,
} from './segment-text.ts';
import { type ClaimValues, timeOf } from './values.ts';

/** REF qualifiers that say something of the provider or payer named before, not of the claim. */
const OF_PARTY = new Set(
  '0B 1A 1B 1C 1D 1G 1H 1J 2U B3 BQ EI FH FY G2 G5 LU N5 NF P3 SY TJ U3 X5 Y4'.split(' '),
);
/** The same, of another payer: there also its own authorisation, referral and claim numbers. */
const OF_OTHER_PAYER = new Set(['F8', 'G1', '9F', 'T4', 'G3']);

/** What the transaction needs from its surroundings. */
export interface TransactionSurroundings {
  /** GS06, GS02, GS03 and GS08 of the group. */
  readonly group: {
    readonly controlNumber: string;
    readonly senderId: string;
    readonly receiverId: string;
    readonly version: string;
  };
  readonly separators: Claim['raw']['separators'];
  readonly values: ClaimValues;
  /** Text of bytes since the part that is open began. */
  readonly rawText: (from: number, to: number) => string;
  readonly emit: (claim: Claim) => void;
}

type PartName = 'opening' | 'billingProvider' | 'subscriber' | 'patient' | 'claim';

/**
 * Reads the segments of one 837 between ST and SE. Loops are driven by what a segment is: HL opens billing provider,
 * subscriber and patient; where a file has no HL, the NM1 or SBR that would follow it does.
 */
export class Transaction837 {
  claims = 0;
  chargeCents = 0;
  /** Claims that lack a billing provider, subscriber or line. */
  incomplete = { count: 0, first: 0 };
  unknown = { count: 0, first: 0 };
  /** The segment number of a claim without CLM01, 0 while there is none. */
  unnamedClaimAt = 0;
  partStart: number;
  private readonly around: TransactionSurroundings;
  private readonly firstOrdinal: number;
  private readonly submission: { -readonly [K in keyof Submission]: Submission[K] };
  private readonly parts: Record<PartName, RawPart | null>;
  private part: PartName = 'opening';
  private hasLevels = false;
  private billingProvider: PartyInProgress | null = null;
  private billingTaxonomy = '';
  private coverage: CoverageInProgress | null = null;
  private patient: PatientInProgress | null = null;
  private subscriberSex = '';
  private claim: ClaimInProgress | null = null;
  private otherPayer: OtherPayerInProgress | null = null;
  private line: LineInProgress | null = null;
  private adjudication: AdjudicationInProgress | null = null;
  /** Whom N3, N4, PRV and REF are about. */
  private party: PartyInProgress | null = null;

  /** @param claimsBefore claims of the file so far */
  constructor(st: Segment, ordinal: number, claimsBefore: number, around: TransactionSurroundings) {
    this.around = around;
    this.firstOrdinal = claimsBefore + 1;
    this.partStart = st.byteStart;
    this.parts = { opening: null, billingProvider: null, subscriber: null, patient: null, claim: null };
    this.submission = {
      ordinal,
      transaction: st.text(2),
      version: st.text(3) || around.group.version,
      reference: '',
      purpose: '',
      submittedOn: null,
      submittedAt: null,
      groupControlNumber: around.group.controlNumber,
      senderId: around.group.senderId,
      receiverId: around.group.receiverId,
      submitter: null,
      receiver: null,
    };
  }

  take(segment: Segment): void {
    switch (segment.tag) {
      case HL:
        this.hasLevels = true;
        this.openLevel(segment);
        break;
      case CLM:
        this.openClaim(segment);
        break;
      case NM1:
        this.takeParty(segment);
        break;
      case SBR:
        this.takeSubscriber(segment);
        break;
      case PRV:
        this.takeTaxonomy(segment);
        break;
      case BHT:
        this.takeBeginning(segment);
        break;
      case PAT:
        this.takePatient(segment);
        break;
      case DMG:
        this.takeBirth(segment);
        break;
      case N3:
      case N4:
        this.party?.address.push(...addressLinesOf(segment, segment.tag === N4));
        break;
      case REF:
        this.takeReference(segment);
        break;
      default:
        if (this.claim !== null) this.takeDetail(this.claim, segment);
        else this.leaveUnused(segment);
    }
  }

  /** Closes what is open before the SE that starts at this byte. */
  finish(byteStart: number): void {
    this.endPart(byteStart);
  }

  /** Levels of another kind than these three begin nothing: their bytes stay in the part that is open. */
  private openLevel(hl: Segment): void {
    const level = hl.text(3);
    if (level === '20') this.openBillingProvider(hl);
    else if (level === '22') this.openSubscriber(hl);
    else if (level === '23') this.openPatient(hl);
  }

  private openBillingProvider(segment: Segment): void {
    this.beginPart('billingProvider', segment);
    this.billingProvider = null;
    this.billingTaxonomy = '';
    this.clearSubscriber();
  }

  private openSubscriber(segment: Segment): void {
    this.beginPart('subscriber', segment);
    this.clearSubscriber();
  }

  private openPatient(segment: Segment): void {
    this.beginPart('patient', segment);
    this.patient = { party: null, relationship: '', bornOn: null, sex: '' };
  }

  private clearSubscriber(): void {
    this.coverage = null;
    this.subscriberSex = '';
    this.patient = null;
  }

  /** A part starts with this segment; those beneath it in the hierarchy end with the part before. */
  private beginPart(part: PartName, segment: Segment): void {
    this.endPart(segment.byteStart);
    const beneath: readonly PartName[] = {
      opening: [],
      billingProvider: ['subscriber', 'patient', 'claim'] as const,
      subscriber: ['patient', 'claim'] as const,
      patient: ['claim'] as const,
      claim: [],
    }[part];
    for (const name of beneath) this.parts[name] = null;
    this.part = part;
    this.partStart = segment.byteStart;
    this.party = null;
  }

  private endPart(byteEnd: number): void {
    const { part, partStart: byteStart } = this;
    this.parts[part] = { byteStart, byteEnd, text: this.around.rawText(byteStart, byteEnd) };
    this.partStart = byteEnd;
    if (this.claim !== null) this.closeClaim(this.claim);
  }

  private openClaim(clm: Segment): void {
    this.beginPart('claim', clm);
    this.claim = openClaim(clm, this.around.values);
    this.line = null;
    this.otherPayer = null;
    this.adjudication = null;
    if (this.claim.claimId === '' && this.unnamedClaimAt === 0) this.unnamedClaimAt = clm.number;
  }

  private closeClaim(claim: ClaimInProgress): void {
    this.claim = null;
    this.line = null;
    this.otherPayer = null;
    this.adjudication = null;
    this.party = null;
    const { opening, billingProvider, subscriber, patient, claim: own } = this.parts;
    if (opening === null || own === null) return;
    const { separators } = this.around;
    const raw = { opening, billingProvider, subscriber, patient, claim: own, separators };
    const above = {
      submission: this.submission,
      billingProvider: this.billingProvider,
      coverage: this.coverage,
      patient: this.patient ?? this.subscriberAsPatient(),
    };
    const isComplete = this.billingProvider !== null && (this.coverage?.subscriber ?? null) !== null;
    if (!isComplete || claim.lines.length === 0) {
      if (this.incomplete.count++ === 0) this.incomplete.first = claim.number;
    }
    const closed = closeClaim(claim, above, this.firstOrdinal + this.claims, raw);
    this.claims++;
    this.chargeCents += closed.chargeCents;
    this.around.emit(closed);
  }

  private subscriberAsPatient(): Claim['patient'] {
    if (this.coverage === null) return null;
    const { subscriber, subscriberBornOn, relationship } = this.coverage;
    return {
      party: subscriber,
      relationship: relationship === '' ? '18' : relationship,
      bornOn: subscriberBornOn,
      sex: this.subscriberSex,
    };
  }

  private takeBeginning(bht: Segment): void {
    const { values } = this.around;
    const { submission } = this;
    submission.purpose = bht.text(2);
    submission.reference = bht.text(3);
    submission.submittedOn = values.day(bht.text(4));
    const time = timeOf(bht.text(5));
    const { submittedOn } = submission;
    submission.submittedAt = submittedOn === null || time === null ? null : `${submittedOn}T${time}`;
  }

  private takeParty(nm1: Segment): void {
    const party = partyOf(nm1);
    if (!this.hasLevels) this.openByParty(party.entity, nm1);
    this.party = party;
    if (this.claim !== null) this.addPartyOfClaim(this.claim, party);
    else this.addPartyAbove(party);
  }

  /** Without HL, the party that a level begins with begins it. */
  private openByParty(entity: string, nm1: Segment): void {
    if (this.otherPayer !== null) return;
    if (entity === '85' && (this.part !== 'billingProvider' || this.billingProvider !== null)) {
      this.openBillingProvider(nm1);
    } else if (entity === 'IL' && (this.part !== 'subscriber' || this.coverage?.subscriber != null)) {
      this.openSubscriber(nm1);
    } else if (entity === 'QC' && this.part !== 'patient') {
      this.openPatient(nm1);
    }
  }

  private addPartyAbove(party: PartyInProgress): void {
    switch (party.entity) {
      case '41':
        this.submission.submitter ??= party;
        break;
      case '40':
        this.submission.receiver ??= party;
        break;
      case '85':
        this.billingProvider ??= party;
        if (this.billingProvider === party) party.taxonomy = this.billingTaxonomy;
        break;
      case 'IL':
        this.coverageAtHand().subscriber ??= party;
        break;
      case 'PR':
        this.coverageAtHand().payer ??= party;
        break;
      case 'QC':
        if (this.patient !== null) this.patient.party ??= party;
        break;
      default:
        // Pay-to address, responsible party, credit card holder: kept in the raw part.
        break;
    }
  }

  private coverageAtHand(): CoverageInProgress {
    this.coverage ??= {
      sequence: '',
      relationship: '',
      groupNumber: '',
      groupName: '',
      filingIndicator: '',
      subscriber: null,
      subscriberBornOn: null,
      payer: null,
    };
    return this.coverage;
  }

  private addPartyOfClaim(claim: ClaimInProgress, party: PartyInProgress): void {
    const { line, otherPayer } = this;
    if (line !== null) line.providers.push(party);
    else if (otherPayer === null) claim.providers.push(party);
    else if (party.entity === 'IL' && otherPayer.subscriber === null) otherPayer.subscriber = party;
    else if (party.entity === 'PR' && otherPayer.payer === null) otherPayer.payer = party;
    else otherPayer.parties.push(party);
  }

  private takeSubscriber(sbr: Segment): void {
    // Other payers stand before the lines: without HL, a SBR after them is the next subscriber.
    const isNext = !this.hasLevels && (this.claim?.lines.length ?? 0) > 0;
    if (this.claim !== null && !isNext) {
      this.line = null;
      this.adjudication = null;
      this.party = null;
      this.otherPayer = openOtherPayer(sbr);
      this.claim.otherPayers.push(this.otherPayer);
      return;
    }
    if (!this.hasLevels) this.openSubscriber(sbr);
    this.coverage = openCoverage(sbr);
  }

  private takeTaxonomy(prv: Segment): void {
    // PRV*BI stands before the NM1*85 it is about; without HL it begins the level.
    if (!this.hasLevels && prv.code(1) === 'BI' && this.claim === null) this.openBillingProvider(prv);
    if (this.party !== null) this.party.taxonomy ||= prv.text(3);
    else if (this.claim === null && this.part === 'billingProvider') this.billingTaxonomy = prv.text(3);
  }

  private takePatient(pat: Segment): void {
    if (this.patient !== null && this.claim === null) this.patient.relationship ||= pat.code(1);
  }

  private takeBirth(dmg: Segment): void {
    const { from } = this.around.values.date('', dmg.text(1), dmg.text(2));
    if (this.claim !== null) {
      if (this.otherPayer !== null) this.otherPayer.subscriberBornOn ??= from;
    } else if (this.patient !== null) {
      this.patient.bornOn ??= from;
      this.patient.sex ||= dmg.code(3);
    } else if (this.coverage !== null) {
      this.coverage.subscriberBornOn ??= from;
      this.subscriberSex ||= dmg.code(3);
    }
  }

  private takeReference(ref: Segment): void {
    const reference = referenceOf(ref);
    const { claim, line, otherPayer, party } = this;
    const isOfParty = OF_PARTY.has(reference.qualifier);
    if (party !== null && isOfParty) party.references.push(reference);
    else if (line !== null) {
      line.references.push(reference);
      if (reference.qualifier === '6R' && line.controlNumber === '') line.controlNumber = reference.value;
    } else if (otherPayer !== null && (isOfParty || OF_OTHER_PAYER.has(reference.qualifier))) {
      otherPayer.references.push(reference);
    } else if (claim !== null) claim.references.push(reference);
    else party?.references.push(reference);
  }

  private takeDetail(claim: ClaimInProgress, segment: Segment): void {
    const { values } = this.around;
    const { line, otherPayer, adjudication } = this;
    switch (segment.tag) {
      case LX:
        this.openLine(claim, segment.text(1));
        break;
      case SV1:
        readProfessionalService(this.lineOfService(claim), segment, values);
        break;
      case SV2:
        readInstitutionalService(this.lineOfService(claim), segment, values);
        break;
      case SV3:
        readDentalService(this.lineOfService(claim), segment, values);
        break;
      case DTP:
        this.takeDate(claim, values.date(segment.text(1), segment.code(2), segment.text(3)));
        break;
      case HI:
        readHealthCodes(segment, values, claim.diagnoses, claim.otherCodes);
        break;
      case PWK:
        (line ?? claim).attachments.push(attachmentOf(segment));
        break;
      case NTE:
        (line ?? claim).notes.push(noteOf(segment));
        break;
      case LIN:
        if (line !== null && segment.code(2) === 'N4') line.drugCode = segment.text(3);
        break;
      case SVD:
        if (line === null) break;
        this.adjudication = openAdjudication(segment, values);
        line.adjudications.push(this.adjudication);
        break;
      case CAS:
        (adjudication ?? otherPayer)?.adjustments.push(...adjustmentsOf(segment, values));
        break;
      case AMT: {
        const amount = { qualifier: segment.code(1), amountCents: segment.cents(2) };
        if (line !== null) break;
        (otherPayer ?? claim).amounts.push(amount);
        if (otherPayer !== null && amount.qualifier === 'D') otherPayer.paidCents ??= amount.amountCents;
        break;
      }
      default:
        this.leaveUnused(segment);
    }
  }

  private openLine(claim: ClaimInProgress, number: string): LineInProgress {
    this.line = openLine(claim.lines.length + 1, number);
    this.otherPayer = null;
    this.adjudication = null;
    this.party = null;
    claim.lines.push(this.line);
    return this.line;
  }

  /** The line that a service segment belongs to: a new one where LX is missing. */
  private lineOfService(claim: ClaimInProgress): LineInProgress {
    const line = this.line === null || this.line.hasService ? this.openLine(claim, '') : this.line;
    line.hasService = true;
    return line;
  }

  private takeDate(claim: ClaimInProgress, date: QualifiedDate): void {
    const { line } = this;
    const decided = this.adjudication ?? this.otherPayer;
    if (date.qualifier === '573' && decided !== null) {
      decided.adjudicatedOn ??= date.from;
    } else if (line !== null) {
      line.dates.push(date);
      if (date.qualifier !== '472') return;
      line.serviceFrom ??= date.from;
      line.serviceTo ??= date.to;
    } else {
      claim.dates.push(date);
    }
  }

  private leaveUnused(segment: Segment): void {
    if (KNOWN_UNREAD.has(segment.tag) || READ_IN_CLAIMS.has(segment.tag)) return;
    if (this.unknown.count++ === 0) this.unknown.first = segment.number;
  }
}

/** Segments that are read where they belong; elsewhere they stay in the raw part. */
const READ_IN_CLAIMS: ReadonlySet<number> = new Set([
  LX,
  SV1,
  SV2,
  SV3,
  DTP,
  HI,
  PWK,
  NTE,
  LIN,
  SVD,
  CAS,
  AMT,
]);
