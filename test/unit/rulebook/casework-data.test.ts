import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledCasework } from '../../../functions/adapters/casework-bundled.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { caseworkSchema, hasChecklist } from '../../../functions/core/casework.ts';

const casework = bundledCasework();
const { corrections, redirects, reviews } = casework;
const { carcs, rarcs } = bundledRulebook();
const entries = [
  ...corrections.elements,
  ...corrections.checklists,
  ...corrections.raisesPayment,
  ...redirects.patientChecks,
  ...redirects.nextPayerSteps,
  ...reviews,
];

describe('the data by which routes are worked', () => {
  test('names for every entry a source that resolves in SOURCES.md or is a public citation', () => {
    const sources = readFileSync(join(import.meta.dirname, '../../../rulebook/SOURCES.md'), 'utf8');
    const keys = new Set([...sources.matchAll(/^\| ([A-Z][A-Z0-9-]*) \|/gm)].map((match) => match[1]));
    const citation = /^(E|\d+ (CFR|USC) .+|MCPM ch\. .+|RFI \d+|X12 .+)$/;
    const unresolved = entries
      .flatMap(({ source }) => source.split(/[+;]/).map((each) => each.trim()))
      .filter((source) => !keys.has(source) && !citation.test(source));
    expect([...new Set(unresolved)]).toEqual([]);
  });

  test('names codes that exist', () => {
    const when = [
      ...corrections.checklists,
      ...redirects.patientChecks,
      ...redirects.nextPayerSteps,
      ...reviews,
    ];
    const named = [...corrections.elements, ...when.map((entry) => entry.when)];
    expect(named.flatMap((each) => each.carcs ?? []).filter((code) => !carcs.has(code))).toEqual([]);
    expect(named.flatMap((each) => each.remarks ?? []).filter((code) => !rarcs.has(code))).toEqual([]);
  });

  test('has an element, or words, for every remark that asks for another claim', () => {
    const known = new Set(corrections.elements.flatMap(({ remarks = [] }) => remarks));
    const without = [...rarcs.values()].filter(
      ({ code, route, status, missing }) =>
        route === 'correct_resubmit' && status === 'active' && !known.has(code) && missing === null,
    );
    // Nothing is missing on these claims: the patient, the place or the record is the matter.
    expect(without.map(({ code }) => code)).toEqual(['N217', 'N561', 'N912']);
  });

  test('has an element for every reason that is corrected by default, but for the one that needs a remark', () => {
    const known = new Set(corrections.elements.flatMap(({ carcs: codes = [] }) => codes));
    const without = [...carcs.values()].filter(
      ({ code, status, route }) => status === 'active' && route.CO === 'correct_resubmit' && !known.has(code),
    );
    expect(without.map(({ code }) => code)).toEqual(['16']);
  });

  test('tells each code once among the elements', () => {
    const codes = corrections.elements.flatMap(({ carcs: c = [], remarks = [] }) => [...c, ...remarks]);
    expect(codes.filter((code, at) => codes.indexOf(code) < at)).toEqual([]);
  });

  test('has a checklist for each mechanism, and without one of them says so', () => {
    expect(hasChecklist('correct_resubmit', casework)).toBe(true);
    const checklists = corrections.checklists.filter(
      ({ when }) => when.mechanisms?.includes('reopening') !== true,
    );
    expect(
      hasChecklist('correct_resubmit', { ...casework, corrections: { ...corrections, checklists } }),
    ).toBe(false);
  });

  test('refuses an element of a field that no claim has', () => {
    const [first] = corrections.elements;
    const elements = [{ ...first, fields: ['shoe_size'] }];
    expect(caseworkSchema.safeParse({ ...casework, corrections: { ...corrections, elements } }).success).toBe(
      false,
    );
  });
});
