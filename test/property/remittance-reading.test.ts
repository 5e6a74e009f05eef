import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../functions/core/money/cents.ts';
import { createRemittanceReader } from '../../functions/core/remittance/reader.ts';
import type { ReaderEvent } from '../../functions/core/remittance/remittance.ts';
import { SAMPLES } from '../fixtures/make-samples.ts';
import { file, readAll, readingOf } from '../unit/remittance/reading.ts';

const samples = [...SAMPLES.values()];
const sample = fc.constantFrom(...samples);

describe('reading', () => {
  it('gives the same events however the bytes are split', () => {
    const wrapped = samples.map((text) => text.replace(/.{80}/g, '$&\r\n'));
    const noisy = samples.map((text) => `\xef\xbb\xbfnote\n${text.replaceAll('~\n', '\r\n')}\n ${text}`);
    const input = fc.constantFrom(...samples, ...wrapped, ...noisy, samples.join(''));
    fc.assert(
      fc.property(
        input,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }),
        (text, sizes) => {
          const bytes = Buffer.from(text, 'latin1');
          const events: ReaderEvent[] = [];
          const reader = createRemittanceReader((event) => events.push(event));
          // One chunk object for all, as a file reader may do.
          const chunk = new Uint8Array(400);
          for (let at = 0, i = 0; at < bytes.length; i++) {
            const size = Math.min(sizes[i % sizes.length] as number, bytes.length - at);
            chunk.set(bytes.subarray(at, at + size));
            reader.push(chunk.subarray(0, size));
            at += size;
          }
          reader.end();
          expect(events).toEqual(readAll(bytes).events);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives the same events byte by byte', () => {
    for (const text of samples) expect(readAll(text, 1)).toEqual(readAll(text));
  });

  it('keeps the identity over other delimiters, line ends, wraps and envelopes', () => {
    const marks = fc.shuffledSubarray(["'", '|', '^', '!', '\x1d', '\x1f', '\x1c', '>', '+', '\\'], {
      minLength: 3,
      maxLength: 3,
    });
    const lineEnd = fc.constantFrom('', '\n', '\r\n', '\n   ');
    const control = fc.stringMatching(/^[0-9]{4,9}$/);
    fc.assert(
      fc.property(
        sample,
        marks,
        lineEnd,
        fc.option(fc.integer({ min: 30, max: 120 })),
        control,
        fc.boolean(),
        (text, [e, c, t], end, wrap, number, naked) => {
          let other = text
            .replaceAll('~\n', '~')
            .replace(/ST\*835\*\d+/g, `ST*835*${number}`)
            .replace(/SE\*\d+\*\d+/g, `SE*1*${number}`);
          if (naked) other = other.slice(other.indexOf('ST*'), other.indexOf('GE*'));
          // The ISA declares a repetition separator; it must not be the new element separator.
          other = other
            .replace(/\*\^\*/, '*U*')
            .replaceAll('*', e as string)
            .replaceAll(':', c as string)
            .replaceAll('~', `${t}${end}`);
          if (wrap !== null && end === '')
            other = other.replace(new RegExp(`[\\s\\S]{${wrap}}`, 'g'), '$&\r\n');
          const ids = (input: string) =>
            readAll(input).remittances.map(({ trailer }) => trailer.remittanceId);
          expect(ids(other)).toEqual(ids(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the identity that a naive implementation of ADR-0003 has', () => {
    for (const text of samples) {
      const naive = [...text.matchAll(/ST\*835[\s\S]*?(?=SE\*\d+)/g)].map(([body]) => naiveIdentity(body));
      expect(readAll(text).remittances.map(({ trailer }) => trailer.remittanceId)).toEqual(naive);
    }
  });

  it('reads back the money of any balanced claim to the cent', () => {
    const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
    const line = fc.record({ charge: cents, adjustments: fc.array(cents, { maxLength: 14 }) });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.array(cents, { maxLength: 7 }),
        cents,
        (lines, claimLevel, plb) => {
          const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
          const charge = sum(lines.map((l) => l.charge));
          const paid = charge - sum(lines.flatMap((l) => l.adjustments)) - sum(claimLevel);
          const { claims, remittances, exceptions } = readAll(
            file(
              [
                `CLP*A*1*${decimalOf(charge)}*${decimalOf(paid)}*0`,
                ...casOf(claimLevel),
                ...lines.flatMap((l) => [
                  `SVC*HC:1*${decimalOf(l.charge)}*${decimalOf(l.charge - sum(l.adjustments))}`,
                  ...casOf(l.adjustments),
                ]),
                `PLB*1*20261231*WO:1*${decimalOf(plb)}`,
              ],
              decimalOf(paid - plb),
            ),
          );
          expect(exceptions).toEqual([]);
          expect(remittances[0]?.trailer).toMatchObject({
            balanced: true,
            paidCents: paid,
            chargeCents: charge,
          });
          expect(claims[0]?.adjustments.map((a) => a.amountCents)).toEqual(claimLevel);
          expect(claims[0]?.lines.map((l) => l.adjustments.map((a) => a.amountCents))).toEqual(
            lines.map((l) => l.adjustments),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives each event once and in order', () => {
    const { events } = readingOf(readAll(samples.join('')).events);
    expect(events.filter(({ kind }) => kind === 'remittance')).toHaveLength(SAMPLES.size + 1);
  });
});

function casOf(amounts: readonly number[]): string[] {
  const segments: string[] = [];
  for (let i = 0; i < amounts.length; i += 6) {
    segments.push(
      `CAS*CO*${amounts
        .slice(i, i + 6)
        .map((cents) => `45*${decimalOf(cents)}*`)
        .join('*')}`,
    );
  }
  return segments;
}

/** For files with `*`, `:` and `~` only: every colon in an SVC or PLB separates components there. */
function naiveIdentity(body: string): string {
  const segments = body
    .split('~')
    .map((segment) => segment.trim().replace(/\*+$/, ''))
    .filter((segment) => segment !== '');
  const normalised = segments.map((segment, i) => {
    const text = i === 0 ? segment.replace(/^(ST\*835)\*\d+/, '$1*') : segment;
    const composed = /^(SVC|PLB)/.test(text) ? text.replaceAll(':', '\x1f') : text;
    return `${composed.replaceAll('*', '\x1d')}\x1c`;
  });
  return createHash('sha256').update(normalised.join(''), 'latin1').digest('hex').slice(0, 32);
}
