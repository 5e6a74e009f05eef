import type { Place } from '../remittance/notices.ts';
import type { ReadingNotice } from '../remittance/remittance.ts';
import type { Delimiters, FirstSegment } from '../x12/delimiters.ts';
import type { Segment } from '../x12/segment.ts';
import { GE, GS, IEA, ISA, SE, ST, tagOf } from '../x12/segments.ts';
import { createTokenizer, type SegmentVisitor } from '../x12/tokenizer.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Claim } from './claim.ts';
import { claimNotice } from './notices.ts';
import { LARGEST_PART_BYTES, RawBytes } from './raw-bytes.ts';
import { BHT } from './segment-ids.ts';
import { Transaction277 } from './transaction-277.ts';
import { Transaction837 } from './transaction-837.ts';
import { Transaction999 } from './transaction-999.ts';
import { type Body, type OpenTransaction, warningsAtEnd } from './transaction-body.ts';
import { ClaimValues } from './values.ts';

/** What is known of one transaction at its SE. */
export interface SubmissionTransaction {
  readonly set: '837' | '999' | '277';
  /** Position of the ST in the file, from 1, whatever kinds the others are of. */
  readonly ordinal: number;
  /** ST02. */
  readonly transaction: string;
  readonly claims: number;
  readonly chargeCents: number;
  readonly acknowledgements: number;
  readonly byteStart: number;
  readonly byteEnd: number;
}

/** What the reader reports, in file order. A transaction that was not read whole ends in `exception` and never in `transaction`. */
export type ClaimReaderEvent =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | {
      readonly kind: 'acknowledgement';
      /** Of the ST that it stands in. */
      readonly transactionOrdinal: number;
      readonly acknowledgement: Acknowledgement;
    }
  | { readonly kind: 'transaction'; readonly transaction: SubmissionTransaction }
  | { readonly kind: 'exception'; readonly notice: ReadingNotice }
  | { readonly kind: 'warning'; readonly notice: ReadingNotice }
  /** A transaction that is neither a claim nor an acknowledgement of one. */
  | { readonly kind: 'other_transaction'; readonly set: string; readonly notice: ReadingNotice };

export interface ClaimReader {
  /** Takes the next bytes, any number of them. The chunk may be used again afterwards. */
  push(chunk: Uint8Array): void;
  /** Says that no more bytes come. */
  end(): void;
}

const SLICE_BYTES = 64 * 1024;
const NO_GROUP = { controlNumber: '', senderId: '', receiverId: '', version: '', on: '' };
const SET_837 = tagOf('837');
const SET_999 = tagOf('999');
const SET_997 = tagOf('997');
const SET_277 = tagOf('277');

/**
 * Reads claims (837P, 837I, 837D; 5010 and 4010) and their acknowledgements (999, 997, 277CA) from bytes that are
 * pushed in chunks of any size. Never throws on input; memory is bounded by the largest claim.
 *
 * @example
 * const reader = createClaimReader((event) => console.log(event.kind));
 * for await (const chunk of createReadStream('claims.837')) reader.push(chunk);
 * reader.end();
 */
export function createClaimReader(emit: (event: ClaimReaderEvent) => void): ClaimReader {
  const visitor = new ClaimVisitor(emit);
  const tokenizer = createTokenizer(visitor);
  return {
    push(chunk) {
      for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
        const slice = chunk.subarray(from, from + SLICE_BYTES);
        visitor.hold(slice);
        tokenizer.push(slice);
        visitor.release();
      }
    },
    end() {
      tokenizer.end();
      visitor.end();
    },
  };
}

class ClaimVisitor implements SegmentVisitor {
  private readonly emit: (event: ClaimReaderEvent) => void;
  private readonly raw = new RawBytes();
  private separators = { element: '*', component: '', terminator: '~' };
  private group = NO_GROUP;
  private current: OpenTransaction | 'refused' | 'another_set' | null = null;
  private transactions = 0;
  private claims = 0;
  private acknowledgements = 0;
  private last = { number: 0, byteStart: 0, byteEnd: 0 };
  private excepted = false;

  constructor(emit: (event: ClaimReaderEvent) => void) {
    this.emit = emit;
  }

  hold(chunk: Uint8Array): void {
    this.raw.push(chunk);
  }

