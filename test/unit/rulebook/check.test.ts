import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRulebookAt } from '../../../functions/adapters/check-rulebook.ts';
import { bundledRulebook, bundledRulebookData } from '../../../functions/adapters/rulebook-bundled.ts';
import { RULEBOOK_FILES } from '../../../functions/adapters/rulebook-layout.ts';
import { checkRules } from '../../../functions/core/rulebook/check.ts';
import { lineOfPath } from '../../../functions/core/rulebook/json-lines.ts';
import type { RulebookData } from '../../../functions/core/rulebook/schema.ts';
import { told } from '../../../functions/core/rulebook/source-files.ts';

const shipped = join(import.meta.dirname, '../../../rulebook');
const said = { says: 'A test rule.', source: 'E', confidence: 'medium' } as const;

describe('the shipped rulebook', () => {
  it('has no rule that can never match, no tie, and an answer, a checklist and a template for everything', () => {
    const { errors, warnings } = checkRulebookAt(shipped);
    expect([...errors, ...warnings].map(told)).toEqual([]);
  });

  it('is refused where an appeal of one category has no letter', () => {
    const data = bundledRulebookData();
    const findings = checkRules(data, bundledRulebook(), {
      hasTemplate: (category) => category !== 'bundling',
      hasChecklist: () => true,
      carcs: data.carc.map(({ code }) => code),
      rarcs: data.rarc.map(({ code }) => code),
    });
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', 'an appeal of bundling has no template'],
    ]);
  });

  it('leaves ids that begin with org. to organisations', () => {
    const ids = Object.values(RULEBOOK_FILES).flatMap((file) =>
      [...readFileSync(join(shipped, file), 'utf8').matchAll(/"id": "(org\.[^"]+)"/g)].map(([, id]) => id),
    );
    expect(ids).toEqual([]);
  });
});

