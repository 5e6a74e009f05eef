import type { Denial } from '../denial/denial.ts';
import type { Document } from '../documents/document.ts';
import { payersFormOf } from '../documents/payers-form.ts';

/** The documents as they are once a packet has left: those that are bound into it left with it, and stay. */
export function documentsLeftWith(
  packetSha256: string | null,
  { candidate, documents }: Pick<Denial, 'candidate' | 'documents'>,
  leftOn: string,
): Document[] {
  if (candidate === null || candidate.sha256 !== packetSha256) return [...documents];
  const hashes = new Set(candidate.enclosures.map(({ sha256 }) => sha256));
  const form = payersFormOf(documents);
  if (form !== null) hashes.add(form.sha256);
  return documents.map((each) =>
    each.sentOn === null && hashes.has(each.sha256) ? { ...each, sentOn: leftOn } : each,
  );
}
