import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../functions/adapters/letters/compare-texts.ts';
import { differenceOf, isOnlyTheDate } from '../../../functions/core/appeal/difference.ts';
import { linesOfLetter } from '../../../functions/core/letter/letter-lines.ts';

const difference = (before: readonly string[], after: readonly string[]) =>
  differenceOf(before, after, compareTexts);

test('the lines of a letter are its paragraphs, items and rows, from top to bottom', () => {
  const markup = `<header><p class="name">Cedar</p></header><address>A Plan
Omaha</address><h1>Appeal</h1><p class="passage">One
two</p><ol><li>first</li></ol><table><tr><th scope="row">Line</th><td>2</td></tr></table>
<section class="signature"><p>Sincerely,</p></section><footer>Claim&nbsp;7</footer>`.replace(
    '&nbsp;',
    '\u00a0',
  );
  expect(linesOfLetter(markup)).toEqual([
    'Cedar',
    'A Plan',
    'Omaha',
    'Appeal',
    'One',
    'two',
    '1. first',
    'Line | 2',
    'Sincerely,',
    'Claim 7',
  ]);
});

describe('the difference of two letters', () => {
  test('tells the words of a line that became another', () => {
    expect(difference(['To the reviewer of A', 'Paid'], ['To the reviewer of B', 'Paid'])).toEqual([
      {
        kind: 'changed',
        pieces: [
          { kind: 'same', text: 'To the reviewer of ' },
          { kind: 'removed', text: 'A' },
          { kind: 'added', text: 'B' },
        ],
      },
      { kind: 'same', pieces: [{ kind: 'same', text: 'Paid' }] },
    ]);
  });

  test('tells a line that came and one that went', () => {
    expect(difference(['one', 'gone'], ['one']).map(({ kind }) => kind)).toEqual(['same', 'removed']);
    expect(difference(['one'], ['come', 'one']).map(({ kind }) => kind)).toEqual(['added', 'same']);
  });

  test('does not mix two lines that have nothing in common', () => {
    expect(difference(['Facts of the case'], ['42']).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  test('holds both letters whole, whatever they say', () => {
    const words = fc.array(fc.constantFrom('the', 'claim', 'was', 'paid', '—', 'é😀', ''), { maxLength: 6 });
    const letter = fc.array(
      words.map((each) => each.join(' ')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(letter, letter, (before, after) => {
        const found = difference(before, after);
        const side = (without: 'added' | 'removed') =>
          found.flatMap(({ kind, pieces }) =>
            kind === without
              ? []
              : [
                  pieces
                    .filter((piece) => piece.kind !== without)
                    .map(({ text }) => text)
                    .join(''),
                ],
          );
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
      }),
    );
  });
});

describe('only the date changed', () => {
  const was = { lines: ['November 9, 2026', 'Dear reviewer', 'Filed by December 1, 2026'], on: '2026-11-09' };

  test('where nothing else reads otherwise', () => {
    expect(
      isOnlyTheDate(was, { lines: ['November 10, 2026', ...was.lines.slice(1)], on: '2026-11-10' }),
    ).toBe(true);
  });

  test('not where a word does', () => {
    const lines = ['November 10, 2026', 'Dear Sir', 'Filed by December 1, 2026'];
    expect(isOnlyTheDate(was, { lines, on: '2026-11-10' })).toBe(false);
  });

  test('not where a line came or went', () => {
    expect(isOnlyTheDate(was, { lines: was.lines.slice(0, 2), on: '2026-11-10' })).toBe(false);
  });
});
