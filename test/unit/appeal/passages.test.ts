import { describe, expect, test } from 'vitest';
import { checkPassages, type PassageSpec, passageRows } from '../../../functions/core/appeal/passages.ts';

const rule: PassageSpec = { id: 'rule', label: 'Rule', kind: 'text', columns: [], maxLength: 10 };
const criteria: PassageSpec = {
  id: 'criteria',
  label: 'Criteria',
  kind: 'rows',
  columns: [
    { id: 'what', label: 'what' },
    { id: 'where', label: 'where' },
  ],
  maxLength: 60,
};
const problems = (texts: Readonly<Record<string, string>>) =>
  checkPassages([rule, criteria], texts).map(({ problem }) => problem);

describe('a passage is taken', () => {
  test.each([
    ['as long as it may be', { rule: 'x'.repeat(10) }],
    ['with as many emoji as it may have characters', { rule: '😀'.repeat(10) }],
    ['with markup, which is text', { rule: '<b>&amp;' }],
    ['with braces, which are text', { rule: '{{x}}' }],
    ['with letters from right to left: approval is refused for them, not the text', { rule: 'א ב' }],
    ['with line breaks and tabs', { rule: 'a\r\n\tb' }],
    ['empty: the template’s own words', { rule: '' }],
    ['of rows, with blank lines between them', { criteria: 'a | b\n\n c|d ' }],
  ])('%s', (_what, texts) => {
    expect(problems(texts)).toEqual([]);
  });
});

describe('a passage is refused in words', () => {
  test.each([
    ['one character too long', { rule: 'x'.repeat(11) }, 'Rule: 11 characters, at most 10 fit.'],
    ['one emoji too long', { rule: '😀'.repeat(11) }, 'Rule: 11 characters, at most 10 fit.'],
    ['half an emoji', { rule: 'a\ud83d' }, 'Rule: holds half a character: write it anew.'],
    ['a control character', { rule: 'a\u0007' }, 'Rule: holds a control character.'],
    ['a row with too few parts', { criteria: 'a | b\nc' }, 'Criteria: row 2 must read "what | where".'],
    ['a row with an empty part', { criteria: 'a | ' }, 'Criteria: row 1 must read "what | where".'],
    ['one that the letter does not have', { other: 'x' }, 'This letter has no such passage.'],
  ])('%s', (_what, texts, problem) => {
    expect(problems(texts)).toEqual([problem]);
  });
});

test('rows part at every kind of line break', () => {
  expect(passageRows(criteria, 'a|b\r\nc|d\re|f')).toEqual([
    { what: 'a', where: 'b' },
    { what: 'c', where: 'd' },
    { what: 'e', where: 'f' },
  ]);
});
