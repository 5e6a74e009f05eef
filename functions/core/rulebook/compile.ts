import type { ClaimCircumstances } from '../denial/claim-circumstances.ts';
import type { RequiredDocument, Route } from '../denial/decision.ts';
import type { Ruling } from '../denial/ruling.ts';
import type { PayerType } from '../payer/profile.ts';
import { checkRulebook } from './check-data.ts';
import { type CompiledCarc, compileCarc } from './code-meaning.ts';
import { compileCondition } from './condition.ts';
import type { Compiled } from './match.ts';
import { inOneLine } from './problem.ts';
import { rulesOf } from './references.ts';
import { Remembered } from './remembered.ts';
import type { Condition, RarcEntry, RulebookData } from './schema.ts';

export interface CompiledRarc extends RarcEntry {
  /** What the remark points to as evidence, null when it adds none (alerts, neutral notes). */
  readonly evidence: Route | null;
  readonly evidenceRank: number;
  /** The document that the remark itself names. */
  readonly document: RequiredDocument | null;
  /** Named by a hold, right, choice for every CARC or protection: it speaks for the whole claim wherever it stands. */
  readonly signal: boolean;
  /** Can make a task of a paid claim, or protect a patient from plain cost share. */
  readonly touchesPaidClaims: boolean;
}

export type Rules<K extends keyof RulebookData> = readonly Compiled<
  RulebookData[K] extends readonly (infer R)[] ? R : never
>[];

/** The rules that steps 5 to 11 ask about one adjustment. */
export interface FindingRules {
  /** Signals that decide the route by themselves. */
  readonly decisiveRights: Rules<'rights'>;
  /** Signals that close the appeal. */
  readonly appealClosers: Rules<'rights'>;
  readonly choices: Rules<'choices'>;
  readonly remarkMatrix: Rules<'remarkMatrix'>;
  readonly safety: Rules<'safety'>;
  readonly leadingReasons: Rules<'leadingReasons'>;
  readonly mechanisms: Rules<'mechanisms'>;
  readonly appealability: Rules<'appealability'>;
  readonly advice: Rules<'advice'>;
  readonly prevention: Rules<'prevention'>;
  readonly documents: readonly CompiledDocuments[];
}

/** A rule for required documents, with its papers made ready to be shared between decisions. */
export type CompiledDocuments = Rules<'documents'>[number] & {
  readonly required: readonly RequiredDocument[];
};

/** The rulebook ready for deciding: built once, only read afterwards. */
export interface CompiledRulebook {
  readonly version: string;
  /** What it was prepared from: the rules as they are written. */
  readonly data: RulebookData;
  readonly carcs: ReadonlyMap<string, CompiledCarc>;
  readonly rarcs: ReadonlyMap<string, CompiledRarc>;
  readonly statusGates: ReadonlyMap<string, RulebookData['statusGates'][number]>;
  /** Why a payer took a decision back, where that asks for a person; by remark. */
  readonly reversals: ReadonlyMap<string, RulebookData['reversals'][number]>;
  /** Alerts that say the payer sent the claim on. */
  readonly forwardedRemarks: ReadonlySet<string>;
  readonly payerTypes: ReadonlyMap<PayerType, readonly PayerType[]>;
  /** Payer types whose patients may not owe plain cost share. */
  readonly protectedPayerTypes: ReadonlySet<PayerType>;
  /** For a code that no list knows; a known code has its own, shorter lists. */
  readonly findingRules: FindingRules;
  readonly remarkHolds: Rules<'holds'>;
  /** The holds of codes that ask for more than the code; the others are already in `carcs`. */
  readonly payerHolds: Rules<'holds'>;
  /** The class rules that ask about the payer; the others are already in `carcs`. */
  readonly payerClasses: Rules<'classes'>;
  /** Whether any rule asks who the payer is. */
  readonly namesPayers: boolean;
  /** Whether any rule has effective dates. */
  readonly hasDatedRules: boolean;
  readonly suspects: Rules<'suspects'>;
  readonly paidClaimRules: readonly Compiled<
    RulebookData['choices'][number] | RulebookData['rights'][number]
  >[];
  readonly remarkNeeded: RulebookData['remarkNeeded'][number];
  readonly contradictions: ReadonlySet<string>;
  readonly conflicts: RulebookData['conflicts'];
  readonly groups: ReadonlyMap<string, string>;
  /** Codes of payment arithmetic and plain cost share, by group and CARC; every other one needs a closer look. */
  readonly efforts: ReadonlyMap<string, ReadonlyMap<string, 'silent' | 'share'>>;
  /** Modifiers, and codes beside a code, that any rule asks for: the others change nothing. */
  readonly askedModifiers: ReadonlySet<string>;
  readonly askedAlongside: ReadonlySet<string>;
  /**
   * How the rules spoke on levels of claims, by all that they may ask about one, because the same few come again and
   * again (ADR-0022). Never changes an answer.
   */
  readonly rulings: Remembered<readonly Ruling[]>;
  readonly claimCircumstances: Remembered<ClaimCircumstances>;
}

