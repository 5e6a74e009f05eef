import { inflateSync } from 'node:zlib';
import { PDFArray, PDFName, type PDFPageLeaf, PDFRawStream } from '@cantoo/pdf-lib';

/** Of one page; longer contents are left as they are. */
const LONGEST_CONTENT = 4_000_000;

// Strings, inline images and comments may hold letters that are no operators.
const NO_OPERATORS =
  /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<[0-9a-fA-F\s]*>|%[^\r\n]*|\bBI\b[\s\S]*?\bEI\b/g;
const SAVE_OR_RESTORE = /(?<![^\s\]>)])[qQ](?![^\s[</(])/g;

/**
 * How many graphics states a page's own contents leave open (q without its Q): scanners write such pages, and what is
 * drawn after them would stand in the scan's coordinates.
 */
export function openSavesOf(page: PDFPageLeaf): number {
  const contents = page.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => page.context.lookup(part)) : [contents];
  let open = 0;
  for (const stream of streams) {
    const words = stream instanceof PDFRawStream ? wordsOf(stream) : null;
    if (words === null) return 0;
    for (const [operator] of words.replace(NO_OPERATORS, ' ').matchAll(SAVE_OR_RESTORE)) {
      open = operator === 'q' ? open + 1 : Math.max(0, open - 1);
    }
  }
  return open;
}

function wordsOf({ dict, contents }: PDFRawStream): string | null {
  const filter = dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only === undefined) return contents.length > LONGEST_CONTENT ? null : latin1(contents);
  if (only !== PDFName.of('FlateDecode') || dict.has(PDFName.of('DecodeParms'))) return null;
  try {
    return latin1(inflateSync(contents, { maxOutputLength: LONGEST_CONTENT }));
  } catch {
    // Longer than that, or damaged: what a viewer makes of it cannot be said.
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
