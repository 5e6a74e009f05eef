import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { MOST_STRUCTURE_BYTES } from '../../core/documents/intake/limits.ts';
import type { RefusalReason } from '../../core/documents/intake/refusal.ts';

/** Streams that the library inflates while it loads, without a bound of its own. */
const STRUCTURES = ['ObjStm', 'XRef'];

/**
 * Looks at every place where the library could begin to read an object, before the library is given the bytes: is the
 * file encrypted, and what do the packed structures come to?
 *
 * @returns null where it may be loaded
 */
export function structureRefusal(bytes: Uint8Array): RefusalReason | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const context = PDFContext.create();
  if (trailers(buffer, context).some(isEncrypted)) return 'encrypted';
  let left = MOST_STRUCTURE_BYTES;
  let refusal: RefusalReason | null = null;
  for (const at of behindEach('obj', buffer)) {
    const object = objectAt(buffer, at, context);
    if (!(object instanceof PDFRawStream)) continue;
    // An end before its beginning has the library read in a circle.
    if (!hasPossibleLength(object.dict)) return 'damaged';
    const type = object.dict.get(PDFName.of('Type'));
    // What kind it is must not depend on an object that is still to come.
    if (type instanceof PDFRef) return 'damaged';
    if (!STRUCTURES.some((name) => type === PDFName.of(name))) continue;
    // Never encrypted itself (ISO 32000-2, 7.5.8.2); of an encrypted file nothing else could be inflated.
    if (isEncrypted(object.dict)) return 'encrypted';
    const size = inflatedSize(object, left);
    if (size === null) refusal ??= 'damaged';
    else left -= size;
    if (left < 0) return 'unpacks_too_large';
  }
  return refusal;
}

function trailers(buffer: Buffer, context: PDFContext): readonly PDFDict[] {
  return [...behindEach('trailer', buffer)]
    .map((at) => objectAt(buffer, at, context))
    .filter((object) => object instanceof PDFDict);
}

const isEncrypted = (dict: PDFDict): boolean => dict.has(PDFName.of('Encrypt'));

function* behindEach(word: string, buffer: Buffer): Generator<number> {
  for (let at = buffer.indexOf(word); at !== -1; at = buffer.indexOf(word, at + word.length)) {
    yield at + word.length;
  }
}

function objectAt(buffer: Buffer, at: number, context: PDFContext) {
  try {
    return PDFObjectParser.forBytes(buffer.subarray(at), context).parseObject();
  } catch {
    // Not an object, or not a whole one: loading refuses what is one by its place.
    return null;
  }
}

function hasPossibleLength(dict: PDFDict): boolean {
  const length = dict.get(PDFName.of('Length'));
  return !(length instanceof PDFNumber) || (length.asNumber() >= 0 && Number.isInteger(length.asNumber()));
}

/** @returns null where it cannot be inflated, or is packed in a way that no program packs structures in. */
function inflatedSize({ dict, contents }: PDFRawStream, most: number): number | null {
  const named = dict.get(PDFName.of('Filter'));
  const filters = named instanceof PDFArray ? named.asArray() : named === undefined ? [] : [named];
  if (filters.length === 0) return contents.length;
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) return null;
  try {
    return inflateSync(contents, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const isTooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooMuch ? most + 1 : null;
  }
}
