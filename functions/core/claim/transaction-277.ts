import type { Segment } from '../x12/segment.ts';
import { AMT, DTP, NM1, QTY, REF, SVC, TRN } from '../x12/segments.ts';
import type {
  Acknowledgement,
  AcknowledgementOutcome,
  ClaimAcknowledgement,
  ClaimStatus,
  SubmissionAcknowledgement,
} from './acknowledgement.ts';
import { type BillingIds, plainNumber } from './claim.ts';
import { BHT, HL, KNOWN_UNREAD, STC } from './segment-ids.ts';
import type { InProgress } from './segment-text.ts';
import type { ClaimValues } from './values.ts';

/** Category codes (X12 507) that take a claim no further, and those that bring it to adjudication. */
const REJECTED = new Set(['A3', 'A4', 'A6', 'A7', 'A8']);
const ACCEPTED = new Set(['A2', 'A5']);
/** NM101 of loop 2100A. */
const SENDERS: ReadonlyMap<string, NonNullable<ClaimAcknowledgement['sender']>> = new Map([
  ['PR', 'payer'],
  ['AY', 'clearinghouse'],
] as const);

type Told = {
  statuses: ClaimStatus[];
  action: string;
  on: string | null;
  message: string;
};
type ClaimTold = Told &
  Pick<InProgress<ClaimAcknowledgement>, 'claimId' | 'payerClaimControlNumber'> & {
    chargeCents: number | null;
    serviceFrom: string | null;
    serviceTo: string | null;
    inLine: boolean;
  };

/** Reads one 277CA (005010X214): each claim that it names, and the submission and providers above them. */
export class Transaction277 {
  acknowledgements = 0;
  unknown = { count: 0, first: 0 };
  private readonly firstOrdinal: number;
  private readonly values: ClaimValues;
  private readonly emit: (acknowledgement: Acknowledgement) => void;
  private level: 'source' | 'receiver' | 'provider' | 'claim' | 'other' = 'other';
  private filedOn: string | null = null;
  private by = { name: '', id: '' };
  private sender: ClaimAcknowledgement['sender'];
  private submissionReference = '';
  private billing: BillingIds | null = null;
  private above: Told | null = null;
  private claim: ClaimTold | null = null;

  constructor(before: number, values: ClaimValues, emit: (acknowledgement: Acknowledgement) => void) {
    this.firstOrdinal = before + 1;
    this.values = values;
    this.emit = emit;
  }

  take(segment: Segment): void {
    switch (segment.tag) {
      case BHT:
        this.filedOn = this.values.day(segment.text(4));
        break;
      case HL:
        this.finish();
        this.openLevel(segment.code(3));
        break;
      case NM1:
        this.takeParty(segment);
        break;
      case TRN:
        this.takeTrace(segment);
        break;
      case STC:
        this.takeStatus(segment);
        break;
      case REF:
        this.takeReference(segment);
        break;
      case DTP:
        this.takeDate(segment);
        break;
      case SVC:
        if (this.claim !== null) this.claim.inLine = true;
        break;
      case QTY:
      case AMT:
        break;
      default:
        if (!KNOWN_UNREAD.has(segment.tag) && this.unknown.count++ === 0) this.unknown.first = segment.number;
    }
  }

  /** Tells what is open: at the next level, the next claim, and SE. */
  finish(): void {
    const { above, claim } = this;
    this.above = null;
    this.claim = null;
    if (above !== null) this.tellOfSubmission(above);
    if (claim !== null) this.tellOfClaim(claim);
  }

  private openLevel(code: string): void {
    const levels = {
      '20': 'source',
      '21': 'receiver',
      '19': 'provider',
      PT: 'claim',
      '22': 'claim',
    } as const;
    this.level = levels[code as keyof typeof levels] ?? 'other';
    if (this.level === 'receiver') {
      this.submissionReference = '';
      this.billing = null;
    }
    if (this.level === 'provider') this.billing = { npi: null, tin: null };
  }

