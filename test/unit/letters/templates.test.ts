import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkTemplate } from '../../../functions/adapters/letters/check-template.ts';
import { handlebarsLetters } from '../../../functions/adapters/letters/handlebars-letters.ts';
import { contextSchemaOf } from '../../../functions/adapters/letters/template-context.ts';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { bundledRulebookData } from '../../../functions/adapters/rulebook-bundled.ts';
import { chooseTemplate, type LetterCase } from '../../../functions/core/appeal/choose-template.ts';
import { type LetterFacts, letterFactsSchema } from '../../../functions/core/appeal/facts.ts';
import { appealName, deciderOf, lineOfBusinessOf } from '../../../functions/core/appeal/line-of-business.ts';
import { checkPassages } from '../../../functions/core/appeal/passages.ts';
import { openPlaceholders } from '../../../functions/core/appeal/placeholders.ts';
import { CODES_OF, STATED_FLAGS, type Stated } from '../../../functions/core/appeal/stated.ts';
import { citationsFor, unbroken } from '../../../functions/core/appeal/statutes.ts';
import { categorySchema } from '../../../functions/core/denial/decision.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { payerTypeSchema } from '../../../functions/core/payer/profile.ts';
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
    for (const block of ['<header>', '<address>', '<h2>1. ', '<h2>4. ', 'Enclosures', 'Sincerely,']) {
      expect(html).toContain(block);
    }
  });

  test('without any passage it asks, and prints no empty place', () => {
    const html = letters.render(templateId, facts, {});
    expect(openPlaceholders(html).length).toBeGreaterThan(1);
    expect(html).not.toMatch(/<p[^>]*>\s*<\/p>/);
  });

  test('after the last day it asks for good cause', () => {
    if (manifest.kind === 'notice') return;
    const late = { ...facts, letter: { ...facts.letter, inTimeUntil: null, late: true } };
    expect(openPlaceholders(letters.render(templateId, late, passages))).toEqual([
      'FILL IN: why this appeal is filed after the deadline',
    ]);
  });
});

const { statutes } = files;
const APPEALS = files.templates.filter(({ manifest }) => manifest.kind === 'appeal');

/** What looks like a citation, as far as its title, act or manual. */
const CITATION =
  /\d+\s(?:CFR|U\.S\.C\.)\s[\d.]+|Social Security Act §\s\d+|NCCI Policy Manual|Pub\. 100-\d+/g;

describe('no template and no partial cites law: it comes from the one file', () => {
  test.each([...files.templates.map((t) => [t.templateId, t.source] as const), ...files.partials])(
    '%s',
    (_name, source) => {
      expect(source).not.toMatch(/CFR|U\.S\.C|§|\bAct\b/);
    },
  );
});

describe.each(payerTypeSchema.options)('a letter to a payer of type %s', (payerType) => {
  const cited = (templateId: string, level: number, contracted: boolean | null) => {
    const { facts } = example(templateId);
    const stated = Object.fromEntries(STATED_FLAGS.map((flag) => [flag, true])) as Stated;
    const html = letters.render(
      templateId,
      {
        ...facts,
        appeal: {
          ...facts.appeal,
          payerType,
          level,
          contracted,
          name: appealName(payerType, level),
          decider: deciderOf(payerType),
          previous: level === 1 ? null : { decidedOn: '2026-10-01', reference: null },
        },
        lineOfBusiness: lineOfBusinessOf(payerType),
        stated,
        letter: { ...facts.letter, inTimeUntil: null, late: true },
      },
      {},
    );
    return html.match(CITATION) ?? [];
  };

  test.each(APPEALS.map(({ templateId }) => templateId))(
    'cites only the law of its line of business: %s, whatever was stated, at each level',
    (templateId) => {
      const own = unbroken([...citationsFor(statutes, payerType)].join('; '));
      for (const level of [1, 2])
        for (const contracted of [true, false, null])
          for (const citation of cited(templateId, level, contracted)) expect(own).toContain(citation);
    },
  );
});

describe('the law', () => {
  const linesOf = (id: string) => statutes.statutes.find((statute) => statute.id === id)?.payerTypes;

  test.each([
    [/42 CFR 405\./, ['medicare_ffs', 'medicare_part_a', 'medicare_dme']],
    [/42 CFR 422\./, ['medicare_advantage']],
    [/42 CFR 438\./, ['medicaid_mco']],
    [/42 CFR 4(33|47)\./, ['medicaid']],
    [/32 CFR 199\./, ['tricare']],
    [/5 CFR 890\./, ['fehb']],
    [/45 CFR 149\./, ['commercial', 'capitated_commercial', 'exchange', 'exchange_shop', 'fehb']],
    [/45 CFR 156\./, ['exchange']],
  ])('%s holds for %j alone', (law, payerTypes) => {
    const types = statutes.statutes.filter(({ citation }) => law.test(citation)).flatMap((s) => s.payerTypes);
    expect(types.length).toBeGreaterThan(0);
    expect(types.filter((type) => !payerTypes.includes(type))).toEqual([]);
  });

  test('of employer plans is cited nowhere: whose plan it is no remittance tells', () => {
    expect(JSON.stringify(statutes)).not.toMatch(/29 CFR|ERISA/);
  });

  test('a contracted provider is not sent to the appeals of members', () => {
    const { when } = statutes.statutes.find(({ id }) => id === 'advantage.non-contract') ?? {};
    expect(when?.contracted).toBe(false);
    expect(linesOf('advantage.non-contract')).toEqual(['medicare_advantage']);
  });

  test('does not argue the two-midnight presumption', () => {
    expect(JSON.stringify(statutes)).not.toMatch(/presum/i);
  });
});

