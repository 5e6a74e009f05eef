import type { Segment } from '../x12/segment.ts';
import type {
  Acknowledgement,
  AcknowledgementOutcome,
  SegmentError,
  TransactionAcknowledgement,
} from './acknowledgement.ts';
import { AK1, AK2, AK3, AK4, AK5, AK9, IK3, IK4, IK5, KNOWN_UNREAD } from './segment-ids.ts';
import type { InProgress } from './segment-text.ts';

/** More errors than anybody reads, and few enough for one record. */
const ERRORS_KEPT = 100;

type ErrorInProgress = InProgress<SegmentError>;

/** Reads one 999, or the 997 before it: for each AK2 whether the transaction was accepted, and AK9 for the group. */
export class Transaction999 {
  acknowledgements = 0;
  unknown = { count: 0, first: 0 };
  private readonly firstOrdinal: number;
  private readonly senderId: string;
  private readonly receiverId: string;
  private readonly on: string | null;
  private readonly emit: (acknowledgement: Acknowledgement) => void;
  private groupControlNumber = '';
  private answered: { readonly set: string; readonly transaction: string } | null = null;
  private errors: ErrorInProgress[] = [];

  constructor(
    before: number,
    group: { readonly senderId: string; readonly receiverId: string; readonly on: string | null },
    emit: (acknowledgement: Acknowledgement) => void,
  ) {
    this.firstOrdinal = before + 1;
    this.senderId = group.senderId;
    this.receiverId = group.receiverId;
    this.on = group.on;
    this.emit = emit;
  }

  take(segment: Segment): void {
    switch (segment.tag) {
      case AK1:
        this.groupControlNumber = segment.text(2);
        break;
      case AK2:
        this.answered = { set: segment.code(1), transaction: segment.text(2) };
        this.errors = [];
        break;
      case IK3:
      case AK3:
        this.addError(segment);
        break;
      case IK4:
      case AK4:
        this.errors.at(-1)?.elements.push({
          element: segment.text(1),
          code: segment.text(3),
        });
        break;
      case IK5:
      case AK5:
        this.tell(segment);
        break;
      case AK9:
        this.tellOfGroup(segment);
        break;
      default:
        if (!KNOWN_UNREAD.has(segment.tag) && this.unknown.count++ === 0) this.unknown.first = segment.number;
    }
  }

  private addError(segment: Segment): void {
    if (this.errors.length >= ERRORS_KEPT) return;
    const position = Number(segment.text(2));
    this.errors.push({
      segment: segment.code(1),
      position: Number.isInteger(position) && position > 0 ? position : null,
      loop: segment.text(3),
      code: segment.text(4),
      elements: [],
    });
  }

  private tell(ik5: Segment): void {
    if (this.answered === null) return;
    this.emitWith(this.answered.set, this.answered.transaction, ik5);
    this.answered = null;
    this.errors = [];
  }

  /** Where no transaction is answered on its own, the group's answer is what there is. */
  private tellOfGroup(ak9: Segment): void {
    if (this.acknowledgements > 0) return;
    this.emitWith('', '', ak9);
  }

  private emitWith(set: string, transaction: string, segment: Segment): void {
    const code = segment.code(1);
    const firstReason = segment.tag === AK9 ? 5 : 2;
    const reasons: string[] = [];
    for (let at = firstReason; at < segment.elements; at++) {
      if (!segment.isEmpty(at)) reasons.push(segment.text(at));
    }
    const acknowledgement: TransactionAcknowledgement = {
      kind: 'transaction',
      ordinal: this.firstOrdinal + this.acknowledgements,
      outcome: outcomeOf(code),
      on: this.on,
      by: { name: '', id: this.senderId },
      groupControlNumber: this.groupControlNumber,
      set,
      transaction,
      code,
      reasons,
      errors: this.errors,
      senderId: this.senderId,
      receiverId: this.receiverId,
    };
    this.acknowledgements++;
    this.emit(acknowledgement);
  }
}

/** X12 715 and 717: A and E accepted; M, R, W, X rejected; P in part, which says nothing of one transaction. */
function outcomeOf(code: string): AcknowledgementOutcome {
  if (code === 'A' || code === 'E') return 'accepted';
  return ['M', 'R', 'W', 'X'].includes(code) ? 'rejected' : 'received';
}
