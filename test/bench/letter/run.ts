import { readFaces } from '../../../functions/adapters/letters/pdf/faces.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { exampleMarkup, FONTS, LETTER_DAY, PRINTER } from '../../fixtures/printed-letters.ts';
import { readPdf } from '../../fixtures/read-pdf.ts';
import { plainText } from './plain-text.ts';

/**
 * `npm run bench:letter`: a two-page letter as one tagged PDF against its words set as plain untagged text on two pages
 * by the same library with the same faces embedded; in one process, in turns. Ends with 1 above the ratio asked.
 */
const ROUNDS = 60;
const WARM_UP = 10;
const AT_MOST = 3;
const TEMPLATE = 'medical-necessity';

const markup = exampleMarkup(TEMPLATE);
const letter = parseLetter(markup);
const faces = readFaces(FONTS);
const contestants = {
  letter: async () => (await PRINTER.print(markup, LETTER_DAY)).bytes,
  'plain text': () => plainText(letter, faces),
};
type Name = keyof typeof contestants;
const names = Object.keys(contestants) as readonly Name[];
const milliseconds: Record<Name, number[]> = { letter: [], 'plain text': [] };

for (const name of names) {
  const { pageCount } = readPdf(await contestants[name]());
  if (pageCount !== 2) throw new Error(`The ${name} has ${pageCount} pages: two are compared.`);
}
for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const name of names) {
    const startedAt = performance.now();
    await contestants[name]();
    if (round >= 0) milliseconds[name].push(performance.now() - startedAt);
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const median = (name: Name): number =>
  at(
    milliseconds[name].toSorted((a, b) => a - b),
    0.5,
  );
for (const name of names) {
  const sorted = milliseconds[name].toSorted((a, b) => a - b);
  const [least, p95] = [sorted[0] ?? 0, at(sorted, 0.95)];
  process.stdout.write(
    `${name.padEnd(12)} median ${median(name).toFixed(1)} ms, least ${least.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`,
  );
}
const ratio = median('letter') / median('plain text');
process.stdout.write(
  `ratio ${ratio.toFixed(2)}, at most ${AT_MOST} asked: ${ratio <= AT_MOST ? 'met' : 'missed'}\n`,
);
process.exitCode = ratio <= AT_MOST ? 0 : 1;
