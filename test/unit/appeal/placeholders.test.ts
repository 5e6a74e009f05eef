import { expect, test } from 'vitest';
import { openPlaceholders, unprintableCharacters } from '../../../functions/core/appeal/placeholders.ts';

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

test.each([
  ['none', [], []],
  ['one that is seen', ['😀'], ['CHARACTERS that cannot be printed: 😀 (U+1F600)']],
  ['one that is not', ['\u0007'], ['CHARACTERS that cannot be printed: U+0007']],
  ['more than ten', [...'中文字符不能打印出来了吗'], [/^CHARACTERS .*: 中 \(U\+4E2D\), .* and 2 more$/]],
])('characters that cannot be printed are named: %s', (_what, characters, named) => {
  const found = unprintableCharacters(characters);
  expect(found).toEqual(named.map((name) => (name instanceof RegExp ? expect.stringMatching(name) : name)));
});
