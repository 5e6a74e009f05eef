import { NOWHERE, type Place } from '../remittance/notices.ts';
import type { ReadingNotice, Unread } from '../remittance/remittance.ts';
import type { Delimiters, FirstSegment } from '../x12/delimiters.ts';
import type { Segment } from '../x12/segment.ts';
import { GE, GS, IEA, ISA, SE, ST, TA1, tagOf } from '../x12/segments.ts';
import type { SegmentVisitor } from '../x12/tokenizer.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { claimNotice } from './notices.ts';
import { PassedOver } from './passed-over.ts';
import { LARGEST_PART_BYTES, RawBytes } from './raw-bytes.ts';
import type { ClaimReaderEvent } from './reader.ts';
import { BHT, CLM } from './segment-ids.ts';
import { StraySegments } from './stray-segments.ts';
import { Transaction277 } from './transaction-277.ts';
import { Transaction837 } from './transaction-837.ts';
import { Transaction999 } from './transaction-999.ts';
import { type Body, type OpenTransaction, warningsAtEnd } from './transaction-body.ts';
import { ClaimValues } from './values.ts';

const NO_GROUP = { controlNumber: '', senderId: '', receiverId: '', version: '', on: '' };
const SET_837 = tagOf('837');
const SET_999 = tagOf('999');
const SET_997 = tagOf('997');
const SET_277 = tagOf('277');

/** Follows a file from envelope to envelope, and gives its transactions what is theirs. */
export class ClaimVisitor implements SegmentVisitor {
  readonly claimSegment = 'CLM';
  private readonly emit: (event: ClaimReaderEvent) => void;
  private readonly raw = new RawBytes();
  private separators = { element: '*', component: '', terminator: '~' };
  private group = NO_GROUP;
  private current: OpenTransaction | null = null;
  /** A transaction that is not read, or no longer. */
  private passed: PassedOver | null = null;
  private readonly strays = new StraySegments();
  private transactions = 0;
  private claims = 0;
  private acknowledgements = 0;
  private last = { number: 0, byteStart: 0, byteEnd: 0 };
  /** Bytes so far. */
  private received = 0;
  private skippedTexts: (Unread & { readonly bytes: number })[] = [];
  private hasInterchange = false;

  constructor(emit: (event: ClaimReaderEvent) => void) {
    this.emit = emit;
  }

  hold(chunk: Uint8Array): void {
    this.raw.push(chunk);
    this.received += chunk.length;
  }

  release(): void {
    const part = this.openPartStart();
    this.raw.keepFrom(part ?? this.last.byteEnd, part !== null);
  }

