import { describe, expect, it } from 'vitest';
import type { ClaimRange } from '../../../functions/core/remittance/claim-range.ts';
import { createRemittanceReader, readRemittances } from '../../../functions/core/remittance/reader.ts';
import type { ReaderEvent } from '../../../functions/core/remittance/remittance.ts';
import { SAMPLES } from '../../fixtures/make-samples.ts';
import { CLAIM, enveloped, file, readAll, transaction } from './reading.ts';

/** The ranges of a file that start at every claim, and the claims from there to the end of its transaction. */
function rangesOf(events: readonly ReaderEvent[]) {
  const ranges: { range: ClaimRange; byteEnd: number; rest: unknown[] }[] = [];
  for (const event of events) {
    if (event.kind !== 'claim') continue;
    const { header, claim } = event;
    const opening = events.find((one) => one.kind === 'header' && one.header === header);
    const closing = events.find((one) => one.kind === 'remittance' && one.header === header);
    if (opening?.kind !== 'header' || closing?.kind !== 'remittance') throw new Error('incomplete');
    const rest = events.flatMap((one) =>
      one.kind === 'claim' && one.header === header && one.claim.ordinal >= claim.ordinal ? [one.claim] : [],
    );
    const { delimiters } = opening;
    const range = { header, delimiters, firstClaim: claim.ordinal, byteStart: claim.byteStart };
    ranges.push({ range, byteEnd: closing.trailer.byteEnd, rest });
  }
  return ranges;
}

function readRange(bytes: Uint8Array, range: ClaimRange, byteEnd: number): ReaderEvent[] {
  const events: ReaderEvent[] = [];
  const reader = createRemittanceReader((event) => events.push(event), range);
  reader.push(bytes.subarray(range.byteStart, byteEnd));
  reader.end();
  return events;
}

describe('a range of claims', () => {
  it('is read from any claim on as the whole file is', () => {
    let ranges = 0;
    for (const text of SAMPLES.values()) {
      const bytes = Buffer.from(text, 'latin1');
      for (const { range, byteEnd, rest } of rangesOf(readAll(bytes).events)) {
        const [header, ...claims] = readRange(bytes, range, byteEnd);
        expect(header).toEqual({ kind: 'header', header: range.header, delimiters: range.delimiters });
        expect(claims).toEqual(rest.map((claim) => ({ kind: 'claim', header: range.header, claim })));
        ranges++;
      }
    }
    expect(ranges).toBeGreaterThan(20);
  });

  it('may end at any other claim', () => {
    const bytes = Buffer.from(file([...CLAIM, ...CLAIM, ...CLAIM], '240'));
    const [first, , third] = rangesOf(readAll(bytes).events);
    if (first === undefined || third === undefined) throw new Error('incomplete');
    const events = readRange(bytes, first.range, third.range.byteStart);
    expect(events.map((event) => (event.kind === 'claim' ? event.claim : event.kind))).toEqual([
      'header',
      ...first.rest.slice(0, 2),
    ]);
  });

  it('that is cut within a segment ends in an exception and does not tell its last claim', () => {
    const bytes = Buffer.from(file([...CLAIM, ...CLAIM], '160'));
    const [first] = rangesOf(readAll(bytes).events);
    if (first === undefined) throw new Error('incomplete');
    const events = readRange(bytes, first.range, bytes.indexOf('SE*') - 5);
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'claim', 'exception']);
  });
});

describe('a reading that is stopped', () => {
  async function* endless(closed: () => void): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from(enveloped(transaction(CLAIM)));
    } finally {
      closed();
    }
  }

  it('by leaving the loop lets go of its source', async () => {
    let isClosed = false;
    for await (const events of readRemittances(endless(() => (isClosed = true)))) {
      if (events.some(({ kind }) => kind === 'remittance')) break;
    }
    expect(isClosed).toBe(true);
  });

  it('by a signal throws its reason and lets go of its source', async () => {
    let isClosed = false;
    const stop = new AbortController();
    const reading = async () => {
      for await (const _events of readRemittances(
        endless(() => (isClosed = true)),
        { signal: stop.signal },
      )) {
        stop.abort(new Error('enough'));
      }
    };
    await expect(reading()).rejects.toThrow('enough');
    expect(isClosed).toBe(true);
  });
});
