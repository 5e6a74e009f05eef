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
import { MOST_STRUCTURE_BYTES, MOST_STRUCTURES } from '../../core/documents/intake/limits.ts';
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
  let structures = openingsIn(buffer);
  if (structures > MOST_STRUCTURES) return 'unpacks_too_large';
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
    const inflated = inflate(object, left);
    if (inflated === 'too_much') return 'unpacks_too_large';
    if (inflated === 'unreadable') {
      refusal ??= 'damaged';
      continue;
    }
    left -= inflated.length;
    structures += openingsIn(inflated);
    if (left < 0 || structures > MOST_STRUCTURES) return 'unpacks_too_large';
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

/** What begins lists and dictionaries, each of which the library makes an object of. */
function openingsIn(bytes: Uint8Array): number {
  let openings = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === LIST || (bytes[at] === LESS && bytes[at + 1] === LESS)) openings += 1;
  }
  return openings;
}

const LIST = 0x5b;
const LESS = 0x3c;

/** `unreadable`: it cannot be inflated, or is packed in a way that no program packs structures in. */
function inflate({ dict, contents }: PDFRawStream, most: number): Uint8Array | 'unreadable' | 'too_much' {
  const named = dict.get(PDFName.of('Filter'));
  const filters = named instanceof PDFArray ? named.asArray() : named === undefined ? [] : [named];
  if (filters.length === 0) return contents;
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) return 'unreadable';
  try {
    return inflateSync(contents, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooMuch ? 'too_much' : 'unreadable';
  }
}
