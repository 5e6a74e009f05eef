import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPageLeaf,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { MOST_STRUCTURE_BYTES } from '../../core/documents/intake/limits.ts';
import type { RefusalReason } from '../../core/documents/intake/refusal.ts';
import { boxOf } from './page-boxes.ts';

/**
 * Makes what each page draws one form of its own (ISO 32000-2, 8.10). What a page leaves open or closes too often (a
 * graphics state, a clip, a text, half a string) then ends with its form: whatever is drawn on the page later, an
 * entry or a stamp of ours, stands where it is put.
 *
 * @returns null, or why the pages cannot be taken
 */
export function isolatePages(pdf: PDFDocument): RefusalReason | null {
  const budget = { left: MOST_STRUCTURE_BYTES };
  const met = new Set<PDFRawStream>();
  for (const { node } of pdf.getPages()) {
    const resources = resourcesOf(node);
    const box = boxOf(node);
    if (box === null) return 'odd_pages';
    if (resources === null) return 'damaged';
    const drawn = drawnBy(node, met, budget);
    if (typeof drawn === 'string') return drawn;
    const { context } = pdf;
    const form = context.obj({ Type: 'XObject', Subtype: 'Form', BBox: box, ...drawn.coding });
    form.set(name('Resources'), resources);
    const ref = context.register(PDFRawStream.of(form, drawn.bytes));
    node.set(name('Resources'), context.obj({ XObject: { Page: ref } }));
    node.set(name('Contents'), context.register(context.stream('q q q q /Page Do Q Q Q Q')));
  }
  return null;
}

interface Drawn {
  readonly bytes: Uint8Array;
  /** Filter and its parameters, as the stream has them. */
  readonly coding: Readonly<Record<string, NonNullable<ReturnType<PDFDict['get']>> | string>>;
}

/** Of several streams one (7.7.3.3): they may divide between any two words, and only the whole can be a form. */
function drawnBy(page: PDFPageLeaf, met: Set<PDFRawStream>, budget: { left: number }): Drawn | RefusalReason {
  const contents = page.lookup(name('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => page.context.lookup(part)) : [contents];
  if (contents === undefined) return { bytes: new Uint8Array(), coding: {} };
  if (!streams.every((stream) => stream instanceof PDFRawStream)) return 'damaged';
  const [only] = streams;
  if (only !== undefined && streams.length === 1) {
    // Pages that share their contents would each get a copy.
    if (met.has(only)) budget.left -= only.contents.length;
    met.add(only);
    return budget.left < 0 ? 'unpacks_too_large' : { bytes: only.contents, coding: codingOf(only) };
  }
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const part = unpacked(stream, budget.left);
    if (part === null) return 'damaged';
    if (part === 'too_much') return 'unpacks_too_large';
    budget.left -= part.length;
    parts.push(part, NEW_LINE);
  }
  return { bytes: deflateSync(Buffer.concat(parts)), coding: { Filter: 'FlateDecode' } };
}

const NEW_LINE = Uint8Array.of(0x0a);

function codingOf({ dict }: PDFRawStream): Drawn['coding'] {
  const entries = ['Filter', 'DecodeParms'].flatMap((key) => {
    const value = dict.get(name(key));
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Null where it cannot be unpacked, or is packed as no contents are. */
function unpacked(stream: PDFRawStream, most: number): Uint8Array | 'too_much' | null {
  const { dict, contents } = stream;
  if (dict.lookup(name('DecodeParms')) !== undefined) return null;
  const filter = dict.lookup(name('Filter'));
  try {
    if (filter === name('FlateDecode')) return inflateSync(contents, { maxOutputLength: Math.max(1, most) });
    return readAtMost(decodePDFRawStream(stream), most);
  } catch (error) {
    const isTooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooMuch ? 'too_much' : null;
  }
}

const AT_ONCE = 65_536;

function readAtMost(
  stream: { getBytes(length: number): Uint8Array | Uint8ClampedArray },
  most: number,
): Uint8Array | 'too_much' {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const piece = Uint8Array.from(stream.getBytes(AT_ONCE));
    length += piece.length;
    if (length > most) return 'too_much';
    if (piece.length === 0) return Buffer.concat(pieces);
    pieces.push(piece);
  }
}

/** Its own or inherited (7.8.3); null where it is none that a program can read. */
function resourcesOf(page: PDFPageLeaf): PDFDict | null {
  const found = page.getInheritableAttribute(name('Resources'));
  if (found === undefined) return page.context.obj({});
  const resources = page.context.lookup(found);
  return resources instanceof PDFDict ? resources : null;
}

function name(text: string): PDFName {
  return PDFName.of(text);
}
