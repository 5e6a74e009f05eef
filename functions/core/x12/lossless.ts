import type { Segment } from './segment.ts';
import { createTokenizer, type StartingPlace } from './tokenizer.ts';

/** A stretch of a file; all of them one after the other are the file. */
export type FilePiece =
  | {
      readonly kind: 'segment';
      /** As sent, in upper case; '' when it is no segment id. */
      readonly id: string;
      readonly byteStart: number;
      /** As sent, with its terminator (which the last one of a cut file lacks). */
      readonly bytes: Uint8Array;
      /** What stands between it and the next piece: line ends, blanks, further terminators. */
      readonly gap: Uint8Array;
    }
  /** What is no segment: text around the interchanges, and segments too long to be any. */
  | { readonly kind: 'skipped'; readonly byteStart: number; readonly bytes: Uint8Array };

/**
 * Cuts bytes into segments without changing or losing any: for editing a file, and for its text as sent. Views of the
 * bytes, no copies.
 *
 * @param startAt where the bytes begin in their file, when they are a part of it (the claim of a remittance, say);
 * byteStart counts from the beginning of the file.
 * @example
 * writeSegments(readSegments(file)) // the same bytes
 */
export function readSegments(bytes: Uint8Array, startAt?: StartingPlace): FilePiece[] {
  const offset = startAt?.byteStart ?? 0;
  const marks: Mark[] = [];
  const mark = (segment: Segment) =>
    marks.push({ kind: 'segment', id: segment.id(), byteStart: segment.byteStart, byteEnd: segment.byteEnd });
  const tokenizer = createTokenizer(
    {
      interchange() {},
      recycle() {},
      segment: mark,
      unterminated: mark,
      tooLong: ({ byteStart, byteEnd }) => marks.push({ kind: 'skipped', id: '', byteStart, byteEnd }),
      skippedText: (byteStart, _bytes, byteEnd) =>
        marks.push({ kind: 'skipped', id: '', byteStart, byteEnd }),
    },
    startAt,
  );
  tokenizer.push(bytes);
  tokenizer.end();

  const end = offset + bytes.length;
  const cut = (from: number, to: number) => bytes.subarray(from - offset, to - offset);
  const pieces: FilePiece[] = [];
  const first = marks[0]?.byteStart ?? end;
  if (first > offset) pieces.push({ kind: 'skipped', byteStart: offset, bytes: cut(offset, first) });
  for (const [i, { kind, id, byteStart, byteEnd }] of marks.entries()) {
    const next = marks[i + 1]?.byteStart ?? end;
    pieces.push(
      kind === 'segment'
        ? { kind, id, byteStart, bytes: cut(byteStart, byteEnd), gap: cut(byteEnd, next) }
        : { kind, byteStart, bytes: cut(byteStart, next) },
    );
  }
  return pieces;
}

/** The bytes of the pieces, one after the other. */
export function writeSegments(pieces: readonly FilePiece[]): Uint8Array {
  const parts = pieces.flatMap((piece) =>
    piece.kind === 'segment' ? [piece.bytes, piece.gap] : [piece.bytes],
  );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

interface Mark {
  readonly kind: FilePiece['kind'];
  readonly id: string;
  readonly byteStart: number;
  readonly byteEnd: number;
}
