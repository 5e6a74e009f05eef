import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import {
  interpretTemplate,
  TemplateFaultError,
} from '../../../functions/adapters/letters/interpret-template.ts';
import { LETTER_HELPERS } from '../../../functions/adapters/letters/letter-helpers.ts';
import { contextSchemaOf } from '../../../functions/adapters/letters/template-context.ts';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { letterFactsSchema } from '../../../functions/core/appeal/facts.ts';
import { passageRows } from '../../../functions/core/appeal/passages.ts';
import { STATED_FLAGS } from '../../../functions/core/appeal/stated.ts';
import { lawFor } from '../../../functions/core/appeal/statutes.ts';
import { TEMPLATES } from '../../fixtures/appeal-system.ts';

const files = readTemplateFiles(TEMPLATES);

/** What Handlebars' own compiler makes of a template: the yardstick, in tests alone. */
function compiled(source: string): (context: object) => string {
  const handlebars = Handlebars.create();
  for (const [name, partial] of files.partials) handlebars.registerPartial(name, partial);
  const run = handlebars.compile(source, { strict: true, preventIndent: true });
  return (context) => run(context, { helpers: LETTER_HELPERS });
}

/** The context of a template's example: as it is, without passages, late, with everything stated, with nothing known. */
function contextsOf({ templateId, manifest }: (typeof files.templates)[number]): readonly object[] {
  const example = JSON.parse(readFileSync(path.join(TEMPLATES, templateId, 'example.json'), 'utf8'));
  const facts = letterFactsSchema.parse(example.facts);
  const written = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      manifest.passages.map((passage) => {
        const text = texts[passage.id];
        if (text === undefined) return [passage.id, null];
        return [passage.id, passage.kind === 'text' ? text : passageRows(passage, text)];
      }),
    );
  const odd = Object.fromEntries(
    manifest.passages.map(({ id, kind, columns }) => [
      id,
      kind === 'text' ? '<b>{{x}}</b> & "y"\n\n‮é😀' : columns.map(() => '<i>').join('|'),
    ]),
  );
  const everythingStated = Object.fromEntries(STATED_FLAGS.map((flag) => [flag, true]));
  const nothingKnown = {
    ...facts,
    member: { name: null, id: null, bornOn: null, groupNumber: null },
    practice: { ...facts.practice, address: null, telephone: null, fax: null, npi: null, tin: null },
    decision: { ...facts.decision, lines: [], claimCodes: null, policies: null },
  };
  const late = {
    ...facts,
    appeal: { ...facts.appeal, level: 2, previous: { decidedOn: null, reference: 'A&B' } },
    letter: { ...facts.letter, inTimeUntil: null, late: true },
    stated: everythingStated,
  };
  return [
    { facts, texts: example.passages },
    { facts, texts: {} },
    { facts: late, texts: odd },
    { facts: nothingKnown, texts: {} },
  ].map(({ facts: of, texts }) => {
    const read = letterFactsSchema.parse(of);
    return contextSchemaOf(manifest).parse({
      ...read,
      law: lawFor(files.statutes, manifest.subject, read),
      passages: written(texts),
      added: [{ statement: 'A <b>       passages: written(texts), b', source: 'Encl. 1, p. 2' }],
    });
  });
}

describe.each(files.templates)('templates/$templateId', (template) => {
  test('reads, interpreted, as it does compiled', () => {
    const interpreted = interpretTemplate(template.source, files.partials);
    const reference = compiled(template.source);
    for (const context of contextsOf(template)) expect(interpreted(context)).toBe(reference(context));
  });
});

const context = {
  a: 'x',
  no: null,
  zero: 0,
  rows: [{ n: 1 }, { n: 2 }],
  others: [{ n: 3 }],
  none: [],
  deep: { b: '<' },
};

test.each([
  'a {{a}} b',
  '{{a}}{{~a~}} {{a}}',
  '{{deep.b}}{{no}}{{zero}}',
  '{{#if zero}}yes{{else}}no{{/if}}{{#if none}}yes{{else}}no{{/if}}{{#if rows}}yes{{/if}}',
  '{{#unless no}}none{{/unless}}{{#unless a}}x{{else}}y{{/unless}}',
  '{{#if no}}1{{else if a}}2{{else}}3{{/if}}',
  '{{#each rows}}{{@index}}{{n}}{{#unless @last}}, {{/unless}}{{#if @first}}{{../a}}{{/if}}{{/each}}',
  '{{#each rows}}{{#each ../others}}{{n}}{{../n}}{{../../a}} {{/each}}{{/each}}',
  '{{#each none}}x{{else}}none of {{a}}{{/each}}',
  'line\n  {{#if a}}\n  in\n  {{/if}}\n  {{! note }}\nend\n',
])('reads %j as Handlebars does', (source) => {
  expect(interpretTemplate(source, new Map())(context)).toBe(
    Handlebars.compile(source, { strict: true, preventIndent: true })(context),
  );
});

test.each([
  '{{gone}}',
  '{{a.constructor}}',
  '{{constructor}}',
  '{{__proto__}}',
  '{{#if a.length}}x{{/if}}',
  '{{rows.length}}',
  '{{{a}}}',
  '{{#with deep}}{{b}}{{/with}}',
  '{{#each deep}}{{this}}{{/each}}',
  '{{> nowhere}}',
  '{{log a}}',
  '{{helperMissing a}}',
  '{{lookup deep "b"}}',
])('an unchecked template comes to no more than a fault: %s', (source) => {
  expect(() => interpretTemplate(source, new Map())({ ...context })).toThrow(TemplateFaultError);
});

test('a letter is rendered where code may not be made of strings', () => {
  const program = `
    import { handlebarsLetters } from './functions/adapters/letters/handlebars-letters.ts';
    import { readTemplateFiles } from './functions/adapters/letters/template-files.ts';
    import { readFileSync } from 'node:fs';
    const files = readTemplateFiles('templates');
    const letters = handlebarsLetters(files);
    for (const { templateId } of files.templates) {
      const { facts, passages } = JSON.parse(readFileSync('templates/' + templateId + '/example.json', 'utf8'));
      if (!letters.render(templateId, facts, passages).includes('</h1>')) process.exit(3);
    }
    let refused = false;
    try { new Function('return 1'); } catch { refused = true; }
    process.stdout.write(files.templates.length + ' letters, code of strings ' + (refused ? 'refused' : 'made'));
  `;
  const output = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program],
    { cwd: path.join(TEMPLATES, '..'), encoding: 'utf8' },
  );
  expect(output).toBe(`${files.templates.length} letters, code of strings refused`);
});
