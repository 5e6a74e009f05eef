import { expect, test } from 'vitest';
import {
  openPlaceholders,
  textsIn,
  unprintableCharacters,
} from '../../../functions/core/appeal/placeholders.ts';

test.each([
  ['a fact that is missing', '<p>⟦MISSING: member ID⟧</p>', ['MISSING: member ID']],
  ['a question', '<p>⟦FILL IN: the rule⟧</p>', ['FILL IN: the rule']],
  ['TBD', '<p>on TBD, 2026</p>', ['TBD']],
  ['TODO', '<p>TODO</p>', ['TODO']],
  ['TBD in a cell beside words', '<td>Criterion one</td><td>TBD</td><td>TODO</td>', ['TBD', 'TODO']],
  ['a line to write on', '<p>Date: ____</p>', ['____']],
  ['square brackets', '<p>[[name]]</p>', ['[[', ']]']],
  ['braces', '<p>{{name}}</p>', ['{{', '}}']],
  ['the same hole twice, once', '<p>⟦FILL IN: a⟧ ⟦FILL IN: a⟧</p>', ['FILL IN: a']],
])('%s is found', (_what, html, found) => {
  expect(openPlaceholders(html)).toEqual(found);
});

test.each([
  ['a word with such letters in it', '<p>TBDs and TODOS, a_b</p>'],
  ['three underscores', '<p>___</p>'],
  ['markup', '<p class="____">Text</p>'],
])('%s is none', (_what, html) => {
  expect(openPlaceholders(html)).toEqual([]);
});

test('what a record is called is no hole, unless somebody typed it too', () => {
  const records = textsIn({ payer: { name: 'TBD Health' }, lines: [{ id: '{{A}}' }] });
  expect(openPlaceholders('<p>TBD Health, {{A}}</p>', { records, typed: [] })).toEqual([]);
  expect(openPlaceholders('<p>TBD Health, on TBD</p>', { records, typed: ['on TBD'] })).toEqual(['TBD']);
  expect(openPlaceholders('<p>TBD Health, ____</p>', { records, typed: [] })).toEqual(['____']);
});

test('a hole is found though a character that does not print stands in it', () => {
  expect(openPlaceholders('<p>T\u00adBD</p>')).toEqual(['TBD']);
});

test.each([
  ['none', [], []],
  ['one that is seen', ['😀'], ['CHARACTERS that cannot be printed: 😀 (U+1F600)']],
  ['one that is not', ['\u0007'], ['CHARACTERS that cannot be printed: U+0007']],
  ['more than ten', [...'中文字符不能打印出来了吗'], [/^CHARACTERS .*: 中 \(U\+4E2D\), .* and 2 more$/]],
])('characters that cannot be printed are named: %s', (_what, characters, named) => {
  const found = unprintableCharacters(characters);
  expect(found).toEqual(named.map((name) => (name instanceof RegExp ? expect.stringMatching(name) : name)));
});
