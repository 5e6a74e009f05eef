import type { Segment } from '../x12/segment.ts';

/** Control numbers are the same when they differ by leading zeros only. */
export function isSameControlNumber(a: string, b: string): boolean {
  return a.replace(/^0+(?=.)/, '') === b.replace(/^0+(?=.)/, '');
}

/** The count in element 1 of a trailer, for a message; never text that is not a number. */
export function statedCount(trailer: Segment): string {
  const stated = trailer.text(1);
  return /^\d{1,10}$/.test(stated) ? stated : 'no number of';
}
