import { describe, expect, test } from 'vitest';
import { letterFactsSchema } from '../../../functions/core/appeal/facts.ts';
import { appealName, deciderOf, lineOfBusinessOf } from '../../../functions/core/appeal/line-of-business.ts';
import { openPlaceholders } from '../../../functions/core/appeal/placeholders.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { exampleOf, LETTER_DAY, LETTERS, PRINTER } from '../../fixtures/printed-letters.ts';
import { nodesOf, readPdf, wordsOf } from '../../fixtures/read-pdf.ts';

const { facts, passages } = exampleOf('medical-necessity');

/** The example at Original Medicare, with our page in place of the form. */
function requested(level: 1 | 2, more: Readonly<Record<string, string>> = { overpayment: 'No' }) {
  const appeal = {
    ...facts.appeal,
    level,
    payerType: 'medicare_ffs',
    decider: deciderOf('medicare_ffs'),
    name: appealName('medicare_ffs', level),
    requestPage: true,
    previous: level === 1 ? null : { decidedOn: '2026-10-20', reference: 'R-77' },
  };
  const own = letterFactsSchema.parse({ ...facts, appeal, lineOfBusiness: lineOfBusinessOf('medicare_ffs') });
  const disagreement = level === 1 ? {} : { disagreement: 'It overlooked the MRI (Enclosure 2, p. 6).' };
  return LETTERS.render('medical-necessity', own, { ...passages, ...disagreement, ...more });
}

function answersOf(markup: string): readonly string[] {
  const [form] = parseLetter(markup).body.filter(
    (block) => block.kind === 'section' && block.role === 'form',
  );
  if (form?.kind !== 'section') throw new Error('There is a form.');
  return form.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) =>
          cells
            .map(({ content }) => content.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join(''))
            .join(' = '),
        )
      : [],
  );
}

describe('the first page in place of Medicare’s form', () => {
  test('gives every element of the redetermination request (42 CFR 405.944(b), CMS-20027)', () => {
    expect(answersOf(requested(1))).toEqual([
      'Asked for = Answer',
      `1. Beneficiary’s name = ${facts.member.name}`,
      `2. Medicare number = ${facts.member.id}`,
      '3. Item or service appealed = Line 2: 72148 Line 3: 64483 RT Line 4: 64484 RT',
      '4. Date the service or item was received = June 3, 2026 to June 10, 2026',
      '5. Date of the initial determination notice = August 14, 2026 (remittance, trace no. 000118273645)',
      'Reason for late filing = Not late',
      `5a. Contractor that made the determination = ${facts.payer.name}`,
      '5b. Does this appeal involve an overpayment? = No',
      '6. I do not agree with the decision because = The reasons are stated in the letter that follows, sections 1 to 4.',
      '7. Additional information to consider = In the letter that follows',
      '8. Evidence = I have evidence to submit: it is listed at the end of the letter, and enclosed.',
      `9. Person appealing = Provider or supplier, NPI ${facts.practice.npi}`,
      `10. Name, address and telephone number of the person appealing = ${facts.practice.name} ${facts.practice.address} ${facts.practice.telephone}`,
      '11. Signature = Below',
      '12. Date signed = November 23, 2026',
    ]);
  });

  test('of a reconsideration names the redetermination, its day, its number and who made it (405.964(b))', () => {
    const answers = answersOf(requested(2));
    expect(answers).toContain('5. Date of the redetermination notice = October 20, 2026, appeal number R-77');
    expect(answers).toContain(`5a. Contractor that made the redetermination = ${facts.payer.name}`);
    expect(requested(2)).toContain('CMS-20033');
  });

  test('asks the biller what no file tells: whether an overpayment is at stake', () => {
    expect(openPlaceholders(requested(1, {}))).toEqual([
      'FILL IN: whether this appeal involves an overpayment: yes or no',
    ]);
  });

  test('is page 1, and the letter begins on page 2, in one tagged file with one title', async () => {
    const { bytes } = await PRINTER.print(requested(1), LETTER_DAY);
    const { structure } = readPdf(bytes);
    expect(nodesOf(structure, 'H1')).toHaveLength(1);
    const tables = nodesOf(structure, 'Table');
    const pagesOf = (node: (typeof tables)[number] | undefined) => [
      ...new Set(nodesOf(node === undefined ? [] : [node], 'TD').flatMap(({ pages }) => pages)),
    ];
    expect(pagesOf(tables[0])).toEqual([1]);
    expect(pagesOf(tables[1])).toEqual([2]);
    expect(wordsOf(structure)).toContain('Medicare redetermination request');
  });

  test('is not there where nobody turned it on', () => {
    expect(LETTERS.render('medical-necessity', facts, passages)).not.toContain('class="form"');
  });
});
