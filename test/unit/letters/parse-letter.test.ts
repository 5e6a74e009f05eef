import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { LetterMarkupError } from '../../../functions/core/letter/read-markup.ts';

const text = (words: string, weight = 'plain') => ({ kind: 'text', text: words, weight });

describe('a letter is read from its markup', () => {
  test('letterhead and footer stand beside the body', () => {
    const letter = parseLetter(
      '<header><p class="name">A Clinic</p></header>\n<h1>Appeal</h1>\n<footer>Claim 1</footer>',
    );
    expect(letter.letterhead).toEqual([{ kind: 'paragraph', role: 'name', content: [text('A Clinic')] }]);
    expect(letter.body).toEqual([{ kind: 'heading', level: 1, content: [text('Appeal')] }]);
    expect(letter.footer).toEqual([text('Claim 1')]);
  });

  test('escaped characters are the characters themselves', () => {
    const { body } = parseLetter('<p>&lt;b&gt; &amp; &quot;so&quot; &#x27;&#x60;&#x3D;</p>');
    expect(body).toEqual([{ kind: 'paragraph', role: 'plain', content: [text('<b> & "so" \'`=')] }]);
  });

  test('white space is folded, and none is left at the ends of a line', () => {
    const { body } = parseLetter('<p>\n  We ask <strong>to\n reverse</strong> it. <br> Thanks. \n</p>');
    expect(body).toEqual([
      {
        kind: 'paragraph',
        role: 'plain',
        content: [
          text('We ask '),
          text('to reverse', 'strong'),
          text(' it.'),
          { kind: 'break' },
          text('Thanks.'),
        ],
      },
    ]);
  });

  test('an address keeps its lines', () => {
    const { body } = parseLetter('<address>Plan\nP.O. Box 1\n</address>');
    expect(body).toEqual([
      { kind: 'address', content: [text('Plan'), { kind: 'break' }, text('P.O. Box 1')] },
    ]);
  });

  test('an empty line parts the paragraphs of a passage', () => {
    const { body } = parseLetter('<p class="passage">One\ntwo\n \n\nthree</p>');
    expect(body).toEqual([
      { kind: 'paragraph', role: 'passage', content: [text('One'), { kind: 'break' }, text('two')] },
      { kind: 'paragraph', role: 'passage', content: [text('three')] },
    ]);
  });

  test('a table tells what its headers head', () => {
    const { body } = parseLetter(
      '<table class="claim"><tr class="disputed"><th scope="row">A</th><td class="amount" colspan="3">1</td></tr></table>',
    );
    expect(body).toEqual([
      {
        kind: 'table',
        look: 'claim',
        rows: [
          {
            disputed: true,
            cells: [
              { heads: 'row', amount: false, columns: 1, content: [text('A')] },
              { heads: null, amount: true, columns: 3, content: [text('1')] },
            ],
          },
        ],
      },
    ]);
  });

  test('what holds no words is left out', () => {
    expect(
      parseLetter('<p> </p><ul></ul><table></table><section class="enclosures"><p></p></section>').body,
    ).toEqual([]);
  });
});

describe('what is not of the dialect is refused with its place', () => {
  test.each([
    ['another element', '<p>a</p>\n<div>b</div>', 'line 2, column 1: <div> is no element of a letter'],
    ['a script', '<script>alert(1)</script>', 'line 1, column 1: <script> is no element of a letter'],
    ['a style', '<p style="color:red">a</p>', 'line 1, column 1: <p> takes no style="color:red"'],
    ['an event', '<p onclick="x">a</p>', '<p> takes no onclick="x"'],
    ['an unknown class', '<p class="big">a</p>', '<p> takes no class="big"'],
    ['a class of another element', '<p class="claim">a</p>', '<p> takes no class="claim"'],
    ['a header without scope', '<table><tr><th>a</th></tr></table>', '<th> needs scope="col" or scope="row"'],
    ['a section without a class', '<section><p>a</p></section>', '<section> needs a class'],
    ['a span of no columns', '<table><tr><td colspan="0">a</td></tr></table>', 'colspan is a digit from 1'],
    ['an attribute given twice', '<p class="name" class="name">a</p>', '<p> has class twice'],
    ['text beside the blocks', 'words', '<letter> holds no text'],
    ['text beside the rows', '<table>words</table>', '<table> holds no text'],
    ['a block in a paragraph', '<p><h2>a</h2></p>', '<h2> may not stand in <p>'],
    ['a list in a cell', '<table><tr><td><ul></ul></td></tr></table>', '<ul> may not stand in <td>'],
    ['an element left open', '<p>a', 'line 1, column 5: <p> is not closed'],
    ['elements that cross', '<p><strong>a</p></strong>', '</p> closes nothing'],
    ['an end without a start', '</p>', '</p> closes nothing'],
    ['another entity', '<p>&nbsp;</p>', '"&nbsp;</p>" is neither text nor an element of a letter'],
    ['a bare ampersand', '<p>A & B</p>', '"& B</p>" is neither text'],
    ['a comment', '<!-- a --><p>b</p>', '"<!-- a --><p>b</p>" is neither text'],
    ['a document type', '<!DOCTYPE html>', '"<!DOCTYPE html>" is neither text'],
    ['two letterheads', '<header></header><header></header>', 'there are two <header>'],
  ])('%s', (_what, markup, message) => {
    expect(() => parseLetter(markup)).toThrow(LetterMarkupError);
    expect(() => parseLetter(markup)).toThrow(message);
  });
});
