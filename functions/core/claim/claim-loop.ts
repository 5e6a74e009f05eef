import type { Segment } from '../x12/segment.ts';
import { AMT, CAS, DTP, LX, N3, N4, NM1, REF } from '../x12/segments.ts';
import type { QualifiedDate } from './claim.ts';
import {
  type AdjudicationInProgress,
  type ClaimInProgress,
  type LineInProgress,
  type OtherPayerInProgress,
  openAdjudication,
  openClaim,
  openLine,
  openOtherPayer,
  readDentalService,
  readInstitutionalService,
  readProfessionalService,
} from './claim-in-progress.ts';
import { readHealthCodes } from './health-codes.ts';
import { DMG, HI, KNOWN_UNREAD, LIN, NTE, PRV, PWK, SBR, SV1, SV2, SV3, SVD } from './segment-ids.ts';
import {
  addressLinesOf,
  adjustmentsOf,
  attachmentOf,
  noteOf,
  type PartyInProgress,
  partyOf,
  referenceOf,
} from './segment-text.ts';
import type { ClaimValues } from './values.ts';

/** REF qualifiers that say something of the provider or payer named before, not of the claim. */
const OF_PARTY = new Set(
  '0B 1A 1B 1C 1D 1G 1H 1J 2U B3 BQ EI FH FY G2 G5 LU N5 NF P3 SY TJ U3 X5 Y4'.split(' '),
);
/** The same, of another payer: there also its own authorization, referral and claim numbers. */
const OF_OTHER_PAYER = new Set(['F8', 'G1', '9F', 'T4', 'G3']);

/** Reads the segments of one claim from its CLM on: claim (2300), other payers (2320) and lines (2400). */
export class ClaimLoop {
  readonly claim: ClaimInProgress;
  private readonly values: ClaimValues;
  private otherPayer: OtherPayerInProgress | null = null;
  private line: LineInProgress | null = null;
  private adjudication: AdjudicationInProgress | null = null;
  /** Whom N3, N4, PRV and REF are about. */
  private party: PartyInProgress | null = null;

  constructor(clm: Segment, values: ClaimValues) {
    this.values = values;
    this.claim = openClaim(clm, values);
  }

  get isInOtherPayer(): boolean {
    return this.otherPayer !== null;
  }

  get hasLines(): boolean {
    return this.claim.lines.length > 0;
  }

  /** @returns false for a segment that claims do not have. */
  take(segment: Segment): boolean {
    const { claim, line, values } = this;
    switch (segment.tag) {
      case NM1:
        this.addParty(partyOf(segment));
        return true;
      case N3:
      case N4:
        this.party?.address.push(...addressLinesOf(segment, segment.tag === N4));
        return true;
      case PRV:
        if (this.party !== null) this.party.taxonomy ||= segment.text(3);
        return true;
      case REF:
        this.takeReference(segment);
        return true;
      case DTP:
        this.takeDate(values.date(segment.text(1), segment.code(2), segment.text(3)));
        return true;
      case HI:
        readHealthCodes(segment, values, claim.diagnoses, claim.otherCodes);
        return true;
      case PWK:
        (line ?? claim).attachments.push(attachmentOf(segment));
        return true;
      case NTE:
        (line ?? claim).notes.push(noteOf(segment));
        return true;
      case CAS:
        (this.adjudication ?? this.otherPayer)?.adjustments.push(...adjustmentsOf(segment, values));
        return true;
      case AMT:
        this.takeAmount(segment);
        return true;
      case SBR:
        this.openOtherPayer(segment);
        return true;
      case DMG:
        // 4010: birth date of another payer's subscriber.
        if (this.otherPayer !== null) {
          this.otherPayer.subscriberBornOn ??= values.date('', segment.text(1), segment.text(2)).from;
        }
        return true;
      default:
        return this.takeOfLine(segment);
    }
  }

  private takeOfLine(segment: Segment): boolean {
    const { line, values } = this;
    switch (segment.tag) {
      case LX:
        this.openLine(segment.text(1));
        return true;
      case SV1:
        readProfessionalService(this.lineOfService(), segment, values);
        return true;
      case SV2:
        readInstitutionalService(this.lineOfService(), segment, values);
        return true;
      case SV3:
        readDentalService(this.lineOfService(), segment, values);
        return true;
      case LIN:
        if (line !== null && segment.code(2) === 'N4') line.drugCode = segment.text(3);
        return true;
      case SVD:
        if (line === null) return true;
        this.adjudication = openAdjudication(segment, values);
        line.adjudications.push(this.adjudication);
        return true;
      default:
        return KNOWN_UNREAD.has(segment.tag);
    }
  }

  private addParty(party: PartyInProgress): void {
    const { claim, line, otherPayer } = this;
    this.party = party;
    if (line !== null) line.providers.push(party);
    else if (otherPayer === null) claim.providers.push(party);
    else if (party.entity === 'IL' && otherPayer.subscriber === null) otherPayer.subscriber = party;
    else if (party.entity === 'PR' && otherPayer.payer === null) otherPayer.payer = party;
    else otherPayer.parties.push(party);
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
    } else claim.references.push(reference);
  }

  private takeDate(date: QualifiedDate): void {
    const { claim, line } = this;
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

  private takeAmount(amt: Segment): void {
    const amount = { qualifier: amt.code(1), amountCents: amt.cents(2) };
    const { claim, line, otherPayer } = this;
    if (line !== null) return;
    (otherPayer ?? claim).amounts.push(amount);
    if (otherPayer !== null && amount.qualifier === 'D') otherPayer.paidCents ??= amount.amountCents;
  }

  private openOtherPayer(sbr: Segment): void {
    this.leaveLoops();
    this.otherPayer = openOtherPayer(sbr);
    this.claim.otherPayers.push(this.otherPayer);
  }

  private openLine(number: string): LineInProgress {
    this.leaveLoops();
    this.line = openLine(this.claim.lines.length + 1, number);
    this.claim.lines.push(this.line);
    return this.line;
  }

  /** The line that a service segment belongs to: a new one where LX is missing. */
  private lineOfService(): LineInProgress {
    const line = this.line === null || this.line.hasService ? this.openLine('') : this.line;
    line.hasService = true;
    return line;
  }

  private leaveLoops(): void {
    this.line = null;
    this.otherPayer = null;
    this.adjudication = null;
    this.party = null;
  }
}
