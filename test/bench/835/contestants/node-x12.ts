import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { X12Parser, type X12Segment } from 'node-x12';
import { centsOfText, measure } from '../measure.ts';

/** node-x12's stream of segments. */
await measure(async (path) => {
  let claims = 0;
  let chargeCents = 0;
  let paidCents = 0;
  let adjustedCents = 0;
  const sink = new Writable({
    objectMode: true,
    write(segment: X12Segment, _encoding, done) {
      const value = (i: number) => segment.elements[i - 1]?.value;
      if (segment.tag === 'CLP') {
        claims++;
        chargeCents += centsOfText(value(3));
        paidCents += centsOfText(value(4));
      } else if (segment.tag === 'CAS') {
        for (let i = 3; i <= segment.elements.length; i += 3) adjustedCents += centsOfText(value(i));
      }
      done();
    },
  });
  await pipeline(createReadStream(path), new X12Parser(), sink);
  return { claims, chargeCents, paidCents, adjustedCents };
});
