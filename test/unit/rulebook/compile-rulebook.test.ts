import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { readRulebook } from '../../../functions/adapters/rulebook-files.ts';
import { RULEBOOK_FILES } from '../../../functions/adapters/rulebook-layout.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import { compileRulebook } from '../../../functions/core/rulebook/compile.ts';
import type { RulebookData } from '../../../functions/core/rulebook/schema.ts';
import { lineDenial, payerOf } from '../../fixtures/remitted-claim.ts';

const folder = join(import.meta.dirname, '../../../rulebook');
type Draft = { -readonly [part in keyof RulebookData]: RulebookData[part] };

function shipped(): Draft {
  return Object.fromEntries(
    Object.entries(RULEBOOK_FILES).map(([part, file]) => [
      part,
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  ) as Draft;
}

function problemsOf(data: unknown): readonly string[] {
  const compilation = compileRulebook(data);
  return compilation.kind === 'refused' ? compilation.problems : [];
}

describe('the shipped rulebook', () => {
  it('compiles', () => {
    expect(problemsOf(shipped())).toEqual([]);
  });

  it('is the same from the folder and from the bundle', () => {
    const fromFolder = readRulebook(folder);
    expect(fromFolder.kind).toBe('compiled');
    if (fromFolder.kind === 'compiled') {
      expect([...fromFolder.rulebook.carcs.keys()]).toEqual([...bundledRulebook().carcs.keys()]);
      expect(fromFolder.rulebook.version).toBe(bundledRulebook().version);
    }
  });

  it('knows every code of both lists', () => {
    expect(bundledRulebook().carcs.size).toBe(407);
    expect(bundledRulebook().rarcs.size).toBe(1216);
  });

  it('names a source for every entry that resolves in SOURCES.md or is a public citation', () => {
    const keys = new Set(
      [...readFileSync(join(folder, 'SOURCES.md'), 'utf8').matchAll(/^\| ([A-Z][A-Z0-9-]*) \|/gm)].map(
        (m) => m[1],
      ),
    );
    const citation = /^(E|\d+ (CFR|USC) .+|MCPM ch\. .+|RFI \d+|X12 .+)$/;
    const unresolved = Object.values(shipped())
      .flatMap((part) => (Array.isArray(part) ? (part as readonly { source: string }[]) : []))
      .flatMap((entry) => entry.source.split(/[+;]/).map((source) => source.trim()))
      .filter((source) => !keys.has(source) && !citation.test(source));
    expect([...new Set(unresolved)]).toEqual([]);
  });

  it('says nothing with low confidence, since that would be a review', () => {
    const low = Object.values(shipped())
      .flatMap((part) => (Array.isArray(part) ? (part as readonly { confidence: string }[]) : []))
      .filter((entry) => entry.confidence === 'low');
    expect(low).toEqual([]);
  });
});

describe('a faulty rulebook is refused', () => {
  let data: Draft;
  beforeEach(() => {
    data = shipped();
  });

  it('when a rule names a CARC that does not exist', () => {
    data.holds = data.holds.map((rule, at) => (at === 0 ? { ...rule, when: { carcs: ['999'] } } : rule));
    expect(problemsOf(data)).toEqual([
      'holds/hold.undecided: CARC 999 is not in codes/carc; add or correct it',
    ]);
  });

  it('when a rule names a RARC that does not exist', () => {
    data.rights = data.rights.map((rule, at) =>
      at === 0 ? { ...rule, when: { anyRemark: ['N9999'] } } : rule,
    );
    expect(problemsOf(data)[0]).toMatch(/rights\/rights.unprocessable: RARC N9999 is not in codes\/rarc/);
  });

  it('when two rules share an id', () => {
    data.choices = [...data.choices, ...data.choices.slice(0, 1)];
    expect(problemsOf(data)[0]).toMatch(/stands twice; rename one/);
  });

  it('when a code stands twice', () => {
    data.carc = [...data.carc, ...data.carc.slice(0, 1)];
    expect(problemsOf(data)).toEqual(['codes/carc: 1 stands twice; remove one']);
  });

  it('when an entry has no source', () => {
    const { source: _source, ...unsourced } = { ...data.suspects[0] };
    expect(problemsOf({ ...data, suspects: [unsourced] })[0]).toMatch(/^suspects\/0\/source/);
  });

  it('when a route is not one of the eight', () => {
    const carc = data.carc.map((entry, at) =>
      at === 0 ? { ...entry, route: { ...entry.route, CO: 'ignore' } } : entry,
    );
    expect(problemsOf({ ...data, carc })[0]).toMatch(/^carc\/0\/route\/CO/);
  });

  it('when a file is missing, by its name', () => {
    const empty = mkdtempSync(join(tmpdir(), 'rulebook-'));
    const compilation = readRulebook(empty);
    expect(compilation.kind === 'refused' && compilation.problems[0]).toMatch(/^rulebook\.json: /);
  });
});

describe('rules that compete', () => {
  const rule = { says: 'A test rule.', source: 'E', confidence: 'medium' } as const;

  function routeWith(choices: RulebookData['choices']) {
    const compilation = compileRulebook({ ...shipped(), choices });
    if (compilation.kind === 'refused') throw new Error(compilation.problems.join());
    return decideClaim(lineDenial('CO-54', ['N115']), payerOf('fehb'), compilation.rulebook);
  }

  it('are won by the one that binds most', () => {
    const decision = routeWith([
      { ...rule, id: 'test.code', when: { carcs: ['54'] }, route: 'write_off' },
      { ...rule, id: 'test.code-group', when: { carcs: ['54'], groups: ['CO'] }, route: 'documentation' },
    ]);
    expect(decision).toMatchObject({ route: 'documentation', ruleId: 'test.code-group' });
  });

  it('go to a person when they bind the same and disagree', () => {
    const decision = routeWith([
      { ...rule, id: 'test.one', when: { carcs: ['54'] }, route: 'write_off' },
      { ...rule, id: 'test.other', when: { anyRemark: ['N115'] }, route: 'documentation' },
    ]);
    expect(decision).toMatchObject({ route: 'review', ruleId: 'match.tie' });
    expect(decision?.trace.map((step) => step.rule)).toEqual(
      expect.arrayContaining(['test.one', 'test.other']),
    );
  });

  it('match a set of remarks only when all of it is there', () => {
    const when = { allRemarks: ['N115', 'N386'] };
    expect(routeWith([{ ...rule, id: 'test.both', when, route: 'documentation' }])?.ruleId).toBe(
      'pair.policy',
    );
  });

  it('hold for a payer type that another type stands for', () => {
    const when = { payerTypes: ['commercial' as const] };
    expect(routeWith([{ ...rule, id: 'test.commercial', when, route: 'documentation' }])?.route).toBe(
      'documentation',
    );
  });
});
