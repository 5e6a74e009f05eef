import { describe, expect, test } from 'vitest';
import { memoryLetterPrinter } from '../../../functions/adapters/memory/letter-printer.ts';
import { PRINTER } from '../../fixtures/printed-letters.ts';
import { readPdf, wordsOf } from '../../fixtures/read-pdf.ts';

const MARKUP = '<h1>Appeal</h1><p>We ask the plan to reverse it.</p>';

describe.each([
  ['of PDFs', PRINTER],
  ['in memory', memoryLetterPrinter],
])('the printer %s', (_what, printer) => {
  test('gives the same bytes for the same letter of the same day', async () => {
    const [first, second] = [
      await printer.print(MARKUP, '2026-11-23'),
      await printer.print(MARKUP, '2026-11-23'),
    ];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ pageCount: 1, unprintable: [] });
  });

  test('gives others for another day', async () => {
    const [first, second] = [
      await printer.print(MARKUP, '2026-11-23'),
      await printer.print(MARKUP, '2026-11-24'),
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).not.toBe(0);
  });

  test('names what it cannot print, each character once', async () => {
    const { unprintable } = await printer.print('<p>😀 and 😀, 中 and א</p>', '2026-11-23');
    expect(unprintable).toEqual(['😀', '中', 'א']);
  });
});

test('an address page is one sheet with nothing but the two addresses, in the order of an envelope', async () => {
  const from = 'Cedar Ridge Medical Group\n12 Cedar Road, Springfield, IL 62701';
  const to = 'Great Prairies Health Plan\nProvider Appeals 😀\nP.O. Box 5500';
  const { bytes, pageCount, unprintable } = await PRINTER.printAddressPage({ from, to }, '2026-11-23');
  const { structure, unmarked } = readPdf(bytes);
  expect(pageCount).toBe(1);
  expect(unprintable).toEqual(['😀']);
  expect(unmarked).toBe('');
  expect(wordsOf(structure).replace(/\s+/g, ' ').trim()).toBe(
    'Cedar Ridge Medical Group 12 Cedar Road, Springfield, IL 62701 Great Prairies Health Plan Provider Appeals [U+1F600] P.O. Box 5500',
  );
});
