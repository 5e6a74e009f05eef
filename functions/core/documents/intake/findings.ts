import { MOST_PAGES } from './limits.ts';
import type { RefusalReason } from './refusal.ts';

/** What a walk over every object of a PDF found, reachable or not. */
export interface PdfFindings {
  /** Leaves of the page tree; null where it loops, breaks off, or says another number of itself. */
  readonly pageCount: number | null;
  readonly scripts: number;
  readonly launches: number;
  /** Additional actions: on opening, closing, turning over. */
  readonly ownActions: number;
  readonly hasXfa: boolean;
  /** Optional content that is off at first. */
  readonly hiddenLayers: number;
  readonly embeddedFiles: number;
  readonly links: number;
  readonly comments: number;
  readonly formFields: number;
  readonly signatures: number;
  readonly media: number;
  readonly hasBookmarks: boolean;
}

export type Verdict =
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  /** `removed`: what the plain PDF no longer holds, in words for the biller. */
  | { readonly kind: 'accepted'; readonly pageCount: number; readonly removed: readonly string[] };

/**
 * Whether a PDF is taken, by what was found in it. What runs is refused; what only hangs on the pages is taken off.
 *
 * @example
 * judgeFindings({ ...nothing, pageCount: 3, embeddedFiles: 1 })
 * // { kind: 'accepted', pageCount: 3, removed: ['an attached file'] }
 */
export function judgeFindings(found: PdfFindings): Verdict {
  const reason = reasonOf(found);
  if (reason !== null || found.pageCount === null) return { kind: 'refused', reason: reason ?? 'damaged' };
  return { kind: 'accepted', pageCount: found.pageCount, removed: removedOf(found) };
}

function reasonOf(found: PdfFindings): RefusalReason | null {
  // What it would do comes first: it is the reason that somebody must hear of.
  if (found.launches > 0) return 'starts_programs';
  if (found.scripts > 0) return 'scripted';
  if (found.hasXfa) return 'dynamic_form';
  if (found.ownActions > 0) return 'acts_by_itself';
  if (found.pageCount === null) return 'damaged';
  if (found.pageCount === 0) return 'no_pages';
  if (found.pageCount > MOST_PAGES) return 'too_many_pages';
  if (found.hiddenLayers > 0) return 'hidden_layers';
  return null;
}

function removedOf(found: PdfFindings): readonly string[] {
  return [
    found.embeddedFiles === 1 ? 'an attached file' : '',
    found.embeddedFiles > 1 ? `${found.embeddedFiles} attached files` : '',
    found.links > 0 ? 'links' : '',
    found.comments > 0 ? 'notes in the margin (their marks on the page stay)' : '',
    found.formFields > 0 ? 'form fields (what is filled in stays)' : '',
    found.signatures > 0 ? 'the electronic signature (its picture on the page stays)' : '',
    found.media > 0 ? 'film or sound' : '',
    found.hasBookmarks ? 'bookmarks' : '',
  ].filter((words) => words !== '');
}