  release(): void {
    const part = this.openPartStart();
    this.raw.keepFrom(part ?? this.last.byteEnd, part !== null);
  }

  interchange(_first: FirstSegment, delimiters: Delimiters): void {
    this.cutOff('another interchange begins', this.last);
    const character = (byte: number | null) => (byte === null ? '' : String.fromCharCode(byte));
    this.separators = {
      element: character(delimiters.element),
      component: character(delimiters.component),
      terminator: character(delimiters.terminator),
    };
    this.group = NO_GROUP;
  }

  segment(segment: Segment): void {
    switch (segment.tag) {
      case ST:
        this.cutOff(`segment ${segment.number} (ST) comes`, segment);
        this.open(segment);
        break;
      case SE:
        if (typeof this.current === 'object' && this.current !== null) this.close(this.current, segment);
        this.current = null;
        break;
      case GS:
        this.cutOff(`segment ${segment.number} (GS) comes`, segment);
        this.group = {
          controlNumber: segment.text(6),
          senderId: segment.text(2),
          receiverId: segment.text(3),
          version: segment.text(8),
          on: segment.text(4),
        };
        break;
      case ISA:
      case GE:
      case IEA:
        this.cutOff(`segment ${segment.number} (${segment.id()}) comes`, segment);
        this.group = NO_GROUP;
        break;
      default:
        if (typeof this.current === 'object' && this.current !== null) this.take(this.current, segment);
    }
    this.last = { number: segment.number, byteStart: segment.byteStart, byteEnd: segment.byteEnd };
  }

  recycle(): void {}

  tooLong(segment: Segment): void {
    this.last = { number: segment.number, byteStart: segment.byteStart, byteEnd: segment.byteEnd };
    const notice = claimNotice('segment_too_long', this.placeOf(segment), segment.id(), segment.number);
    if (this.current === 'another_set' || this.current === 'refused') return;
    this.except(notice);
    if (this.current !== null) this.current = 'refused';
  }

  skippedText(): void {}

  unterminated(segment: Segment): void {
    // Only a trailer can be relied on without its terminator: any other segment may have been cut short.
    if (segment.tag === SE || segment.tag === GE || segment.tag === IEA) this.segment(segment);
  }

  end(): void {
    this.cutOff('the file ends', this.last);
    if (this.transactions === 0 && !this.excepted) {
      this.except(
        claimNotice('no_transaction', { transaction: null, ordinal: null, segment: null, byteOffset: null }),
      );
    }
  }

  private open(st: Segment): void {
    this.transactions++;
    const version = st.text(3) || this.group.version;
    const values = new ClaimValues(this.separators.component);
    const body = this.bodyOf(st, values);
    if (body === null || (body.set === '277' && version.includes('X212'))) {
      this.current = 'another_set';
      this.tellOther(st.code(1), this.placeAt(st.text(2), st));
      return;
    }
    this.current = {
      ordinal: this.transactions,
      number: st.text(2),
      firstSegment: st.number,
      byteStart: st.byteStart,
      values,
      body,
      undecided: body.set === '277' && !version.includes('X214'),
    };
  }

  private bodyOf(st: Segment, values: ClaimValues): Body | null {
    const { group, separators, raw } = this;
    const tell = (acknowledgement: Acknowledgement) =>
      this.emit({ kind: 'acknowledgement', transactionOrdinal: this.transactions, acknowledgement });
    switch (st.qualifier(1)) {
      case SET_837:
        return {
          set: '837',
          transaction: new Transaction837(st, this.transactions, this.claims, {
            group,
            separators,
            values,
            rawText: (from, to) => raw.text(from, to),
            emit: (claim) => this.emit({ kind: 'claim', claim }),
          }),
        };
      case SET_999:
      case SET_997: {
        const { senderId, receiverId } = group;
        const from = { senderId, receiverId, on: values.day(group.on) };
        return { set: '999', transaction: new Transaction999(this.acknowledgements, from, tell) };
      }
      case SET_277:
        return { set: '277', transaction: new Transaction277(this.acknowledgements, values, tell) };
      default:
        return null;
    }
  }

