import type { RefusalReason } from './refusal.ts';

/** ISO 32000-2, 7.5.5; readers look for the end in as many last bytes (Annex I of ISO 32000-1). */
const TAIL_BYTES = 1024;
const LAST_LINES = /startxref\s+(\d{1,10})\s+%%EOF\s*$/;

/**
 * What the two ends of a PDF say: that it begins at its first byte, and that its end is there and points to a
 * cross-reference. A file that was cut off is readable to most programs, less the pages that are gone.
 *
 * @returns null where both ends are as they should be
 */
export function endsRefusal(bytes: Uint8Array): RefusalReason | null {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)));
  // What mailers and scanners append is blank; anything else behind the end is no end.
  const lastXref = LAST_LINES.exec(tail.replace(/[\0\s]+$/, ''));
  if (lastXref === null) return 'truncated';
  const at = Number(lastXref[1]);
  if (at >= bytes.length) return 'truncated';
  // Either a table, or a stream in an object of its own (7.5.8).
  return /^\s*(xref|\d+\s+\d+\s+obj)/.test(latin1(bytes.subarray(at, at + 40))) ? null : 'damaged';
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
