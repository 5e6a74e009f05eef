import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkTemplate } from '../../../functions/adapters/letters/check-template.ts';

const context = z.strictObject({
  name: z.string(),
  number: z.string().nullable(),
  amountCents: z.int(),
  on: z.iso.date(),
  until: z.iso.date().nullable(),
  open: z.boolean(),
  payer: z.strictObject({ name: z.string(), fax: z.string().nullable() }),
  lines: z.array(z.strictObject({ code: z.string(), note: z.string().nullable() })),
  rows: z.array(z.strictObject({ text: z.string() })).nullable(),
});

const PARTIALS = new Map([
  ['head', '{{payer.name}}'],
  ['loop', '{{> loop}}'],
  ['bad', '{{nothing}}'],
]);

const problemsOf = (source: string) => checkTemplate(`<p>${source}</p>`, context, PARTIALS).problems;

describe('a template that keeps the rules', () => {
  test.each([
    '{{name}}',
    '{{money amountCents}}',
    '{{date on}}',
    '{{field number "claim number"}}',
    '{{ask "why now?"}}',
    '{{#if number}}{{number}}{{/if}}',
    '{{#if until}}{{date until}}{{else}}{{field until "end"}}{{/if}}',
    '{{#unless number}}none{{else}}{{number}}{{/unless}}',
    '{{#each lines}}{{code}}{{field note "note"}}{{#if @first}}{{../name}}{{/if}}{{/each}}',
    '{{#if rows}}{{#each rows}}{{text}}{{/each}}{{/if}}',
    '{{#if open}}a{{/if}}{{! a comment }}',
    '{{> head}}',
  ])('%s', (source) => {
    expect(problemsOf(source)).toEqual([]);
  });

  test('its merge fields are listed', () => {
    const { fields } = checkTemplate('{{name}}{{#each lines}}{{code}}{{/each}}{{> head}}', context, PARTIALS);
    expect(fields).toEqual(['lines', 'lines[].code', 'name', 'payer.name']);
  });
});

describe('a template that breaks one is refused', () => {
  test.each([
    ['an unknown field', '{{surname}}'],
    ['a field of another object', '{{payer.number}}'],
    ['constructor', '{{constructor}}'],
    ['__proto__', '{{payer.__proto__}}'],
    ['a method of a value', '{{name.length}}'],
    ['three braces', '{{{name}}}'],
    ['an ampersand', '{{&name}}'],
    ['a nullable field printed bare', '{{number}}'],
    ['a nullable field under the wrong if', '{{#if name}}{{number}}{{/if}}'],
    ['a nullable field in the else of its if', '{{#if number}}x{{else}}{{number}}{{/if}}'],
    ['a nullable date in the helper', '{{date until}}'],
    ['cents printed bare', '{{amountCents}}'],
    ['a date printed bare', '{{on}}'],
    ['a date through field where it is known', '{{#if until}}{{field until "end"}}{{/if}}'],
    ['an object printed', '{{payer}}'],
    ['a list printed', '{{lines}}'],
    ['a flag printed', '{{open}}'],
    ['a list that can be null', '{{#each rows}}{{text}}{{/each}}'],
    ['each over a value', '{{#each name}}{{/each}}'],
    ['a field of the outer place', '{{#each lines}}{{name}}{{/each}}'],
    ['too many steps out', '{{../name}}'],
    ['an unknown helper', '{{upper name}}'],
    ['lookup', '{{lookup payer "name"}}'],
    ['log', '{{log name}}'],
    ['with', '{{#with payer}}{{name}}{{/with}}'],
    ['an unknown block', '{{#repeat lines}}{{/repeat}}'],
    ['a sub-expression', '{{money (field amountCents "x")}}'],
    ['a label that is a field', '{{field number name}}'],
    ['a question that is a field', '{{ask name}}'],
    ['a helper with too few arguments', '{{field number}}'],
    ['money of a text', '{{money name}}'],
    ['date of a text', '{{date name}}'],
    ['block parameters', '{{#each lines as |line|}}{{line.code}}{{/each}}'],
    ['@root', '{{@root.name}}'],
    ['this', '{{this}}'],
    ['a dynamic partial', '{{> (lookup . "name")}}'],
    ['an unknown partial', '{{> nowhere}}'],
    ['a partial with arguments', '{{> head name=name}}'],
    ['a partial that includes itself', '{{> loop}}'],
    ['a partial that breaks a rule', '{{> bad}}'],
    ['an inline partial', '{{#*inline "x"}}a{{/inline}}'],
    ['a block partial', '{{#> head}}a{{/head}}'],
    ['a decorator', '{{* decorate}}'],
    ['named arguments', '{{field number label="x"}}'],
    ['a template that does not parse', '{{#if name}}'],
  ])('%s', (_what, source) => {
    expect(problemsOf(source)).not.toEqual([]);
  });
});

describe('what a template renders is a letter, whichever way its conditions fall', () => {
  const problemsIn = (source: string) => checkTemplate(source, context, PARTIALS).problems;

  test.each([
    '<p>{{#if open}}a{{else}}b{{/if}}</p>',
    '{{#each lines}}<p>{{code}}</p>{{/each}}',
    '<table>{{#each lines}}<tr{{#if note}} class="disputed"{{/if}}><td>{{code}}</td></tr>{{/each}}</table>',
  ])('%s', (source) => {
    expect(problemsIn(source)).toEqual([]);
  });

  test.each([
    [
      'an element of another dialect',
      '<p>a</p><div>b</div>',
      'line 1, column 9: <div> is no element of a letter',
    ],
    ['one in a branch', '{{#if open}}<p>a</p>{{else}}<b>b</b>{{/if}}', '<b> is no element'],
    [
      'one in a branch of a branch',
      '{{#if open}}{{#if number}}<p>a</p>{{else}}<i>b</i>{{/if}}{{/if}}',
      '<i> is no element',
    ],
    ['an element closed in one branch alone', '<p>{{#if open}}a</p>{{/if}}', 'closes nothing|not closed'],
    [
      'an element open after each row',
      '<ul>{{#each lines}}<li>{{code}}{{/each}}</ul>',
      'may not stand in <li>',
    ],
    ['a value in an attribute', '<p class="{{name}}">a</p>', 'takes no class="x"'],
    ['text beside the blocks', '{{name}}', 'holds no text'],
  ])('%s is refused', (_what, source, problem) => {
    expect(problemsIn(source).join()).toMatch(new RegExp(problem));
  });
});