describe('a check finds', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rulebook-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function change<K extends keyof RulebookData>(part: K, by: (rules: RulebookData[K]) => unknown): void {
    const file = join(folder, RULEBOOK_FILES[part]);
    const rules = by(JSON.parse(readFileSync(file, 'utf8')) as RulebookData[K]);
    const text = Array.isArray(rules)
      ? `[\n${rules.map((rule) => JSON.stringify(rule)).join(',\n')}\n]\n`
      : JSON.stringify(rules);
    writeFileSync(file, text);
  }

  function errors(): readonly string[] {
    return checkRulebookAt(folder).errors.map(told);
  }

  it('a rule behind another that holds wherever it does', () => {
    change('advice', (rules) => [
      rules[0],
      { ...said, id: 'advice.late', when: { classes: ['hold'], carcs: ['133'] }, avoid: 'x' },
      ...rules.slice(1).filter(({ id }) => id !== 'advice.late'),
    ]);
    expect(errors()).toEqual([
      'rules/advice.json:3: advice/advice.late: can never match: advice.hold stands before it and holds wherever it does; move it up or remove it',
    ]);
  });

  it('a rule for a category that none of its codes has', () => {
    change('choices', (rules) => [
      { ...said, id: 'choice.never', when: { carcs: ['50'], categories: ['coding'] }, route: 'review' },
      ...rules,
    ]);
    expect(errors()).toEqual([
      expect.stringMatching(/^rules\/choices\.json:2: choices\/choice\.never: can never match/),
    ]);
  });

  it('two rules that tie', () => {
    change('choices', (rules) => [
      { ...said, id: 'choice.one', when: { carcs: ['50'] }, route: 'write_off' },
      { ...said, id: 'choice.two', when: { anyRemark: ['N115'] }, route: 'documentation' },
      ...rules,
    ]);
    expect(errors()).toContainEqual(
      expect.stringMatching(
        /^rules\/choices\.json:3: choices\/choice\.two: ties with choice\.one.*want documentation and write_off/,
      ),
    );
  });

  it('no tie between rules that never meet', () => {
    change('choices', (rules) => [
      { ...said, id: 'choice.one', when: { carcs: ['50'], payerTypes: ['va'] }, route: 'write_off' },
      { ...said, id: 'choice.two', when: { carcs: ['50'], payerTypes: ['auto'] }, route: 'documentation' },
      ...rules,
    ]);
    expect(errors()).toEqual([]);
  });

  it('a tie between a payer type and one that stands for it', () => {
    change('choices', (rules) => [
      { ...said, id: 'choice.one', when: { carcs: ['50'], payerTypes: ['fehb'] }, route: 'write_off' },
      {
        ...said,
        id: 'choice.two',
        when: { carcs: ['50'], payerTypes: ['commercial'] },
        route: 'documentation',
      },
      ...rules,
    ]);
    expect(errors()).toHaveLength(1);
  });

  it('codes of this release that have no entry', () => {
    change('carc', (codes) => codes.filter(({ code }) => code !== '49'));
    expect(errors()).toContainEqual(expect.stringMatching(/CARC 49 is not in codes\/carc/));
    change('safety', (rules) => rules.filter(({ when }) => !when.carcs?.includes('49')));
    change('leadingReasons', (rules) => rules.filter(({ when }) => !when.carcs?.includes('49')));
    expect(errors()).toContainEqual(
      expect.stringMatching(/^codes\/carc\.json:1: codes\/carc: CARC 49 has no entry/),
    );
  });

  it('a file whose last rule leaves codes without an answer', () => {
    change('advice', (rules) => rules.filter(({ id }) => id !== 'advice.rest'));
    expect(errors()).toEqual([
      expect.stringMatching(/^rules\/advice\.json:1: advice: some codes are left without an answer/),
    ]);
  });

  it('a remark and a code that no rule weighs against each other', () => {
    change('remarkMatrix', (rules) => rules.slice(0, -1));
    expect(errors().every((problem) => /no rule weighs a remark/.test(problem))).toBe(true);
    expect(errors().length).toBeGreaterThan(0);
  });

  it('routes without a checklist', () => {
    change('documents', (rules) => rules.filter(({ id }) => id !== 'documents.appeal'));
    expect(errors()).toContain(
      'rules/documents.json:1: documents: appeal of other has no checklist; add a rule that names what to gather',
    );
  });

  it('an unknown code, a wrong date and a missing source, each on its line', () => {
    change('choices', (rules) => [
      { ...said, id: 'choice.a', when: { carcs: ['998'] }, route: 'review' },
      ...rules,
    ]);
    expect(errors()).toEqual([
      'rules/choices.json:2: choices/choice.a: CARC 998 is not in codes/carc; add or correct it',
    ]);
    change('choices', ([first, ...rules]) => [
      { ...first, when: { carcs: ['50'] }, effectiveFrom: '2026-02-30', source: undefined },
      ...rules,
    ]);
    expect(errors()).toEqual([
      expect.stringMatching(/^rules\/choices\.json:2: choices\/0\/effectiveFrom/),
      expect.stringMatching(/^rules\/choices\.json:2: choices\/0\/source.*name the contract/),
    ]);
  });

  it('what in an organisation’s layer can never match, and not what the layer overrides on purpose', () => {
    const layer = join(folder, 'layer.json');
    const override = { ...said, id: 'org.all-50', carcs: ['50'], route: 'review' };
    const choice = {
      ...said,
      id: 'org.never',
      when: { carcs: ['50'], categories: ['coding'] },
      route: 'review',
    };
    const parts = { layer: { number: 1, name: 'x', changed: '2026-11-01' }, overrides: [override] };
    writeFileSync(layer, JSON.stringify({ ...parts, choices: [choice] }, null, 1));
    expect(checkRulebookAt(layer)).toMatchObject({
      version: expect.stringMatching(/\+layer\.1\./),
      errors: [{ file: 'layer.json', where: 'choices/org.never', line: 20 }],
    });
  });
});

describe('the line of a value', () => {
  const text = '{\n  "a": [\n    {"b": "x,]}\\"", "c": [1, 2]},\n    [true,\n      null]\n  ],\n  "d": 1\n}';

  it.each([
    [[], 1],
    [['a'], 2],
    [['a', 0], 3],
    [['a', 0, 'c', 1], 3],
    [['a', 1], 4],
    [['a', 1, 1], 5],
    [['d'], 7],
  ])('at %j is %i', (path, line) => {
    expect(lineOfPath(text, path)).toBe(line);
  });

  it('that is not there is the line of what holds it', () => {
    expect(lineOfPath(text, ['a', 1, 9])).toBe(4);
    expect(lineOfPath(text, ['x'])).toBe(1);
  });
});
