import type { Segment } from '../x12/segment.ts';
import { N3, N4, NM1, REF } from '../x12/segments.ts';
import type { Claim, RawPart, Submission } from './claim.ts';
import {
  type CoverageInProgress,
  closeClaim,
  openCoverage,
  type PatientInProgress,
} from './claim-in-progress.ts';
import { ClaimLoop } from './claim-loop.ts';
import { BHT, CLM, DMG, HL, KNOWN_UNREAD, PAT, PRV, SBR } from './segment-ids.ts';
import { addressLinesOf, type PartyInProgress, partyOf, referenceOf } from './segment-text.ts';
import { type ClaimValues, timeOf } from './values.ts';

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

/** What a part ends when it begins: the parts beneath it in the hierarchy. */
const BENEATH: { readonly [part in PartName]: readonly PartName[] } = {
  opening: [],
  billingProvider: ['subscriber', 'patient', 'claim'],
  subscriber: ['patient', 'claim'],
  patient: ['claim'],
  claim: [],
};

/**
 * Reads the segments of one 837 between ST and SE. Loops are driven by what a segment is: HL opens billing provider,
 * subscriber and patient; where a file has no HL, the NM1 or SBR that would follow it does.
 */
export class Transaction837 {
  claims = 0;
  chargeCents = 0;
  /** Claims that lack a billing provider, subscriber, charge or line. */
  incomplete = { count: 0, first: 0 };
  /** Claims whose lines together charge another amount than CLM02. */
  unequal = { count: 0, first: 0 };
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
  private subscriberSex = '';
  private patient: PatientInProgress | null = null;
  private loop: ClaimLoop | null = null;
  /** Whom N3, N4, PRV and REF above the claims are about. */
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
    if (segment.tag === HL) this.openLevel(segment);
    else if (segment.tag === CLM) this.openClaim(segment);
    else if (segment.tag === BHT) this.takeBeginning(segment);
    else {
      if (!this.hasLevels) this.openWithoutLevel(segment);
      const isKnown = this.loop === null ? this.takeAbove(segment) : this.loop.take(segment);
      if (!isKnown && this.unknown.count++ === 0) this.unknown.first = segment.number;
    }
  }

  /** Closes what is open before the SE that starts at this byte. */
  finish(byteStart: number): void {
    this.endPart(byteStart);
  }

  /** Levels of another kind than these three begin nothing: their bytes stay in the part that is open. */
  private openLevel(hl: Segment): void {
    this.hasLevels = true;
    const level = hl.text(3);
    if (level === '20') this.openBillingProvider(hl);
    else if (level === '22') this.openSubscriber(hl);
    else if (level === '23') this.openPatient(hl);
  }

  /** Without HL, what a level begins with begins it. */
  private openWithoutLevel(segment: Segment): void {
    const { loop, part } = this;
    if (segment.tag === NM1 && loop?.isInOtherPayer !== true) {
      const entity = segment.code(1);
      const hasBilling = part === 'billingProvider' && this.billingProvider === null;
      const hasSubscriber = part === 'subscriber' && (this.coverage?.subscriber ?? null) === null;
      if (entity === '85' && !hasBilling) this.openBillingProvider(segment);
      if (entity === 'IL' && !hasSubscriber) this.openSubscriber(segment);
      if (entity === 'QC' && part !== 'patient') this.openPatient(segment);
    } else if (segment.tag === SBR && (loop === null || loop.hasLines)) {
      // Other payers stand before the lines: a SBR after them is the next subscriber.
      this.openSubscriber(segment);
    } else if (segment.tag === PRV && loop === null && segment.code(1) === 'BI') {
      this.openBillingProvider(segment);
    }
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

  private openClaim(clm: Segment): void {
    this.beginPart('claim', clm);
    this.loop = new ClaimLoop(clm, this.around.values);
    if (this.loop.claim.claimId === '' && this.unnamedClaimAt === 0) this.unnamedClaimAt = clm.number;
  }

  private beginPart(part: PartName, segment: Segment): void {
    this.endPart(segment.byteStart);
    for (const name of BENEATH[part]) this.parts[name] = null;
    this.part = part;
    this.party = null;
  }

  private endPart(byteEnd: number): void {
    const { part, partStart: byteStart } = this;
    this.parts[part] = { byteStart, byteEnd, text: this.around.rawText(byteStart, byteEnd) };
    this.partStart = byteEnd;
    if (this.loop !== null) this.closeClaim(this.loop);
    this.loop = null;
  }

  private closeClaim({ claim }: ClaimLoop): void {
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
    const isNamed = this.billingProvider !== null && (this.coverage?.subscriber ?? null) !== null;
    if (!isNamed || !claim.hasCharge || claim.lines.length === 0) {
      if (this.incomplete.count++ === 0) this.incomplete.first = claim.number;
    } else if (claim.lines.reduce((sum, line) => sum + line.chargeCents, 0) !== claim.chargeCents) {
      if (this.unequal.count++ === 0) this.unequal.first = claim.number;
    }
    const closed = closeClaim(claim, above, this.firstOrdinal + this.claims, raw);
    this.claims++;
    this.chargeCents += closed.chargeCents;
    this.around.emit(closed);
  }

  private subscriberAsPatient(): Claim['patient'] {
    if (this.coverage === null) return null;
    const { subscriber: party, subscriberBornOn: bornOn, relationship } = this.coverage;
    return { party, relationship: relationship || '18', bornOn, sex: this.subscriberSex };
  }

  private takeBeginning(bht: Segment): void {
    const { submission } = this;
    submission.purpose = bht.text(2);
    submission.reference = bht.text(3);
    submission.submittedOn = this.around.values.day(bht.text(4));
    const time = timeOf(bht.text(5));
    const { submittedOn } = submission;
    submission.submittedAt = submittedOn === null || time === null ? null : `${submittedOn}T${time}`;
  }

  /** @returns false for a segment that does not belong above the claims. */
  private takeAbove(segment: Segment): boolean {
    switch (segment.tag) {
      case NM1:
        this.addParty(partyOf(segment));
        return true;
      case N3:
      case N4:
        this.party?.address.push(...addressLinesOf(segment, segment.tag === N4));
        return true;
      case REF:
        this.party?.references.push(referenceOf(segment));
        return true;
      case PRV:
        if (this.party !== null) this.party.taxonomy ||= segment.text(3);
        // PRV*BI stands before the NM1*85 that it is about.
        else if (this.part === 'billingProvider') this.billingTaxonomy = segment.text(3);
        return true;
      case SBR:
        this.coverage = openCoverage(segment);
        return true;
      case PAT:
        if (this.patient !== null) this.patient.relationship ||= segment.code(1);
        return true;
      case DMG:
        this.takeBirth(segment);
        return true;
      default:
        return KNOWN_UNREAD.has(segment.tag);
    }
  }

  private addParty(party: PartyInProgress): void {
    this.party = party;
    switch (party.entity) {
      case '41':
        this.submission.submitter ??= party;
        break;
      case '40':
        this.submission.receiver ??= party;
        break;
      case '85':
        party.taxonomy = this.billingTaxonomy;
        this.billingProvider ??= party;
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

  private takeBirth(dmg: Segment): void {
    const { from } = this.around.values.date('', dmg.text(1), dmg.text(2));
    if (this.patient !== null) {
      this.patient.bornOn ??= from;
      this.patient.sex ||= dmg.code(3);
    } else if (this.coverage !== null) {
      this.coverage.subscriberBornOn ??= from;
      this.subscriberSex ||= dmg.code(3);
    }
  }
}
