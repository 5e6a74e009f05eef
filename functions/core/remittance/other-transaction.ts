import type { Segment } from '../x12/segment.ts';
import { CLP } from '../x12/segments.ts';
import { notice, placeIn } from './notices.ts';
import type { ReaderEvent, ReadingNotice } from './remittance.ts';

/** A transaction of another set: passed over to its end, and told there. */
export class OtherTransaction {
  private readonly set: string;
  private readonly about: ReadingNotice;
  private readonly byteStart: number;
  private readonly emit: (event: ReaderEvent) => void;
  private claims = 0;

  constructor(st: Segment, ordinal: number, emit: (event: ReaderEvent) => void) {
    this.set = /^[0-9A-Z]{3}$/.test(st.code(1)) ? st.code(1) : '';
    const place = placeIn({ transaction: st.text(2), ordinal }, st);
    this.about = notice('other_transaction', place, this.set);
    this.byteStart = st.byteStart;
    this.emit = emit;
  }

  /** Claim payments have no place here; where a damaged ST hides them, they are counted. */
  passOver(segment: Segment): void {
    if (segment.tag === CLP) this.claims++;
  }

  end(byteEnd: number): void {
    const { set, about, byteStart, claims, emit } = this;
    const unread = { byteStart, byteEnd, claims };
    // An 835 whose ST is damaged: money that nobody would miss if it were only another kind of transaction.
    if (claims > 0) emit({ kind: 'exception', notice: notice('hidden_claims', about, set, claims), unread });
    else emit({ kind: 'other_transaction', set, notice: about, unread });
  }
}
