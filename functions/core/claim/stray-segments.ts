import { NOWHERE } from '../remittance/notices.ts';
import type { Segment } from '../x12/segment.ts';
import { claimNotice } from './notices.ts';
import type { ClaimReaderEvent } from './reader.ts';
import { CLM } from './segment-ids.ts';

/** Segments that follow each other outside of any transaction: nobody knows whose they are. */
export class StraySegments {
  private count = 0;
  private claims = 0;
  private first = 0;
  private byteStart = 0;
  private byteEnd = 0;

  add({ number, byteStart, byteEnd, tag }: Segment): void {
    if (this.count++ === 0) {
      this.first = number;
      this.byteStart = byteStart;
      this.claims = 0;
    }
    this.byteEnd = byteEnd;
    if (tag === CLM) this.claims++;
  }

  /** Tells them, if there are any, and forgets them. */
  tell(emit: (event: ClaimReaderEvent) => void): void {
    const { count, first, byteStart, byteEnd, claims } = this;
    if (count === 0) return;
    this.count = 0;
    const place = { ...NOWHERE, segment: first, byteOffset: byteStart };
    const notice = claimNotice('segments_outside_transaction', place, count, first);
    emit({ kind: 'exception', notice, unread: { byteStart, byteEnd, claims } });
  }
}
