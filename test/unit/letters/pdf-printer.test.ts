import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../functions/core/letter/letter.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { exampleMarkup, LETTER_DAY, PRINTER, TEMPLATE_IDS } from '../../fixtures/printed-letters.ts';
import { nodesOf, type ReadPdf, readPdf, wordsOf } from '../../fixtures/read-pdf.ts';

async function printed(markup: string): Promise<ReadPdf> {
  return readPdf((await PRINTER.print(markup, LETTER_DAY)).bytes);
}

const typesIn = ({ structure }: ReadPdf) => structure[0]?.children.map(({ type }) => type);
const paragraph = (count: number) => `<p>${'The record shows what the rule asks for. '.repeat(count)}</p>`;
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `<tr><th scope="row">${n + 1}</th><td>Row ${n + 1}</td></tr>`).join(
    '',
  );

describe('the structure of a printed letter', () => {
  test('is the letter’s own: title, headings, paragraphs in their order', async () => {
    const pdf = await printed(
      '<header><p class="name">A Clinic</p></header><p>Day</p><h1>Appeal</h1><h2>1</h2><h3>a</h3><p>Words</p>',
    );
    expect(pdf.structure.map(({ type }) => type)).toEqual(['Document']);
    expect(typesIn(pdf)).toEqual(['P', 'P', 'H1', 'H2', 'H3', 'P']);
  });

  test('a list has items with label and body, and says how it is numbered', async () => {
    const pdf = await printed('<ol><li>One</li><li>Two</li></ol><ul><li>Three</li></ul>');
    const [numbered, plain] = nodesOf(pdf.structure, 'L');
    expect(numbered?.attributes).toEqual({ O: 'List', ListNumbering: 'Decimal' });
    expect(plain?.attributes).toEqual({ O: 'List', ListNumbering: 'Disc' });
    expect(
      numbered?.children.map(({ type, children }) => [type, ...children.map((c) => [c.type, c.text])]),
    ).toEqual([
      ['LI', ['Lbl', '1. '], ['LBody', 'One']],
      ['LI', ['Lbl', '2. '], ['LBody', 'Two']],
    ]);
  });

  test('a table has rows of cells, and its headers say what they head', async () => {
    const pdf = await printed(
      '<table><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><th scope="row">1</th><td>2</td></tr><tr><td colspan="2">3</td></tr></table>',
    );
    const [table] = nodesOf(pdf.structure, 'Table');
    expect(
      table?.children.map((row) =>
        row.children.map(({ type, attributes, text }) => [type, attributes, text]),
      ),
    ).toEqual([
      [
        ['TH', { O: 'Table', Scope: 'Column' }, 'A'],
        ['TH', { O: 'Table', Scope: 'Column' }, 'B'],
      ],
      [
        ['TH', { O: 'Table', Scope: 'Row' }, '1'],
        ['TD', {}, '2'],
      ],
      [['TD', { O: 'Table', ColSpan: 2 }, '3']],
    ]);
  });

  test('a table that goes on repeats its heading for the eye alone', async () => {
    const pdf = await printed(
      `<table><tr><th scope="col">Line</th><th scope="col">Heading</th></tr>${rows(60)}</table>`,
    );
    expect(pdf.pageCount).toBe(2);
    expect(nodesOf(pdf.structure, 'TR')).toHaveLength(61);
    expect(wordsOf(pdf.structure).match(/Heading/g)).toHaveLength(1);
    expect(pdf.artifacts[1]).toContain('Heading');
  });

  test('headers and numbers of pages are no part of it', async () => {
    const pdf = await printed(
      `<header><p class="name">A Clinic</p></header><h1>Appeal</h1>${paragraph(150)}<footer>Claim 7</footer>`,
    );
    expect(pdf.artifacts[0]).toBe('Claim 7 Page 1 of 2 ');
    expect(pdf.artifacts[1]).toBe('A Clinic · Appeal Claim 7 Page 2 of 2 ');
    expect(pdf.unmarked).toBe('');
    expect(nodesOf(pdf.structure, 'P')).toHaveLength(2);
  });

  test('the file says that it is PDF/A-2a and PDF/UA-1, whatever stands in its title', async () => {
    const { xmp } = await printed(
      '<header><p class="name">A &amp; B &lt;Clinic&gt;</p></header><h1>Appeal</h1>',
    );
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('A and B Clinic');
  });
});