export type Compilation =
  | { readonly kind: 'compiled'; readonly rulebook: CompiledRulebook }
  /** One sentence a problem: file, entry, what to do. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/**
 * Checks and prepares a rulebook. Refuses codes that do not exist, repeated ids and codes, and anything
 * the schema does not know, and names every problem.
 */
export function compileRulebook(input: unknown): Compilation {
  const checked = checkRulebook(input);
  return checked.kind === 'right'
    ? { kind: 'compiled', rulebook: prepareRulebook(checked.data) }
    : { kind: 'refused', problems: checked.problems.map(inOneLine) };
}

/**
 * Prepares a rulebook that is known to be right. Everything else goes through {@link compileRulebook}.
 *
 * @param ownCodes CARCs whose entry an organisation's layer replaced, so that a decision can say so
 */
export function prepareRulebook(
  data: RulebookData,
  ownCodes: ReadonlySet<string> = new Set(),
): CompiledRulebook {
  const remarkNeeded = data.remarkNeeded[0] as RulebookData['remarkNeeded'][number];
  const remarkOrder = data.remarkOrder[0] as RulebookData['remarkOrder'][number];
  const holdRules = compileAll(data.holds);
  const classes = compileAll(data.classes);
  const rights = compileAll(data.rights);
  const choices = compileAll(data.choices);
  const [remarkHolds, carcHolds, payerHolds] = sortHolds(holdRules);
  const paidClaimRules = [...rights, ...choices].filter((rule) => rule.onPaidClaims === true);

  const findingRules: FindingRules = {
    decisiveRights: rights.filter((rule) => rule.route !== undefined),
    appealClosers: rights.filter((rule) => rule.removesAppeal),
    choices,
    remarkMatrix: compileAll(data.remarkMatrix),
    safety: compileAll(data.safety),
    leadingReasons: compileAll(data.leadingReasons),
    mechanisms: compileAll(data.mechanisms),
    appealability: compileAll(data.appealability),
    advice: compileAll(data.advice),
    prevention: compileAll(data.prevention),
    documents: compileAll(data.documents).map((rule) => ({
      ...rule,
      required: rule.documents.map((document) => ({
        document,
        ruleId: rule.id,
        source: rule.source,
        confidence: rule.confidence,
      })),
    })),
  };

  const needsRemark = new Set(remarkNeeded.carcs);
  const payerClasses = classes.filter((rule) => asksAboutThePayer(rule));
  const carcs = new Map<string, CompiledCarc>();
  for (const entry of data.carc) {
    const holdRule = carcHolds.find((rule) => rule.when.carcs?.includes(entry.code)) ?? null;
    const compiled = compileCarc(
      entry,
      needsRemark.has(entry.code),
      holdRule,
      { classes, payerClasses },
      findingRules,
      ownCodes.has(entry.code) ? 'org.' : '',
    );
    carcs.set(entry.code, compiled);
  }

  const uses = new Map(
    data.remarkUse.flatMap((use) => use.remarks.map((remark) => [remark, use.route] as const)),
  );
  const everywhere = remarksOf([
    ...data.holds,
    ...data.rights,
    ...data.safety,
    ...data.choices.filter((rule) => rule.when.carcs === undefined && rule.when.defaultRoutes === undefined),
  ]);
  for (const use of data.remarkUse)
    if (use.route !== 'not_a_denial') for (const remark of use.remarks) everywhere.add(remark);
  const onPaid = remarksOf([
    ...paidClaimRules,
    ...data.safety.filter((rule) => rule.blocks === 'patient_responsibility'),
  ]);
  const rarcs = new Map<string, CompiledRarc>();
  for (const entry of data.rarc) {
    const route = uses.get(entry.code) ?? (entry.alert ? 'not_a_denial' : entry.route);
    const evidence = route === 'not_a_denial' ? null : route;
    rarcs.set(entry.code, {
      ...entry,
      evidence,
      evidenceRank: evidence === null ? Number.MAX_SAFE_INTEGER : remarkOrder.order.indexOf(evidence),
      document:
        entry.route === 'documentation' && entry.missing !== null
          ? {
              document: entry.missing,
              ruleId: `rarc.${entry.code}`,
              source: entry.source,
              confidence: entry.confidence,
            }
          : null,
      signal: everywhere.has(entry.code),
      touchesPaidClaims: onPaid.has(entry.code),
    });
  }

  return {
    version: data.rulebook.version,
    data,
    carcs,
    rarcs,
    statusGates: new Map(
      // The first that names a status stands: an organisation's own come before the release's.
      data.statusGates
        .flatMap((gate) => (gate.statuses ?? []).map((status) => [status, gate] as const))
        .reverse(),
    ),
    reversals: new Map(
      data.reversals.flatMap((rule) => rule.remarks.map((remark) => [remark, rule] as const)).reverse(),
    ),
    forwardedRemarks: new Set(
      data.statusGates.flatMap((gate) => (gate.outcome === 'already_forwarded' ? (gate.remarks ?? []) : [])),
    ),
    payerTypes: new Map(
      data.payerTypes.map((rule) => [rule.payerType, [rule.payerType, ...rule.alsoHolds]] as const),
    ),
    protectedPayerTypes: new Set(
      data.safety
        .filter((rule) => rule.blocks === 'patient_responsibility')
        .flatMap((rule) => rule.when.payerTypes ?? []),
    ),
    findingRules,
    remarkHolds,
    payerHolds,
    payerClasses,
    hasDatedRules: rulesOf(data).some(
      (rule) => rule.effectiveFrom !== undefined || rule.effectiveUntil !== undefined,
    ),
    namesPayers: rulesOf(data).some((rule) => rule.when?.payers !== undefined),
    suspects: compileAll(data.suspects),
    paidClaimRules,
    remarkNeeded,
    contradictions: new Set(remarkOrder.contradictions.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`])),
    conflicts: data.conflicts,
    groups: new Map(data.groups.map((rule) => [rule.group, rule.says] as const)),
    efforts: effortsOf(carcs),
    askedModifiers: new Set(rulesOf(data).flatMap((rule) => rule.when?.modifiers ?? [])),
    askedAlongside: new Set(rulesOf(data).flatMap((rule) => rule.when?.alongside ?? [])),
    rulings: new Remembered(),
    claimCircumstances: new Remembered(),
  };
}

function effortsOf(carcs: ReadonlyMap<string, CompiledCarc>): CompiledRulebook['efforts'] {
  const efforts = new Map<string, Map<string, 'silent' | 'share'>>();
  for (const group of ['CO', 'PR', 'OA', 'PI'] as const) {
    const ofGroup = new Map<string, 'silent' | 'share'>();
    for (const [code, { effort }] of carcs) if (effort[group] !== 'look') ofGroup.set(code, effort[group]);
    efforts.set(group, ofGroup);
  }
  return efforts;
}

/** By what a hold asks: a remark; a code and nothing else; a code and something that is known with the claim only. */
function sortHolds(holds: Rules<'holds'>): readonly [Rules<'holds'>, Rules<'holds'>, Rules<'holds'>] {
  const asksRemarks = ({ when }: Ruled) => when.anyRemark !== undefined || when.allRemarks !== undefined;
  const ofCodes = holds.filter((rule) => !asksRemarks(rule));
  const isPlain = (rule: Ruled) =>
    !asksAboutThePayer(rule) && rule.when.carcs !== undefined && rule.when.groups === undefined;
  return [holds.filter(asksRemarks), ofCodes.filter(isPlain), ofCodes.filter((rule) => !isPlain(rule))];
}

function compileAll<R extends Ruled>(rules: readonly R[]): readonly Compiled<R>[] {
  return rules.map((rule) => {
    const { specificity, tests } = compileCondition(rule.when, rule);
    // An organisation's own rule stands above every rule of the release that fits as well.
    const prevails = isOfOrganisation(rule.id) ? ORGANISATION_PREVAILS : 0;
    return { ...rule, condition: { specificity: specificity + prevails, tests } };
  });
}

interface Ruled {
  readonly id: string;
  readonly when: Condition;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveUntil?: string | undefined;
}

const ORGANISATION_PREVAILS = 100;

/** Rules of an organisation's layer carry ids that begin so; those of a release never do. */
export function isOfOrganisation(ruleId: string): boolean {
  return ruleId.startsWith('org.');
}

// What these ask for is not known when codes are compiled.
function asksAboutThePayer({ when, effectiveFrom, effectiveUntil }: Ruled): boolean {
  return (
    when.capitated !== undefined ||
    when.payerTypes !== undefined ||
    when.networks !== undefined ||
    when.payers !== undefined ||
    effectiveFrom !== undefined ||
    effectiveUntil !== undefined
  );
}

function remarksOf(rules: readonly { readonly when: Condition }[]): Set<string> {
  return new Set(rules.flatMap((rule) => [...(rule.when.anyRemark ?? []), ...(rule.when.allRemarks ?? [])]));
}
