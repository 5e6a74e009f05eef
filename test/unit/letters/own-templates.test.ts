import { beforeEach, describe, expect, test } from 'vitest';
import { handlebarsLetters } from '../../../functions/adapters/letters/handlebars-letters.ts';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { chooseTemplate, letterCaseOf } from '../../../functions/core/appeal/choose-template.ts';
import type { OwnTemplate } from '../../../functions/core/appeal/own-template.ts';
import { draftSettings } from '../../../functions/use-cases/draft-settings.ts';
import { publishSettings } from '../../../functions/use-cases/publish-settings.ts';
import { AppealSystem, admin, manager, printedWords, TEMPLATES } from '../../fixtures/appeal-system.ts';
import { OWN_TEMPLATE } from '../../fixtures/own-template.ts';

const letters = handlebarsLetters(readTemplateFiles(TEMPLATES));
const problemsOf = (written: unknown, templateId = 'own-letter') =>
  letters.checkOwn(templateId, written).problems.map(({ message }) => message);
const withSource = (change: (source: string) => string): OwnTemplate => ({
  ...OWN_TEMPLATE,
  source: change(OWN_TEMPLATE.source),
});

describe('a template that an organisation wrote', () => {
  test('is taken where it keeps the rules, and its fields are filled in', () => {
    const { template, problems } = letters.checkOwn('own-letter', OWN_TEMPLATE);
    expect(problems).toEqual([]);
    expect(template?.manifest.fields).toContain('member.name');
  });

  test.each([
    ['prints an unknown field', withSource((s) => `${s}<p>{{patient.mood}}</p>`), /unknown field/],
    ['prints what can be null', withSource((s) => `${s}<p>{{member.name}}</p>`), /can be null/],
    ['switches escaping off', withSource((s) => `${s}<p>{{{practice.name}}}</p>`), /unescaped/],
    ['reaches for a constructor', withSource((s) => `${s}<p>{{practice.constructor}}</p>`), /unknown field/],
    [
      'multiplies one list by another',
      withSource(
        (s) => `${s}{{#each decision.lines}}{{#each ../decision.reasons}}<p>a</p>{{/each}}{{/each}}`,
      ),
      /within another list/,
    ],
    ['walks lists without end', withSource((s) => `${s}${deep(12)}`), /within too many lists/],
    ['uses a helper of its own', withSource((s) => `${s}<p>{{shout practice.name}}</p>`), /unknown helper/],
    [
      'includes what is not there',
      withSource((s) => `${s}{{> ../../etc/passwd}}`),
      /dynamic or unknown|parse/,
    ],
    ['writes other markup', withSource((s) => `${s}<script>1</script>`), /not a letter/],
    ['cites law by itself', withSource((s) => `${s}<p>See 42 CFR 405.940.</p>`), /cites law/],
    ['does not parse', withSource((s) => `${s}{{#if practice.name}}`), /does not parse/],
    ['lacks its signature', withSource((s) => s.replace('{{> relief}}', '')), /lacks a signature/],
  ])('is refused where it %s', (_what, written, problem) => {
    expect(problemsOf(written).join('; ')).toMatch(problem);
  });

  test('is refused under another id, without a manifest, or over its length', () => {
    expect(problemsOf(OWN_TEMPLATE, 'own-other')).toEqual(['its manifest names own-letter']);
    expect(problemsOf({ source: 'x' })).not.toEqual([]);
    expect(problemsOf(withSource((s) => s.padEnd(16_001)))).not.toEqual([]);
    expect(
      problemsOf({
        ...OWN_TEMPLATE,
        manifest: { ...OWN_TEMPLATE.manifest, templateId: 'medical-necessity' },
      }),
    ).not.toEqual([]);
  });

  test('stands beside those of the release, and wins where both are written as narrowly', async () => {
    const { template } = letters.checkOwn('own-letter', OWN_TEMPLATE);
    const ours = letters.withOwn(template === null ? [] : [template]);
    expect(ours.templates()).toHaveLength(letters.templates().length + 1);
    const denial = await new AppealSystem().routed();
    const chosen = chooseTemplate(ours.templates(), letterCaseOf(denial, []));
    expect(chosen?.template.templateId).toBe('own-letter');
  });

  test('is left out where a later release would refuse it', () => {
    const ours = letters.withOwn([withSource((s) => `${s}<p>{{claim.gone}}</p>`)]);
    expect(ours.template('own-letter')).toBeNull();
  });

  test('has a hash of its own, which changes with its words', () => {
    const hashOf = (own: OwnTemplate) => letters.withOwn([own]).template('own-letter')?.sha256;
    expect(hashOf(OWN_TEMPLATE)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(withSource((s) => s.replace('Our medical', 'The medical')))).not.toBe(hashOf(OWN_TEMPLATE));
  });
});

describe('in the settings', () => {
  let system: AppealSystem;
  beforeEach(() => {
    system = new AppealSystem();
  });
  const subject = 'template/own-letter' as const;
  const written = { kind: 'value', value: OWN_TEMPLATE } as const;

  test('one person drafts it and another publishes it; then letters are written by it', async () => {
    const drafted = await draftSettings(system.ports, {
      user: manager,
      subject,
      expectedVersion: 0,
      written,
      reason: 'Ours.',
    });
    expect(drafted.kind).toBe('changed');
    const own = await publishSettings(system.ports, { user: manager, subject, expectedVersion: 1 });
    expect(own.kind).toBe('forbidden');
    const published = await publishSettings(system.ports, { user: admin, subject, expectedVersion: 1 });
    expect(published.kind).toBe('published');

    const { settings } = await system.changes.inForce();
    const later = new AppealSystem({ settings });
    const denial = await later.drafted();
    expect(denial.candidate?.templateId).toBe('own-letter');
    const { objectKey = '', objectVersionId = '' } = denial.candidate?.letter ?? denial.candidate ?? {};
    const text = await later.text('packets', objectKey, objectVersionId);
    expect(printedWords(Buffer.from(text).toString('base64'))).toContain(
      'Our medical director has read the record',
    );
  });

  test('a draft with a mistake is not kept, and says what is wrong with it', async () => {
    const wrong = { kind: 'value', value: withSource((s) => `${s}<p>{{patient.mood}}</p>`) } as const;
    const refused = await draftSettings(system.ports, {
      user: manager,
      subject,
      expectedVersion: 0,
      written: wrong,
      reason: 'Ours.',
    });
    expect(refused).toMatchObject({
      kind: 'refused',
      code: 'SETTINGS_REFUSED',
      problems: [{ field: 'source', message: 'patient.mood: unknown field' }],
    });
    expect(await system.changes.draft(subject)).toBeNull();
  });
});

function deep(lists: number): string {
  const open = Array.from({ length: lists }, (_, at) => `{{#each ${'../'.repeat(at)}decision.lines}}`).join(
    '',
  );
  return `<p>${open}x${'{{/each}}'.repeat(lists)}</p>`;
}