describe.each(TEMPLATE_IDS)('the example of templates/%s', (templateId) => {
  test('is read out as it is written, word for word', async () => {
    const markup = exampleMarkup(templateId);
    const pdf = await printed(markup);
    expect(withoutLabels(wordsOf(pdf.structure))).toBe(withoutLabels(writtenWords(markup)));
    expect(pdf.unmarked).toBe('');
  });

  test('fits on two pages', async () => {
    expect((await printed(exampleMarkup(templateId))).pageCount).toBeLessThanOrEqual(2);
  });

  test('is the same bytes each time', async () => {
    const markup = exampleMarkup(templateId);
    const [first, second] = [
      await PRINTER.print(markup, LETTER_DAY),
      await PRINTER.print(markup, LETTER_DAY),
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });
});

describe('pages', () => {
  test('a heading stands on the page of what it heads', async () => {
    for (let lines = 44; lines < 54; lines += 1) {
      const filler = Array.from({ length: lines }, (_, n) => `Line ${n}<br>`).join('');
      const pdf = await printed(`<p>${filler}</p><h2>Heading</h2><p class="lead-in">So:</p>${paragraph(6)}`);
      const [[, leadIn, text], [heading]] = [nodesOf(pdf.structure, 'P'), nodesOf(pdf.structure, 'H2')];
      expect([heading?.pages, leadIn?.pages]).toEqual([text?.pages.slice(0, 1), text?.pages.slice(0, 1)]);
    }
  });

  test('a short table is not divided, and a page does not begin with the signature', async () => {
    const table = '<table><tr><th scope="col">A</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>';
    const signature = '<section class="signature"><p>Sincerely,</p></section>';
    for (let lines = 40; lines < 54; lines += 1) {
      const filler = `<p>${'Line<br>'.repeat(lines)}</p>`;
      const cells = nodesOf((await printed(`${filler}${table}`)).structure, 'TD');
      expect(new Set(cells.flatMap(({ pages }) => pages)).size).toBe(1);
      const signed = nodesOf((await printed(`${filler}<p>We ask you.</p>${signature}`)).structure, 'P');
      expect(signed.at(-1)?.pages).toEqual(signed.at(-2)?.pages);
    }
  });

  test('a signature stays whole: at the foot of a page it goes to the next', async () => {
    const signature =
      '<section class="signature"><p>Sincerely,</p><p class="line">Dr. A<br>Director</p></section>';
    const pagesAfter = async (lines: number) => {
      const pdf = await printed(`<p>${'Line<br>'.repeat(lines)}</p>${signature}`);
      return nodesOf(pdf.structure, 'P')
        .slice(1)
        .flatMap(({ pages }) => pages);
    };
    expect(await pagesAfter(44)).toEqual([1, 1]);
    expect(await pagesAfter(49)).toEqual([2, 2]);
  });
});

describe('what is put into a letter has a defined result', () => {
  test('markup stays text', async () => {
    const pdf = await printed('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;</p>');
    expect(wordsOf(pdf.structure)).toBe('<script>alert(1)</script> & "so"');
  });

  test.each([
    ['an emoji', 'Pain 😀 gone', ['😀'], 'Pain [U+1F600] gone'],
    ['right-to-left text', 'דוד Levy', ['ד', 'ו'], '[U+05D3 U+05D5 U+05D3] Levy'],
    ['another script', '中文', ['中', '文'], '[U+4E2D U+6587]'],
    ['a control character', 'a\u0007b', ['\u0007'], 'a[U+0007]b'],
    ['signs of clinical notes', '≤ 5 µg ± 1, 35°, L4–L5 → ½ −2', [], '≤ 5 µg ± 1, 35°, L4–L5 → ½ −2'],
    ['a letter and its accent apart', 'Rene\u0301', [], 'René'],
    ['invisible characters', 'a\u200bb\u00adc\ufe0f', [], 'abc'],
  ])('%s', async (_what, text, unprintable, shown) => {
    const result = await PRINTER.print(`<p>${text}</p>`, LETTER_DAY);
    expect(result.unprintable).toEqual(unprintable);
    expect(wordsOf(readPdf(result.bytes).structure)).toBe(shown);
  });

  test('a hole is set so that it is seen', async () => {
    const result = await PRINTER.print('<p>Policy: ⟦FILL IN: the rule⟧.</p>', LETTER_DAY);
    expect(wordsOf(readPdf(result.bytes).structure)).toBe('Policy: [FILL IN: the rule].');
    expect(result.unprintable).toEqual([]);
  });

  test('an address of 40 lines has 40 lines, and one of 100 goes on to the next page', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `Line ${n + 1}`).join('\n');
    expect((await printed(`<address>${lines(40)}</address>`)).pageCount).toBe(1);
    const long = await printed(`<address>${lines(100)}</address>`);
    expect(long.pageCount).toBe(2);
    expect(wordsOf(long.structure)).toContain('Line 49 Line 50 Line 51 Line 52 Line 53');
  });

  test('a cell of 200 lines is divided between pages', async () => {
    const words = Array.from({ length: 2000 }, (_, n) => `word${n}`).join(' ');
    const pdf = await printed(`<table><tr><th scope="row">Facts</th><td>${words}</td></tr></table>`);
    expect(pdf.pageCount).toBeGreaterThan(2);
    expect(nodesOf(pdf.structure, 'TD')[0]?.text).toBe(words);
  });

  test('a word wider than its line is broken, and nothing of it is lost', async () => {
    const word = 'X'.repeat(300);
    const pdf = await printed(
      `<p>${word}</p><table><tr><td>${word}</td><td>${word}</td><td>a</td></tr></table>`,
    );
    expect(nodesOf(pdf.structure, 'P')[0]?.text).toBe(word);
    expect(nodesOf(pdf.structure, 'TD').map(({ text }) => text)).toEqual([word, word, 'a']);
  });

  test('without a letterhead, a title or a footer it is a letter all the same', async () => {
    const pdf = await printed('<p>Words</p>');
    expect(typesIn(pdf)).toEqual(['P']);
    expect(pdf.artifacts[0]).toBe('Page 1 of 1 ');
  });

  test('without any words it is one empty page', async () => {
    expect((await printed('')).pageCount).toBe(1);
  });
});

/** The words of the markup, read by the parser alone. */
function writtenWords(markup: string): string {
  const { letterhead, body } = parseLetter(markup);
  const words = (content: readonly Inline[]) =>
    content.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join('');
  const blockWords = (block: (typeof body)[number]): string => {
    if (block.kind === 'list') return block.items.map(words).join(' ');
    if (block.kind === 'section') return block.blocks.map(blockWords).join(' ');
    if (block.kind !== 'table') return words(block.content);
    return block.rows.flatMap(({ cells }) => cells.map(({ content }) => words(content))).join(' ');
  };
  return [...letterhead.map(({ content }) => words(content)), ...body.map(blockWords)].join(' ');
}

/** Numbers and bullets of lists are set by the printer. */
function withoutLabels(words: string): string {
  return words
    .replaceAll('• ', '')
    .replace(/(?<=Enclosures.*)\b\d+\. (?=\p{Lu})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
