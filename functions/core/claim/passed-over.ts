import type { Place } from '../remittance/notices.ts';
import type { ReadingNotice } from '../remittance/remittance.ts';
import type { Segment } from '../x12/segment.ts';
import { claimNotice } from './notices.ts';
import type { ClaimReaderEvent } from './reader.ts';
import { CLM } from './segment-ids.ts';

/** A transaction that was refused, or is of another set: passed over to its end, and told there with its claims. */
export class PassedOver {
  private readonly refusal: ReadingNotice | null;
  private readonly set: string;
  private readonly place: Place;
  private readonly byteStart: number;
  private claims: number;

  private constructor(
    refusal: ReadingNotice | null,
    set: string,
    place: Place,
    byteStart: number,
    claims: number,
  ) {
    this.refusal = refusal;
    this.set = set;
    this.place = place;
    this.byteStart = byteStart;
    this.claims = claims;
  }

  /** @param claims CLM segments of it so far */
  static refused(because: ReadingNotice, byteStart: number, claims: number): PassedOver {
    return new PassedOver(because, '', because, byteStart, claims);
  }

  static anotherSet(set: string, place: Place, byteStart: number, claims: number): PassedOver {
    return new PassedOver(null, /^[0-9A-Z]{3}$/.test(set) ? set : '', place, byteStart, claims);
  }

  passOver(segment: Segment): void {
    if (segment.tag === CLM) this.claims++;
  }

  end(byteEnd: number, emit: (event: ClaimReaderEvent) => void): void {
    const { refusal, set, place, byteStart, claims } = this;
    const unread = { byteStart, byteEnd, claims };
    if (refusal !== null) emit({ kind: 'exception', notice: refusal, unread });
    else if (claims > 0)
      emit({ kind: 'exception', notice: claimNotice('hidden_claims', place, set), unread });
    else
      emit({ kind: 'other_transaction', set, notice: claimNotice('other_transaction', place, set), unread });
  }
}
