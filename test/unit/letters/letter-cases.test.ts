import { describe, expect, test } from 'vitest';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { checkPassages } from '../../../functions/core/appeal/passages.ts';
import { openPlaceholders } from '../../../functions/core/appeal/placeholders.ts';
import { citationsFor, unbroken } from '../../../functions/core/appeal/statutes.ts';
import type { Block, Inline } from '../../../functions/core/letter/letter.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import { dollars } from '../../../functions/core/money/dollars.ts';
import { TEMPLATES } from '../../fixtures/appeal-system.ts';
import { LETTER_CASES, letterOf } from '../../fixtures/letter-cases.ts';

const { templates, statutes } = readTemplateFiles(TEMPLATES);
/** The words of a letter, one space between any two. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replace(/[ \n]+/g, ' ');
}

/**
 * Each paragraph, list item and row of a table. What introduces others, heads columns or lists the enclosures states
 * nothing itself.
 */
function statementsIn(html: string): readonly string[] {
  const words = (content: readonly Inline[]) =>
    content.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join('');
  const of = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'list':
        return block.items.map(words);
      case 'table':
        return block.rows
          .filter(({ cells }) => cells.some(({ heads }) => heads !== 'column'))
          .map(({ cells }) => cells.map(({ content }) => words(content)).join(' | '));
      case 'section':
        return block.role === 'enclosures' ? [] : block.blocks.flatMap(of);
      case 'heading':
      case 'address':
        return [];
      case 'paragraph':
        return block.role === 'lead-in' ? [] : [words(block.content)];
    }
  };
  return parseLetter(html).body.flatMap(of);
}

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

  test('names who writes, to whom, whose claim, which decision, the money and what is asked', async () => {
    const { facts, html } = await made;
    const text = plainText(html);
    const { practice, payer, member, claim, remittance, decision } = facts;
    const named = [
      practice.name,
      `NPI ${practice.npi}`,
      practice.address,
      practice.telephone,
      practice.signatoryName,
      practice.signatoryTitle,
      payer.name,
      member.name,
      member.id,
      claim.payerClaimControlNumber,
      claim.patientControlNumber,
      remittance.traceNumber,
      `billed ${dollars(claim.billedCents)}`,
      claim.allowed === null ? 'allowed not stated' : `allowed ${dollars(claim.allowed.cents)}`,
      `paid ${dollars(claim.paidCents)}`,
      dollars(claim.disputedCents),
      ...decision.lines.flatMap((line) => [line.procedure, line.codes, dollars(line.billedCents)]),
      ...decision.reasons.flatMap(({ code, wording }) => [code, wording]),
    ];
    for (const words of named) expect(text).toContain(words);
    expect(text).toMatch(/We ask (?:the|you)/);
    expect(text).toMatch(/\(\d+ pages?\)/);
  });

  test('every statement has a source: a field, a citation, an enclosure, or the section before', async () => {
    const { html, withoutPassages } = await made;
    const fromFields = new Set(statementsIn(withoutPassages));
    const unsourced = statementsIn(html).filter(
      (statement) =>
        !fromFields.has(statement) &&
        !/Encl(?:osure|\.) \d/.test(statement) &&
        !EVERY_CITATION.some((citation) => statement.includes(unbroken(citation))) &&
        !/\bas section 3 shows\b/.test(statement),
    );
    expect(unsourced).toEqual([]);
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
