import { type Category, categorySchema, type Route } from '../denial/decision.ts';
import { type CompiledRulebook, isOfOrganisation } from './compile.ts';
import { compileCondition } from './condition.ts';
import type { DataProblem } from './problem.ts';
import { type AnyRule, placedRulesOf } from './references.ts';
import type { Condition, RulebookData } from './schema.ts';
import { canMeetBoth, codesOf, covers, type Universe, universeOf } from './subsumption.ts';

export interface Finding extends DataProblem {
  readonly severity: 'error' | 'warning';
}

/** What a route needs besides a decision. */
export interface Equipment {
  /** Whether a route has its list of what to do or ask, in the data by which routes are worked. */
  readonly hasChecklist: (route: Route) => boolean;
  /** Whether an appeal template is there for a category. */
  readonly hasTemplate: (category: Category) => boolean;
  /** Codes that a rulebook of this release must answer. */
  readonly carcs: readonly string[];
  readonly rarcs: readonly string[];
}

/**
 * What is wrong with a rulebook that keeps to its schema: rules that can never match, two that tie, codes without an
 * answer, routes without a checklist, appeals without a template. Schema, codes and dates are checked before, on reading.
 */
export function checkRules(data: RulebookData, rulebook: CompiledRulebook, equipment: Equipment): Finding[] {
  const universe = universeOf(data);
  return [
    ...impossible(data, universe),
    ...shadowed(data, universe),
    ...tied(data, universe),
    ...withoutAnswer(data, rulebook, equipment),
    ...withoutEquipment(data, rulebook, equipment),
  ];
}

type Ordered =
  | 'classes'
  | 'suspects'
  | 'remarkMatrix'
  | 'leadingReasons'
  | 'mechanisms'
  | 'appealability'
  | 'advice'
  | 'prevention'
  | 'safety'
  | 'holds';
const ORDERED: readonly Ordered[] = [
  'holds',
  'classes',
  'suspects',
  'remarkMatrix',
  'leadingReasons',
  'mechanisms',
  'appealability',
  'advice',
  'prevention',
  'safety',
];

function impossible(data: RulebookData, universe: Universe): Finding[] {
  return placedRulesOf(data).flatMap(({ part, index, rule }) => {
    const why = rule.when === undefined ? null : whyImpossible(rule.when, universe);
    if (why === null) return [];
    return [
      error(
        [part, index, 'when'],
        `${part}/${rule.id}`,
        `can never match: ${why}`,
        'widen the condition or remove the rule',
      ),
    ];
  });
}

function whyImpossible(when: Condition, universe: Universe): string | null {
  if (codesOf(when, universe)?.size === 0)
    return 'no code has these categories, default routes and need of a remark';
  if (when.groups?.length === 1 && when.groups[0] === 'other' && when.defaultRoutes !== undefined)
    return 'an unknown group has no default route';
  if (when.classes !== undefined && !when.classes.includes('denial') && when.evidence !== undefined)
    return 'remarks are weighed for denials only';
  return null;
}

// In an ordered file the first rule that holds speaks: what an earlier one covers is never heard.
function shadowed(data: RulebookData, universe: Universe): Finding[] {
  return ORDERED.flatMap((part) => {
    const rules = data[part] as readonly (AnyRule & { readonly when: Condition; readonly blocks?: Route })[];
    return rules.flatMap((rule, index) => {
      const earlier = rules
        .slice(0, index)
        .find(
          (other) =>
            other.blocks === rule.blocks && undated(other) && covers(other.when, rule.when, universe),
        );
      if (earlier === undefined) return [];
      return [
        error(
          [part, index],
          `${part}/${rule.id}`,
          `can never match: ${earlier.id} stands before it and holds wherever it does`,
          'move it up or remove it',
        ),
      ];
    });
  });
}

function undated({ effectiveFrom, effectiveUntil }: AnyRule): boolean {
  return effectiveFrom === undefined && effectiveUntil === undefined;
}

// Where the most specific rule wins, equally specific ones that disagree leave the claim to a person.
function tied(data: RulebookData, universe: Universe): Finding[] {
  return (['rights', 'choices'] as const).flatMap((part) => {
    const rules = (data[part] as readonly (AnyRule & { readonly when: Condition; readonly route?: Route })[])
      .map((rule, index) => ({ rule, index, weight: weightOf(rule) }))
      .filter(({ rule }) => rule.route !== undefined);
    return rules.flatMap(({ rule, index, weight }, at) =>
      rules.slice(0, at).flatMap((other) => {
        // Where one of the two wants a review, it stands: nothing is left to chance.
        if (rule.route === 'review' || other.rule.route === 'review') return [];
        if (weight !== other.weight || rule.route === other.rule.route) return [];
        if (!canMeetBoth(rule.when, other.rule.when, universe)) return [];
        const where = `${part}/${rule.id}`;
        const message = `ties with ${other.rule.id}: both can hold, equally specific, and want ${rule.route} and ${other.rule.route}`;
        const remedy = 'bind one more field in one of them, or give both the same route';
        return [error([part, index], where, message, remedy)];
      }),
    );
  });
}