  private takeParty(nm1: Segment): void {
    if (this.level === 'source') {
      this.by = { name: nm1.text(3), id: nm1.text(9) };
      this.sender = SENDERS.get(nm1.code(1));
    } else if (this.level === 'provider') {
      const id = plainNumber(nm1.text(9));
      this.billing = nm1.code(8) === 'XX' ? { npi: id, tin: null } : { npi: null, tin: id };
    }
  }

  private takeTrace(trn: Segment): void {
    if (this.level === 'receiver') this.submissionReference = trn.text(2);
    if (this.level !== 'claim') return;
    this.finish();
    this.claim = {
      ...nothingTold(),
      claimId: trn.text(2),
      payerClaimControlNumber: '',
      chargeCents: null,
      serviceFrom: null,
      serviceTo: null,
      inLine: false,
    };
  }

  private takeStatus(stc: Segment): void {
    if (this.level === 'receiver' || this.level === 'provider') this.above ??= nothingTold();
    const told = this.claim ?? this.above;
    if (told === null) return;
    for (const at of [1, 10, 11]) {
      const [category = '', code = '', entity = ''] = this.values.components(stc.code(at));
      if (category !== '') told.statuses.push({ category, code, entity });
    }
    told.on ??= this.values.day(stc.text(2));
    // A rejected line rejects its claim (the guide knows no claim accepted in part).
    if (told.action !== 'U') told.action = stc.code(3);
    told.message ||= stc.text(12);
    if (this.claim !== null && !this.claim.inLine && !stc.isEmpty(4)) this.claim.chargeCents ??= stc.cents(4);
  }

  private takeReference(ref: Segment): void {
    if (this.claim !== null && ref.code(1) === '1K') this.claim.payerClaimControlNumber ||= ref.text(2);
    if (this.level === 'provider' && this.billing !== null && ['TJ', 'EI'].includes(ref.code(1))) {
      this.billing = { ...this.billing, tin: this.billing.tin ?? plainNumber(ref.text(2)) };
    }
  }

  private takeDate(dtp: Segment): void {
    if (this.claim === null || dtp.text(1) !== '472') return;
    const { from, to } = this.values.date('472', dtp.code(2), dtp.text(3));
    this.claim.serviceFrom ??= from;
    this.claim.serviceTo ??= to;
  }

  private tellOfSubmission(above: Told): void {
    const { action, ...told } = above;
    const acknowledgement: SubmissionAcknowledgement = {
      kind: 'submission',
      ...this.sent(above),
      ...told,
      on: told.on ?? this.filedOn,
      submissionReference: this.submissionReference,
      billing: this.billing,
    };
    this.tell(acknowledgement);
  }

  private tellOfClaim(claim: ClaimTold): void {
    const { action, inLine, ...told } = claim;
    const acknowledgement: ClaimAcknowledgement = {
      kind: 'claim',
      ...this.sent(claim),
      ...told,
      on: told.on ?? this.filedOn,
      billing: this.billing ?? { npi: null, tin: null },
      submissionReference: this.submissionReference,
      ...(this.sender !== undefined && { sender: this.sender }),
    };
    this.tell(acknowledgement);
  }

  private sent({ statuses, action }: Told) {
    const ordinal = this.firstOrdinal + this.acknowledgements;
    return { ordinal, outcome: outcomeOf(statuses, action), by: this.by };
  }

  private tell(acknowledgement: Acknowledgement): void {
    this.acknowledgements++;
    this.emit(acknowledgement);
  }
}

function nothingTold(): Told {
  return { statuses: [], action: '', on: null, message: '' };
}

/** One category that rejects is enough; STC03 (WQ accept, U reject) decides what the categories leave open. */
function outcomeOf(statuses: readonly ClaimStatus[], action: string): AcknowledgementOutcome {
  if (statuses.some(({ category }) => REJECTED.has(category)) || action === 'U') return 'rejected';
  if (statuses.some(({ category }) => ACCEPTED.has(category)) || action === 'WQ') return 'accepted';
  return 'received';
}
