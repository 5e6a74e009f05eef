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

  clear(): void {
    this.count = 0;
    this.first = 0;
    this.firstByte = 0;
    this.id = '';
  }
}

/** Whether the standard knows the segment within a remittance. */
export function isKnownSegment(tag: number): boolean {
  return KNOWN.has(tag);
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
