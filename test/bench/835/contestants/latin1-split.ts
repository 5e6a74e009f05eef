import { centsOfText, measure, readInChunks } from '../measure.ts';

/** What one writes first: text, split into segments, split into elements; sums CLP, SVC and CAS, and keeps nothing. */
await measure((path) => {
  let claims = 0;
  let chargeCents = 0;
  let paidCents = 0;
  let lineCents = 0;
  let adjustedCents = 0;
  let tail = '';
  readInChunks(path, (chunk) => {
    const segments = (tail + chunk.toString('latin1')).split('~');
    tail = segments.pop() ?? '';
    for (const segment of segments) {
      const elements = segment.split('*');
      switch (elements[0]?.trim()) {
        case 'CLP':
          claims++;
          chargeCents += centsOfText(elements[3]);
          paidCents += centsOfText(elements[4]);
          break;
        case 'SVC':
          lineCents += centsOfText(elements[2]) - centsOfText(elements[3]);
          break;
        case 'CAS':
          for (let i = 3; i < elements.length; i += 3) adjustedCents += centsOfText(elements[i]);
          break;
      }
    }
  });
  if (lineCents === 0) throw new Error('no line');
  return { claims, chargeCents, paidCents, adjustedCents };
});
