import { describe, expect, test } from 'vitest';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { checkPassages } from '../../../functions/core/appeal/passages.ts';
import { openPlaceholders } from '../../../functions/core/appeal/placeholders.ts';
import { citationsFor, unbroken } from '../../../functions/core/appeal/statutes.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { TEMPLATES } from '../../fixtures/appeal-system.ts';
import { LETTER_CASES, letterOf } from '../../fixtures/letter-cases.ts';

const { templates, statutes } = readTemplateFiles(TEMPLATES);
const EVERY_CITATION = [...new Set(statutes.statutes.map(({ citation }) => citation))];

test('every template has two cases', () => {
  const count = (id: string) => LETTER_CASES.filter(({ template }) => template === id).length;
  expect(templates.map(({ templateId }) => [templateId, count(templateId)])).toEqual(
    templates.map(({ templateId }) => [templateId, 2]),
  );
});

describe.each(LETTER_CASES)('$template: $what', (spec) => {
  const made = letterOf(spec);

  test('is what the system chooses, and says why', async () => {
    const { chosen } = await made;
    expect(chosen?.template.templateId).toBe(spec.template);
    expect(chosen?.because).toMatch(/^It is for .+\.$/);
  });

  test('passes the gate of appeals, or is marked as no appeal', async () => {
    const { chosen, gate, html } = await made;
    if (chosen?.template.kind === 'notice') expect(html).toContain('This is not an appeal.');
    else expect(gate).toEqual({ open: true });
  });

  test('is complete: nothing is open, every passage fits', async () => {
    const { chosen, html } = await made;
    expect(checkPassages(chosen?.template.passages ?? [], spec.passages)).toEqual([]);
    expect(openPlaceholders(html)).toEqual([]);
  });

  test('has every block: header, claim, decision with plain words, rule, request, signature, enclosures', async () => {
    const { body, letterhead, footer } = parseLetter((await made).html);
    const { html } = await made;
    expect([letterhead.length, footer.length]).not.toContain(0);
    expect(body.some((block) => block.kind === 'address')).toBe(true);
    expect(body.filter((block) => block.kind === 'table').length).toBeGreaterThan(1);
    for (const words of ['The reasons given, in plain words:', '2. The rule that applies', 'We ask'])
      expect(html).toContain(words);
    expect(body.flatMap((block) => (block.kind === 'section' ? [block.role] : []))).toEqual([
      'signature',
      'enclosures',
    ]);
  });

  test('states no rule without one: the section on the rule is not empty', async () => {
    const { html } = await made;
    const section = html.slice(html.indexOf('2. The rule that applies</h2>'), html.indexOf('<h2>3. '));
    expect(section).toContain('<p');
  });

  test('every passage that states a fact names an enclosure that is enclosed', async () => {
    const enclosed = (spec.passages.enclosures ?? '').split('\n').length;
    for (const [id, text] of Object.entries(spec.passages)) {
      if (id === 'enclosures' || id === 'addressee') continue;
      const parts = text.split('\n');
      for (const part of parts) {
        const named = [...part.matchAll(/Encl(?:osure|\.) (\d+)/g)].map(([, number]) => Number(number));
        if (id !== 'policy' && id !== 'criteria') expect(part, id).toMatch(/Encl(osure|\.) \d/);
        for (const number of named) expect(number, part).toBeLessThanOrEqual(enclosed);
      }
    }
  });

  test('cites the law of its own line of business and no other', async () => {
    const { html } = await made;
    const own = citationsFor(statutes, spec.payerType);
    const cited = EVERY_CITATION.filter((citation) => html.includes(`(${unbroken(citation)})`));
    expect(cited.filter((citation) => !own.has(citation))).toEqual([]);
  });

  test('says nothing that answers another reason', async () => {
    const { html } = await made;
    for (const words of spec.without) expect(html).not.toMatch(words);
  });
});
