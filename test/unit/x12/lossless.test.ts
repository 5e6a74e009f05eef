import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSegments, writeSegments } from '../../../functions/core/x12/lossless.ts';
import { SAMPLES } from '../../fixtures/make-samples.ts';
import { CLAIM, file, readAll } from '../remittance/reading.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('reading and writing segments', () => {
  it('gives the same bytes back, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', ...SAMPLES.values()),
        (noise, text) => {
          const bytes = Buffer.concat([noise, bytesOf(text), noise]);
          expect(bytes.equals(writeSegments(readSegments(bytes)))).toBe(true);
        },
      ),
    );
  });

  it('keeps line ends and blanks as the gap of the segment before', () => {
    const pieces = readSegments(
      bytesOf(file(CLAIM).replace('~NM1', '~\r\n  NM1').replace('~SVC', '~~\nSVC')),
    );
    const gaps = pieces.flatMap((piece) =>
      piece.kind === 'segment' && piece.gap.length > 0 ? [[piece.id, textOf(piece.gap)]] : [],
    );
    expect(gaps).toEqual([
      ['CLP', '\r\n  '],
      ['NM1', '~\n'],
    ]);
  });

  it('keeps text around the interchange apart', () => {
    const pieces = readSegments(bytesOf(`Dear all\n${file(CLAIM)}\n bye`));
    expect(pieces.flatMap((piece) => (piece.kind === 'skipped' ? [textOf(piece.bytes)] : []))).toEqual([
      'Dear all\n',
      'bye',
    ]);
  });

  it('cuts out one claim by its place, under the delimiters of its header', () => {
    const bytes = bytesOf(file([...CLAIM, ...CLAIM], '160'));
    const { claims, events } = readAll(bytes);
    const { byteStart = 0, byteEnd = 0 } = claims[1] ?? {};
    const header = events.find((event) => event.kind === 'header');
    if (header?.kind !== 'header') throw new Error('no header');
    const pieces = readSegments(bytes.subarray(byteStart, byteEnd), {
      byteStart,
      delimiters: header.delimiters,
    });
    expect(pieces.map((piece) => textOf(piece.bytes))).toEqual(CLAIM.map((segment) => `${segment}~`));
    expect(pieces[0]).toMatchObject({ kind: 'segment', id: 'CLP', byteStart });
  });

  it('takes a segment that no segment can be so long as skipped', () => {
    const bytes = bytesOf(file([...CLAIM, `REF*1L*${'A'.repeat(1_100_000)}`]));
    const pieces = readSegments(bytes);
    expect(pieces.filter(({ kind }) => kind === 'skipped')).toHaveLength(1);
    expect(bytes.equals(writeSegments(pieces))).toBe(true);
  });
});
