import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Schema, X12grouper, X12parser } from 'x12-parser';
import { centsOfText, measure } from '../measure.ts';

const remittance = new Schema('005010X221A1', {
  start: 'ST',
  terminators: ['SE'],
  name: 'remittance',
  groups: [
    {
      start: 'CLP',
      terminators: ['PLB', 'SE', 'LX'],
      name: 'claim',
      groups: [{ start: 'SVC', name: 'line' }],
    },
  ],
});

/** x12-parser's segments, grouped by its own grouper into claims with their lines. */
await measure(async (path) => {
  let claims = 0;
  let chargeCents = 0;
  let paidCents = 0;
  let adjustedCents = 0;
  // biome-ignore lint/suspicious/noExplicitAny: groups and segments are untyped records in this package.
  const visit = (node: any): void => {
    if (Array.isArray(node.data)) {
      for (const one of node.data) visit(one);
      return;
    }
    if (node.name === 'CLP') {
      claims++;
      chargeCents += centsOfText(node['3']);
      paidCents += centsOfText(node['4']);
    } else if (node.name === 'CAS') {
      for (let i = 3; node[i] !== undefined; i += 3) adjustedCents += centsOfText(node[i]);
    }
  };
  const sink = new Writable({
    objectMode: true,
    write(node, _encoding, done) {
      visit(node);
      done();
    },
  });
  await pipeline(createReadStream(path), new X12parser(), new X12grouper(remittance), sink);
  return { claims, chargeCents, paidCents, adjustedCents };
});