  interchange(_first: FirstSegment, delimiters: Delimiters): void {
    this.between('another interchange begins', this.last);
    this.hasInterchange = true;
    this.tellSkippedTexts();
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
        this.between(`segment ${segment.number} (ST) comes`, segment);
        this.open(segment);
        break;
      case SE:
        if (this.current !== null) this.close(this.current, segment);
        else if (this.passed === null) this.strays.add(segment);
        this.endPassed(segment.byteEnd);
        this.current = null;
        break;
      case GS:
        this.between(`segment ${segment.number} (GS) comes`, segment);
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
        this.between(`segment ${segment.number} (${segment.id()}) comes`, segment);
        this.group = NO_GROUP;
        break;
      default:
        if (this.current !== null) this.take(this.current, segment);
        else if (this.passed !== null) this.passed.passOver(segment);
        else if (segment.tag !== TA1) this.strays.add(segment);
    }
    this.last = { number: segment.number, byteStart: segment.byteStart, byteEnd: segment.byteEnd };
  }

  recycle(): void {}

  tooLong(segment: Segment): void {
    const { current, passed } = this;
    const tooLong = () =>
      claimNotice('segment_too_long', this.placeOf(segment), segment.id(), segment.number);
    if (current !== null) {
      if (segment.tag === CLM) current.claims++;
      this.refuse(current, tooLong());
    } else if (passed !== null) passed.passOver(segment);
    else {
      const { byteStart, byteEnd, tag } = segment;
      this.strays.tell(this.emit);
      this.emit({
        kind: 'exception',
        notice: tooLong(),
        unread: { byteStart, byteEnd, claims: tag === CLM ? 1 : 0 },
      });
    }
    this.last = { number: segment.number, byteStart: segment.byteStart, byteEnd: segment.byteEnd };
  }

  skippedText(byteStart: number, bytes: number, byteEnd: number, claims: number): void {
    this.skippedTexts.push({ byteStart, bytes, byteEnd, claims });
    if (this.hasInterchange) this.tellSkippedTexts();
  }

  unterminated(segment: Segment): void {
    // Only a trailer can be relied on without its terminator: any other segment may have been cut short.
    if (segment.tag === SE || segment.tag === GE || segment.tag === IEA) {
      this.segment(segment);
      return;
    }
    if (this.current !== null) {
      if (segment.tag === CLM) this.current.claims++;
    } else if (this.passed !== null) this.passed.passOver(segment);
    else this.strays.add(segment);
    this.last = { number: segment.number, byteStart: segment.byteStart, byteEnd: segment.byteEnd };
  }

  end(): void {
    this.between('the file ends', this.last);
    if (this.transactions > 0) return;
    // A file without an interchange is refused as a whole, its text with it.
    const byteStart = this.hasInterchange ? this.received : 0;
    const claims = this.skippedTexts.reduce((sum, skipped) => sum + skipped.claims, 0);
    const unread = { byteStart, byteEnd: this.received, claims };
    this.emit({ kind: 'exception', notice: claimNotice('no_transaction', NOWHERE), unread });
  }

  private open(st: Segment): void {
    this.transactions++;
    const version = st.text(3) || this.group.version;
    const values = new ClaimValues(this.separators.component);
    const body = this.bodyOf(st, values);
    if (body === null || (body.set === '277' && version.includes('X212'))) {
      const place = {
        transaction: st.text(2),
        ordinal: this.transactions,
        segment: st.number,
        byteOffset: st.byteStart,
      };
      this.passed = PassedOver.anotherSet(st.code(1), place, st.byteStart, 0);
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
      claims: 0,
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
        this.passed = PassedOver.anotherSet('277', this.placeOf(segment), open.byteStart, open.claims);
        this.current = null;
        return;
      }
      open.undecided = false;
    }
    if (segment.tag === CLM) open.claims++;
    open.body.transaction.take(segment);
    if (segment.badNumberAt !== 0) {
      const element = `${segment.id()}${String(segment.badNumberAt).padStart(2, '0')}`;
      this.refuse(open, claimNotice('bad_number', this.placeOf(segment), element, segment.number));
    } else if (open.body.set !== '837') {
      // A 837 whose ST is damaged: claims that nobody would miss if they were only odd segments.
      if (segment.tag === CLM)
        this.refuse(open, claimNotice('hidden_claims', this.placeOf(segment), open.body.set));
    } else this.checkClaims(open, open.body.transaction, segment);
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

  /** Before an envelope segment, the next ST and the end: nothing may be open any more. */
  private between(after: string, at: { readonly number: number; readonly byteStart: number }): void {
    const { current } = this;
    if (current !== null) {
      this.refuse(current, claimNotice('truncated_transaction', this.placeOf(at), current.number, after));
    }
    this.endPassed(this.last.byteEnd);
    this.strays.tell(this.emit);
  }

  /** Gives the transaction up: at its end the exception stands for it, and no `transaction` event follows. */
  private refuse(open: OpenTransaction, notice: ReadingNotice): void {
    this.countIn(open);
    this.passed = PassedOver.refused(notice, open.byteStart, open.claims);
    this.current = null;
  }

  private endPassed(byteEnd: number): void {
    this.passed?.end(byteEnd, this.emit);
    this.passed = null;
  }

  /** Text is only worth a word beside an interchange. */
  private tellSkippedTexts(): void {
    for (const { bytes, ...unread } of this.skippedTexts) {
      const place = { ...NOWHERE, byteOffset: unread.byteStart };
      const { claims } = unread;
      if (claims > 0) {
        const notice = claimNotice('claims_outside_transaction', place, claims);
        this.emit({ kind: 'exception', notice, unread });
      } else this.emit({ kind: 'warning', notice: claimNotice('skipped_text', place, bytes), unread });
    }
    this.skippedTexts = [];
  }

  /** Ordinals count over the file whether or not a transaction is read whole: they must be the same at every reading. */
  private countIn({ body }: OpenTransaction): void {
    if (body.set === '837') this.claims += body.transaction.claims;
    else this.acknowledgements += body.transaction.acknowledgements;
  }

  private openPartStart(): number | null {
    const open = this.current;
    return open?.body.set === '837' ? open.body.transaction.partStart : null;
  }

  private placeOf(segment: { readonly number: number; readonly byteStart: number }): Place {
    const { current } = this;
    return {
      transaction: current?.number ?? null,
      ordinal: current?.ordinal ?? null,
      segment: segment.number,
      byteOffset: segment.byteStart,
    };
  }
}
