import { describe, expect, it } from 'vitest';
import type { ReaderEvent } from '../../functions/core/remittance/remittance.ts';
import { SAMPLES } from '../fixtures/make-samples.ts';
import { readAll } from '../unit/remittance/reading.ts';

const MUTANTS = Number(process.env.OVERTURN_MUTANTS ?? 5_000);
const SEED = 20_261_123;

describe('mutated remittances', () => {
  it(`(${MUTANTS} of them) never break the reader or its promises`, () => {
    const random = randomFrom(SEED);
    const originals = [...SAMPLES.values()].map((text) => Buffer.from(text, 'latin1'));
    const codes = new Map<string, number>();
    for (let n = 0; n < MUTANTS; n++) {
      const mutant = mutate(originals, random);
      const { events } = readAll(mutant, 1 + random(2_000));
      try {
        expectWellFormed(events, mutant.length);
      } catch (error) {
        throw new Error(`mutant ${n}: ${mutant.toString('latin1')}`, { cause: error });
      }
      for (const event of events)
        if ('notice' in event) codes.set(event.notice.code, (codes.get(event.notice.code) ?? 0) + 1);
    }
    // The mutants must reach the paths they are meant to reach.
    for (const code of [
      'truncated_transaction',
      'bad_number',
      'wrong_segment_count',
      'unbalanced_claims',
      'missing_iea',
      'skipped_text',
    ]) {
      expect(codes.get(code), code).toBeGreaterThan(0);
    }
  }, 120_000);
});

/** Header, claims from ordinal 1, then one remittance or one exception; exact integers; places within the file. */
function expectWellFormed(events: readonly ReaderEvent[], bytes: number): void {
  const open = new Map<number, number>();
  const ended = new Set<number>();
  for (const event of events) {
    if (event.kind === 'header') {
      expect(open.has(event.header.ordinal) || ended.has(event.header.ordinal)).toBe(false);
      expect(Number.isSafeInteger(event.header.paymentCents)).toBe(true);
      open.set(event.header.ordinal, 0);
    } else if (event.kind === 'claim') {
      const claims = open.get(event.header.ordinal);
      expect(event.claim.ordinal).toBe((claims ?? Number.NaN) + 1);
      open.set(event.header.ordinal, event.claim.ordinal);
      const { claim } = event;
      expect(claim.byteStart).toBeLessThan(bytes);
      const money = [claim.chargeCents, claim.paidCents, claim.patientResponsibilityCents];
      for (const line of [claim, ...claim.lines]) money.push(...line.adjustments.map((a) => a.amountCents));
      for (const line of claim.lines) money.push(line.chargeCents, line.paidCents);
      expect(money.every(Number.isSafeInteger)).toBe(true);
      expect(claim.lines.map(({ ordinal }) => ordinal)).toEqual(claim.lines.map((_, i) => i + 1));
    } else if (event.kind === 'remittance') {
      const { header, trailer } = event;
      expect(trailer.claimCount).toBe(open.get(header.ordinal));
      expect(trailer.remittanceId).toMatch(/^[0-9a-f]{32}$/);
      expect(trailer.byteStart).toBeLessThan(trailer.byteEnd);
      expect(trailer.byteEnd).toBeLessThanOrEqual(bytes);
      open.delete(header.ordinal);
      ended.add(header.ordinal);
    } else {
      expect(event.notice.message).toMatch(/^[ -~]{20,400}\.$/);
      const { ordinal } = event.notice;
      if (event.kind === 'exception' && ordinal !== null) {
        expect(ended.has(ordinal)).toBe(false);
        open.delete(ordinal);
        ended.add(ordinal);
      }
    }
  }
  expect([...open.keys()], 'transactions that neither ended nor were refused').toEqual([]);
  expect(events.length).toBeGreaterThan(0);
}

type Random = (below: number) => number;

function mutate(originals: readonly Buffer[], random: Random): Buffer {
  const pick = () => originals[random(originals.length)] as Buffer;
  let bytes: Buffer = Buffer.from(pick());
  for (let times = 1 + random(4); times > 0 && bytes.length > 0; times--) {
    const at = random(bytes.length);
    const length = Math.min(1 + random(random(4) === 0 ? 400 : 12), bytes.length - at);
    const rest = bytes.subarray(at + length);
    switch (random(8)) {
      case 0:
        bytes = Buffer.concat([bytes.subarray(0, at), rest]);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
        break;
      case 2:
        bytes[at] = (bytes[at] as number) ^ (1 << random(8));
        break;
      case 3:
        bytes = bytes.subarray(0, at);
        break;
      case 4: {
        const other = pick();
        const from = random(other.length);
        bytes = Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + length), rest]);
        break;
      }
      case 5:
        bytes[at] = '*~:^\n\r 0-.A\0\xff'.charCodeAt(random(13));
        break;
      case 6:
        bytes = mutateSegments(bytes, random);
        break;
      default:
        bytes = Buffer.concat([bytes.subarray(0, at), pick()]);
    }
  }
  return bytes;
}

/** Drops, doubles or moves a whole segment. */
function mutateSegments(bytes: Buffer, random: Random): Buffer {
  const segments = bytes.toString('latin1').split('~');
  const [segment = ''] = segments.splice(random(segments.length), 1);
  const how = random(3);
  if (how > 0) segments.splice(random(segments.length + 1), 0, segment);
  if (how > 1) segments.splice(random(segments.length + 1), 0, segment);
  return Buffer.from(segments.join('~'), 'latin1');
}

/** Mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