  private take(open: OpenTransaction, segment: Segment): void {
    if (open.undecided && segment.tag === BHT) {
      // BHT01 0085: the levels of a 277CA; 0010: those of an answer to a status inquiry.
      if (segment.text(1) !== '0085') {
        this.current = 'another_set';
        this.tellOther('277', this.placeAt(open.number, segment));
        return;
      }
      open.undecided = false;
    }
    open.body.transaction.take(segment);
    if (segment.badNumberAt !== 0) {
      const element = `${segment.id()}${String(segment.badNumberAt).padStart(2, '0')}`;
      this.refuse(open, claimNotice('bad_number', this.placeOf(segment), element, segment.number));
    } else if (open.body.set === '837') this.checkClaims(open, open.body.transaction, segment);
  }

  private checkClaims(open: OpenTransaction, transaction: Transaction837, segment: Segment): void {
    if (transaction.unnamedClaimAt !== 0) {
      this.refuse(open, claimNotice('unnamed_claim', this.placeOf(segment), segment.number));
    } else if (segment.byteEnd - transaction.partStart > LARGEST_PART_BYTES) {
      this.refuse(open, claimNotice('claim_too_large', this.placeOf(segment), segment.id(), segment.number));
    }
  }

  private close(open: OpenTransaction, se: Segment): void {
    const { body, ordinal, number } = open;
    if (body.set === '837') body.transaction.finish(se.byteStart);
    else if (body.set === '277') body.transaction.finish();
    const claims = body.set === '837' ? body.transaction.claims : 0;
    const acknowledgements = body.set === '837' ? 0 : body.transaction.acknowledgements;
    const place = this.placeOf(se);
    if (claims + acknowledgements === 0) {
      const code = body.set === '837' ? 'no_claims' : 'nothing_acknowledged';
      this.refuse(open, claimNotice(code, { ...place, segment: open.firstSegment }, number));
      return;
    }
    for (const notice of warningsAtEnd(open, se, place)) this.emit({ kind: 'warning', notice });
    this.countIn(open);
    this.emit({
      kind: 'transaction',
      transaction: {
        set: body.set,
        ordinal,
        transaction: number,
        claims,
        chargeCents: body.set === '837' ? body.transaction.chargeCents : 0,
        acknowledgements,
        byteStart: open.byteStart,
        byteEnd: se.byteEnd,
      },
    });
  }

  private cutOff(after: string, at: { readonly number: number; readonly byteStart: number }): void {
    const open = this.current;
    if (typeof open === 'object' && open !== null) {
      this.refuse(open, claimNotice('truncated_transaction', this.placeOf(at), open.number, after));
    }
    this.current = null;
  }

  /** Gives the transaction up: the exception stands for it, and no `transaction` event follows. */
  private refuse(open: OpenTransaction, notice: ReadingNotice): void {
    this.countIn(open);
    this.current = 'refused';
    this.except(notice);
  }

  /** Ordinals count over the file whether or not a transaction is read whole: they must be the same at every reading. */
  private countIn({ body }: OpenTransaction): void {
    if (body.set === '837') this.claims += body.transaction.claims;
    else this.acknowledgements += body.transaction.acknowledgements;
  }

  private openPartStart(): number | null {
    const open = this.current;
    if (typeof open !== 'object' || open === null || open.body.set !== '837') return null;
    return open.body.transaction.partStart;
  }

  private tellOther(set: string, place: Place): void {
    const shown = /^[0-9A-Z]{3}$/.test(set) ? set : '';
    this.emit({
      kind: 'other_transaction',
      set: shown,
      notice: claimNotice('other_transaction', place, shown),
    });
  }

  private except(notice: ReadingNotice): void {
    this.excepted = true;
    this.emit({ kind: 'exception', notice });
  }

  private placeOf(segment: { readonly number: number; readonly byteStart: number }): Place {
    const open = this.current;
    const isOpen = typeof open === 'object' && open !== null;
    return {
      transaction: isOpen ? open.number : null,
      ordinal: isOpen ? open.ordinal : null,
      segment: segment.number,
      byteOffset: segment.byteStart,
    };
  }

  private placeAt(transaction: string, segment: Segment): Place {
    return {
      transaction,
      ordinal: this.transactions,
      segment: segment.number,
      byteOffset: segment.byteStart,
    };
  }
}
