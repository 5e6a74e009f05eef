import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkTemplate } from '../../../functions/adapters/letters/check-template.ts';
import { handlebarsLetters } from '../../../functions/adapters/letters/handlebars-letters.ts';
import { contextSchemaOf } from '../../../functions/adapters/letters/manifest.ts';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { chooseTemplate } from '../../../functions/core/appeal/choose-template.ts';
import { letterFactsSchema } from '../../../functions/core/appeal/facts.ts';
import { appealName, deciderOf, lineOfBusinessOf } from '../../../functions/core/appeal/line-of-business.ts';
import { checkPassages } from '../../../functions/core/appeal/passages.ts';
import { openPlaceholders } from '../../../functions/core/appeal/placeholders.ts';
import { categorySchema } from '../../../functions/core/denial/decision.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { type PayerType, payerTypeSchema } from '../../../functions/core/payer/profile.ts';
import { TEMPLATES } from '../../fixtures/appeal-system.ts';

const files = readTemplateFiles(TEMPLATES);
const letters = handlebarsLetters(files);
const exampleSchema = z.strictObject({
  facts: letterFactsSchema,
  passages: z.record(z.string(), z.string()),
});

function example(templateId: string) {
  return exampleSchema.parse(
    JSON.parse(readFileSync(path.join(TEMPLATES, templateId, 'example.json'), 'utf8')),
  );
}

describe.each(files.templates)('templates/$templateId', ({ templateId, source, manifest }) => {
  const { facts, passages } = example(templateId);

  test('keeps the rules of the checker', () => {
    expect(checkTemplate(source, contextSchemaOf(manifest), files.partials).problems).toEqual([]);
  });

  test('its manifest lists exactly the fields it uses', () => {
    expect(manifest.fields).toEqual(checkTemplate(source, contextSchemaOf(manifest), files.partials).fields);
  });

  test('its example is complete: nothing is open', () => {
    expect(checkPassages(manifest.passages, passages)).toEqual([]);
    expect(openPlaceholders(letters.render(templateId, facts, passages))).toEqual([]);
  });

  test('renders the same text every time', () => {
    expect(letters.render(templateId, facts, passages)).toBe(letters.render(templateId, facts, passages));
  });

  test('has one title, a letterhead and a footer', () => {
    const { letterhead, body, footer } = parseLetter(letters.render(templateId, facts, passages));
    expect(body.filter((block) => block.kind === 'heading' && block.level === 1)).toHaveLength(1);
    expect([letterhead.length, footer.length]).not.toContain(0);
  });

  test('every row of a table is as wide as the others', () => {
    const { body } = parseLetter(letters.render(templateId, facts, passages));
    for (const table of body.filter((block) => block.kind === 'table')) {
      const widths = table.rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0));
      expect(new Set(widths).size).toBe(1);
    }
  });

  test('has every block a letter needs', () => {
    const html = letters.render(templateId, facts, passages);
    for (const block of ['<header>', '<address>', '1. Decision appealed', 'Enclosures', 'Sincerely,']) {
      expect(html).toContain(block);
    }
  });

  test('without any passage it asks, and prints no empty place', () => {
    const html = letters.render(templateId, facts, {});
    expect(openPlaceholders(html).length).toBeGreaterThan(2);
    expect(html).not.toMatch(/<p[^>]*>\s*<\/p>/);
  });

  test('after the last day it asks for good cause', () => {
    const late = { ...facts, letter: { ...facts.letter, inTimeUntil: null, late: true } };
    expect(openPlaceholders(letters.render(templateId, late, passages))).toEqual([
      'FILL IN: why this appeal is filed after the deadline',
    ]);
  });
});

/** The law that belongs to one line of business and to no other. */
const LAW: readonly (readonly [RegExp, readonly PayerType[]])[] = [
  [/42 CFR 405\.|42 CFR 411\.|§ 1862\(a\)\(1\)\(A\)/, ['medicare_ffs', 'medicare_part_a', 'medicare_dme']],
  [/42 CFR 422\./, ['medicare_advantage']],
  [/42 CFR 438\./, ['medicaid_mco']],
  [/32 CFR 199\./, ['tricare']],
  [/ERISA|29 CFR/, []],
];

describe.each(payerTypeSchema.options)('a letter to a payer of type %s', (payerType) => {
  const { facts, passages } = example('medical-necessity');
  const forPayer = {
    ...facts,
    appeal: {
      ...facts.appeal,
      name: appealName(payerType, 1),
      decider: deciderOf(payerType),
    },
    lineOfBusiness: lineOfBusinessOf(payerType),
  };

  test.each([[false], [true]])('cites only the law of its line of business (late: %s)', (late) => {
    const html = letters.render(
      'medical-necessity',
      { ...forPayer, letter: { ...forPayer.letter, inTimeUntil: null, late } },
      { ...passages, good_cause: 'The notice was sent to another address.' },
    );
    for (const [law, payerTypes] of LAW)
      expect(law.test(html), String(law)).toBe(payerTypes.includes(payerType));
  });

  test('asks for the rule where we do not know it', () => {
    const { policy: _, ...others } = passages;
    expect(openPlaceholders(letters.render('medical-necessity', forPayer, others))).toHaveLength(1);
  });
});

describe('the choice of a template', () => {
  test('medical necessity at the first level has its own letter', () => {
    const chosen = chooseTemplate(letters.templates(), {
      category: 'medical_necessity',
      payerType: 'medicare_ffs',
      level: 1,
    });
    expect(chosen?.templateId).toBe('medical-necessity');
  });

  test('no appeal is left without a letter', () => {
    for (const category of categorySchema.options) {
      for (const payerType of payerTypeSchema.options) {
        for (const level of [1, 2, 3]) {
          expect(chooseTemplate(letters.templates(), { category, payerType, level })).not.toBeNull();
        }
      }
    }
  });
});

describe('what a name may do to a letter', () => {
  test.each([
    ['markup', '<b>DOE</b>, "JO"', '&lt;b&gt;DOE&lt;/b&gt;, &quot;JO&quot;'],
    ['Handlebars', '{{constructor}}', '{{constructor}}'],
    ['right-to-left text', 'דוד, משה', 'דוד, משה'],
  ])('%s stays text', (_what, name, shown) => {
    const { facts, passages } = example('medical-necessity');
    const html = letters.render(
      'medical-necessity',
      { ...facts, member: { ...facts.member, name } },
      passages,
    );
    expect(html).toContain(`<td>${shown}</td>`);
  });
});

test('an indented partial leaves the lines of a value where they are', () => {
  const { facts, passages } = example('general-appeal');
  const [general] = files.templates.filter(({ templateId }) => templateId === 'general-appeal');
  if (general === undefined) throw new Error('The template is there.');
  const source = '<section class="signature">\n    {{> address}}\n</section>\n';
  const indented = handlebarsLetters({
    templates: [{ ...general, source }],
    partials: new Map([['address', '<p class="passage">{{field payer.appealsAddress "address"}}</p>\n']]),
  });
  expect(indented.render('general-appeal', facts, passages)).toContain('Provider Appeals\nP.O. Box');
});
