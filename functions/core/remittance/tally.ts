import type { Segment } from '../x12/segment.ts';
import {
  AMT,
  BPR,
  CAS,
  CLP,
  CUR,
  DTM,
  LQ,
  MIA,
  MOA,
  N1,
  N3,
  N4,
  NM1,
  REF,
  SVC,
  TRN,
} from '../x12/segments.ts';

/** Segments of one kind that are reported together, with the first of them. */
export class Tally {
  count = 0;
  first = 0;
  firstByte = 0;
  id = '';

  add(segment: Segment): void {
    if (this.count++ > 0) return;
    this.first = segment.number;
    this.firstByte = segment.byteStart;
    this.id = segment.id();
  }
}

/** Segments that the standard knows but that stand in the wrong place, and those that it does not know. */
export class Unplaced {
  readonly misplaced = new Tally();
  readonly unknown = new Tally();

  add(segment: Segment): void {
    (KNOWN.has(segment.tag) ? this.misplaced : this.unknown).add(segment);
  }
}

const KNOWN: ReadonlySet<number> = new Set([
  CAS,
  SVC,
  CLP,
  DTM,
  REF,
  AMT,
  LQ,
  NM1,
  MIA,
  MOA,
  N1,
  N3,
  N4,
  BPR,
  TRN,
  CUR,
]);
