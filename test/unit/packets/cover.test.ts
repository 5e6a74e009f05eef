import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { appealFactsSchema, letterFactsSchema } from '../../../functions/core/appeal/facts.ts';
import { coverMarkup } from '../../../functions/core/appeal/packet/cover.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { TEMPLATES } from '../../fixtures/appeal-system.ts';
import { PRINTER } from '../../fixtures/printed-letters.ts';

const { letter: _day, ...FACTS } = letterFactsSchema.parse(
  JSON.parse(readFileSync(path.join(TEMPLATES, 'medical-necessity/example.json'), 'utf8')).facts,
);
const CONTENTS = {
  what: FACTS.appeal.name,
  on: '2026-11-23',
  coverPages: 1,
  letterPages: 2,
  enclosures: [
    { number: 1, name: 'Remittance page', pageCount: 1 },
    { number: 2, name: 'Office notes', pageCount: 9 },
  ],
};

/** Rows of the list of contents, as their cells' words. */
function listed(markup: string): readonly (readonly string[])[] {
  const tables = parseLetter(markup).body.filter((block) => block.kind === 'table');
  return (tables.at(-1)?.rows ?? []).map(({ cells }) =>
    cells.map(({ content }) => content.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join('')),
  );
}

describe('the cover sheet', () => {
  test('lists sheet, letter and enclosures with their pages and places in the packet', () => {
    expect(listed(coverMarkup(FACTS, CONTENTS)).slice(1)).toEqual([
      ['', 'This sheet', '1', '1'],
      ['', 'Letter', '2', '2–3'],
      ['Encl. 1', 'Remittance page', '1', '4'],
      ['Encl. 2', 'Office notes', '9', '5–13'],
    ]);
  });

  test('says how many pages there are in all', () => {
    expect(coverMarkup(FACTS, CONTENTS)).toContain('<th scope="row">Pages in all</th><td>13</td>');
  });

  test('names practice, payer, level and claim', () => {
    const markup = coverMarkup(FACTS, CONTENTS);
    for (const words of [FACTS.payer.name, FACTS.appeal.name, FACTS.claim.payerClaimControlNumber ?? '?']) {
      expect(markup).toContain(words);
    }
  });

  test('has neither diagnosis nor name nor number of the patient', () => {
    const markup = coverMarkup(FACTS, CONTENTS);
    for (const hidden of [FACTS.claim.diagnoses, FACTS.member.name, FACTS.member.id, 'M54']) {
      expect(markup).not.toContain(hidden ?? '?');
    }
  });

  test.each([
    ['markup', '<b>Notes</b> & "more"'],
    ['right-to-left text', 'דוד, משה'],
    ['emoji', 'Notes 😀'],
  ])('a name with %s stays text', (_what, name) => {
    const markup = coverMarkup(FACTS, { ...CONTENTS, enclosures: [{ number: 1, name, pageCount: 1 }] });
    expect(listed(markup).at(-1)?.[1]).toBe(name);
  });

  test('of facts that are not known leaves the place out', () => {
    const facts = appealFactsSchema.parse({
      ...FACTS,
      payer: { ...FACTS.payer, appealsAddress: null },
      practice: { ...FACTS.practice, address: null, telephone: null, fax: null, npi: null, tin: null },
      claim: { ...FACTS.claim, payerClaimControlNumber: null },
    });
    const markup = coverMarkup(facts, CONTENTS);
    expect(markup).not.toMatch(/null|undefined|<p><\/p>/);
    expect(markup).toContain('none given');
  });

  test('of 40 enclosures takes as many pages as it needs', async () => {
    const enclosures = Array.from({ length: 40 }, (_, at) => ({
      number: at + 1,
      name: 'Record',
      pageCount: 3,
    }));
    const { pageCount } = await PRINTER.print(
      coverMarkup(FACTS, { ...CONTENTS, enclosures }),
      '2026-11-23',
      false,
    );
    expect(pageCount).toBe(2);
  });
});