function weightOf(rule: AnyRule & { readonly when: Condition }): number {
  return compileCondition(rule.when).specificity + (isOfOrganisation(rule.id) ? 100 : 0);
}

function withoutAnswer(data: RulebookData, rulebook: CompiledRulebook, equipment: Equipment): Finding[] {
  const findings: Finding[] = [];
  for (const code of equipment.carcs)
    if (!rulebook.carcs.has(code))
      findings.push(
        error(['carc'], 'codes/carc', `CARC ${code} has no entry`, 'add its entry from the release'),
      );
  for (const code of equipment.rarcs)
    if (!rulebook.rarcs.has(code))
      findings.push(
        error(['rarc'], 'codes/rarc', `RARC ${code} has no entry`, 'add its entry from the release'),
      );
  for (const [index, { code }] of data.rarc.entries())
    if ((rulebook.rarcs.get(code)?.evidenceRank ?? 0) < 0)
      findings.push(
        error(
          ['rarc', index],
          `codes/rarc/${code}`,
          'its route has no place among remarks',
          'add the route to rules/remark-order',
        ),
      );
  // The last rule of these files must hold for everything, or a claim is left without the sentence.
  for (const part of ['leadingReasons', 'appealability', 'advice', 'prevention', 'mechanisms'] as const) {
    const rules = data[part] as readonly AnyRule[];
    if (!rules.some((rule) => undated(rule) && Object.keys(rule.when ?? {}).length === 0))
      findings.push(
        error(
          [part],
          part,
          'some codes are left without an answer',
          'end the file with a rule whose "when" is {}',
        ),
      );
  }
  const needed = [...new Set(data.carc.flatMap(({ route }) => Object.values(route)))];
  const evidence = [...new Set([...rulebook.rarcs.values()].flatMap((rarc) => rarc.evidence ?? []))];
  for (const code of needed)
    for (const remark of evidence)
      if (!data.remarkMatrix.some(({ when }) => answersPair(when, code, remark)))
        findings.push(
          error(
            ['remarkMatrix'],
            'remarkMatrix',
            `no rule weighs a remark that says ${remark} against a code that says ${code}`,
            'end the file with a rule whose "when" is {}',
          ),
        );
  return findings;
}

function answersPair(when: Condition, code: Route, remark: Route): boolean {
  const { defaultRoutes, evidence, ...rest } = when;
  return (
    (defaultRoutes?.includes(code) ?? true) &&
    (evidence?.includes(remark) ?? true) &&
    Object.keys(rest).length === 0
  );
}

/** Routes whose list does not depend on the category; the others have theirs in rules/documents. */
const WORKED_BY_LIST: readonly Route[] = [
  'correct_resubmit',
  'bill_other_payer',
  'patient_responsibility',
  'review',
  'write_off',
];

function withoutEquipment(data: RulebookData, rulebook: CompiledRulebook, equipment: Equipment): Finding[] {
  const findings: Finding[] = [];
  const listed = (category: Category, route: Route) =>
    data.documents.some(
      ({ when }) =>
        (when.routes?.includes(route) ?? true) &&
        (when.categories?.includes(category) ?? true) &&
        when.payerTypes === undefined &&
        when.anyRemark === undefined &&
        when.carcs === undefined,
    );
  for (const category of categorySchema.options) {
    for (const route of ['appeal', 'documentation', 'bill_other_payer'] as const)
      if (!listed(category, route))
        findings.push(
          error(
            ['documents'],
            'documents',
            `${route} of ${category} has no checklist`,
            'add a rule that names what to gather',
          ),
        );
    if (!equipment.hasTemplate(category))
      findings.push(
        error(['carc'], 'templates', `an appeal of ${category} has no template`, 'add one under templates/'),
      );
  }
  for (const route of WORKED_BY_LIST)
    if (!equipment.hasChecklist(route))
      findings.push(
        error(
          [],
          'file',
          `the route ${route} has no checklist`,
          'add its steps to corrections, redirects, reviews or write-offs',
        ),
      );
  for (const [index, { code }] of data.rarc.entries()) {
    const rarc = rulebook.rarcs.get(code);
    if (rarc?.route === 'documentation' && rarc.document === null)
      findings.push(
        warning(
          ['rarc', index],
          `codes/rarc/${code}`,
          'asks for a document and names none',
          'fill "missing"',
        ),
      );
  }
  return findings;
}

function error(path: readonly PropertyKey[], where: string, message: string, remedy: string): Finding {
  return { severity: 'error', path, where, message, remedy };
}

function warning(path: readonly PropertyKey[], where: string, message: string, remedy: string): Finding {
  return { severity: 'warning', path, where, message, remedy };
}
