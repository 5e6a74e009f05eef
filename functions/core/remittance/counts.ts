import type { Segment } from '../x12/segment.ts';
import { Balance } from './balance.ts';
import { isKnownSegment, Tally } from './tally.ts';

/**
 * What is added up and counted of one transaction. One a reader, cleared for each transaction: the garbage collector
 * carries on whatever lives beside the claim at hand, so there is as little of it as can be.
 */
export class Counts {
  readonly balance = new Balance();
  readonly incompleteClaims = new Tally();
  /** Pairs of PLB that lack reason or amount. */
  readonly incompletePairs = new Tally();
  /** Segments whose component separator is not the declared one. */
  readonly otherSeparator = new Tally();
  /** Segments that the standard knows but that stand in the wrong place, and those that it does not know. */
  readonly misplaced = new Tally();
  readonly unknown = new Tally();
  unreadableDates = 0;
  unreadableQuantities = 0;

  addUnplaced(segment: Segment): void {
    (isKnownSegment(segment.tag) ? this.misplaced : this.unknown).add(segment);
  }

  clear(): void {
    this.balance.clear();
    this.incompleteClaims.clear();
    this.incompletePairs.clear();
    this.otherSeparator.clear();
    this.misplaced.clear();
    this.unknown.clear();
    this.unreadableDates = 0;
    this.unreadableQuantities = 0;
  }
}
