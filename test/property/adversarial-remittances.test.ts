import { describe, expect, it } from 'vitest';
import { createRemittanceReader } from '../../functions/core/remittance/reader.ts';
import type { ReaderEvent } from '../../functions/core/remittance/remittance.ts';
import { CLAIM, file, GS, ISA, transaction } from '../unit/remittance/reading.ts';

const MIB = 1024 * 1024;
const OPEN = `${ISA}${GS}${transaction([]).replace(/SE\*.*$/, '')}`;
const CLOSE = `SE*1*0001~GE*1*1~IEA*1*000000001~`;

/** Pushes the pieces one after the other and keeps the events that are no claims; how far memory grew, in MiB. */
function read(pieces: Iterable<string | Uint8Array>): { told: string[]; claims: number; grewMiB: number } {
  const told: string[] = [];
  let claims = 0;
  const reader = createRemittanceReader((event: ReaderEvent) => {
    if (event.kind === 'claim') claims++;
    else told.push('notice' in event ? event.notice.code : event.kind);
  });
  const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = memory();
  let most = before;
  let pushed = 0;
  for (const piece of pieces) {
    reader.push(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
    if (++pushed % 16 === 0) most = Math.max(most, memory());
  }
  reader.end();
  return { told, claims, grewMiB: (Math.max(most, memory()) - before) / MIB };
}

function* repeated(before: string, piece: Uint8Array, times: number, after: string) {
  yield before;
  for (let i = 0; i < times; i++) yield piece;
  yield after;
}

const times = (text: string, count: number) => Buffer.from(text.repeat(count), 'latin1');

describe('input made to break a reader', () => {
  it('in one line of 2 GB without a terminator is refused by name, in bounded memory', () => {
    const { told, grewMiB } = read(repeated(`${OPEN}REF*`, Buffer.alloc(MIB, 'A'), 2048, ''));
    expect(told).toEqual(['header', 'segment_too_long', 'missing_ge', 'missing_iea']);
    expect(grewMiB).toBeLessThan(16);
  });

  it('in 64 MB of text that is no X12 at all is refused as another kind of file', () => {
    const { told, grewMiB } = read(repeated('', Buffer.alloc(MIB, 'SIG '), 64, ''));
    expect(told).toEqual(['not_x12']);
    expect(grewMiB).toBeLessThan(16);
  });

  it('with a million empty segments is read', () => {
    const { told, claims } = read(repeated(`${OPEN}${CLAIM.join('~')}~`, times('~', 1000), 1000, CLOSE));
    expect(told).toEqual(['header', 'wrong_segment_count', 'remittance']);
    expect(claims).toBe(1);
  });

  it('with a million CAS in one claim is refused by name, in bounded memory', () => {
    const { told, claims, grewMiB } = read(
      repeated(`${OPEN}${CLAIM.join('~')}~`, times('CAS*CO*45*1~', 1000), 1000, CLOSE),
    );
    expect(told).toEqual(['header', 'transaction_too_large']);
    expect(claims).toBe(0);
    expect(grewMiB).toBeLessThan(128);
  });

  it('with a claim of a few huge segments is refused by name, in bounded memory', () => {
    const huge = times(`REF*1L*${'A'.repeat(1_000_000)}~`, 1);
    const { told, grewMiB } = read(repeated(`${OPEN}${CLAIM.join('~')}~`, huge, 200, CLOSE));
    expect(told).toEqual(['header', 'transaction_too_large']);
    expect(grewMiB).toBeLessThan(128);
  });

  it('with a million PLB is refused by name, in bounded memory', () => {
    const { told, grewMiB } = read(repeated(OPEN, times('PLB*1*20261231*WO:1*1~', 1000), 1000, CLOSE));
    expect(told).toEqual(['header', 'transaction_too_large']);
    expect(grewMiB).toBeLessThan(128);
  });

  it.each([
    ['components', ':1'],
    ['repetitions', '^1'],
    ['elements', '*1'],
  ])('with half a million %s in one segment is read, or refused by name', (_name, part) => {
    const text = file([...CLAIM, `SVC*HC:99213${part.repeat(500_000)}*1*1`]);
    expect(read([text]).told.at(-1)).toMatch(/remittance|bad_number|transaction_too_large/);
  });

  it('with a hundred thousand transactions that all break off tells each, and holds none', () => {
    const { told, grewMiB } = read(repeated(`${ISA}${GS}`, times('ST*835*0001~BPR*I*0~', 100), 1000, ''));
    expect(told.filter((code) => code === 'truncated_transaction')).toHaveLength(100_000);
    expect(grewMiB).toBeLessThan(64);
  });
});