describe('a request for reconsideration at Original Medicare', () => {
  const { facts, passages } = example('medical-necessity');
  const second = (previous: LetterFacts['appeal']['previous'], more = {}) =>
    letters.render(
      'medical-necessity',
      {
        ...facts,
        appeal: {
          ...facts.appeal,
          payerType: 'medicare_ffs',
          level: 2,
          name: appealName('medicare_ffs', 2),
          previous,
        },
        lineOfBusiness: lineOfBusinessOf('medicare_ffs'),
      },
      { ...passages, ...more },
    );

  test('names who made the redetermination and when, and that all evidence is enclosed', () => {
    const html = second(
      { decidedOn: '2026-10-20', reference: 'R-7' },
      { disagreement: 'It overlooked the MRI (Enclosure 2, p. 6).' },
    );
    expect(html).toContain(`The redetermination was made by ${facts.payer.name} on October 20, 2026`);
    expect(html).toContain('405.960, 405.968(a)');
    expect(html).toContain('405.966(a)');
    expect(html).toContain('405.968(a)(1)');
    expect(html).not.toContain('405.948');
    expect(openPlaceholders(html)).toEqual([]);
  });

  test('asks for the date and for what is wrong with the decision', () => {
    expect(openPlaceholders(second({ decidedOn: null, reference: null }))).toEqual([
      'MISSING: date of the decision before',
      'FILL IN: what that decision said, and why it is wrong',
    ]);
  });
});

describe('every manifest names what there is', () => {
  const rulebook = bundledRulebookData();
  const codes = new Set([...rulebook.carc, ...rulebook.rarc].map(({ code }) => code));
  const rules = new Set(rulebook.choices.map(({ id }) => id));

  test.each(files.templates)('$templateId', ({ manifest }) => {
    expect(manifest.codes === '*' ? [] : manifest.codes.filter((code) => !codes.has(code))).toEqual([]);
    expect(manifest.rules === '*' ? [] : manifest.rules.filter((rule) => !rules.has(rule))).toEqual([]);
  });

  test('and every code of a stated reason is one', () => {
    const unknown = STATED_FLAGS.flatMap((flag) => CODES_OF[flag]).filter((code) => !codes.has(code));
    expect(unknown).toEqual([]);
  });
});

describe('the choice of a template', () => {
  const letterFor = (more: Partial<LetterCase>) =>
    chooseTemplate(letters.templates(), {
      kind: 'appeal',
      category: 'medical_necessity',
      codes: [],
      ruleId: null,
      payerType: 'commercial',
      level: 1,
      ...more,
    });

  test.each<[string, string, Partial<LetterCase>]>([
    ['a category', 'medical-necessity', { codes: ['50'] }],
    ['a code before its category', 'level-of-care', { codes: ['186'] }],
    ['a remark beside the code', 'coding-level', { codes: ['150', 'N163'] }],
    [
      'a rule before a category',
      'authorization-on-claim',
      { category: 'prior_authorization', codes: ['197'], ruleId: 'choice.authorization-on-claim' },
    ],
    ['what has none of its own', 'general-appeal', { category: 'contractual', codes: ['256'] }],
  ])('%s: %s', (_what, templateId, more) => {
    expect(letterFor(more)?.template.templateId).toBe(templateId);
  });

  test('says why in a sentence', () => {
    expect(letterFor({ codes: ['186'] })?.because).toBe('It is for code 186.');
    expect(letterFor({ codes: ['50'] })?.because).toBe('It is for denials for medical necessity.');
  });

  test('never takes a notice for an appeal', () => {
    const late = { category: 'timely_filing', codes: ['29'], payerType: 'medicare_ffs' } as const;
    expect(letterFor(late)?.template.templateId).toBe('timely-filing');
    expect(letterFor({ ...late, kind: 'notice' })?.template.templateId).toBe('late-filing-exception');
  });

  test('no appeal is left without a letter', () => {
    for (const category of categorySchema.options)
      for (const payerType of payerTypeSchema.options)
        for (const level of [1, 2, 3]) expect(letterFor({ category, payerType, level })).not.toBeNull();
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
    statutes: files.statutes,
    partials: new Map([['address', '<p class="passage">{{field payer.appealsAddress "address"}}</p>\n']]),
  });
  expect(indented.render('general-appeal', facts, passages)).toContain('Provider Appeals\nP.O. Box');
});
