import type { Category, DecisionClass, Route } from '../denial/decision.ts';
import type { FindingRules, Rules } from './compile.ts';
import { type Compiled, firstThatHolds } from './match.ts';
import type { CarcEntry, Condition, Group, HoldRule } from './schema.ts';

/** What a CARC means under one group code before any remark, payer or amount is looked at. */
export interface CodeUnderGroup {
  readonly class: DecisionClass;
  readonly route: Route;
  readonly ruleId: string;
  /** Of a hold. */
  readonly waitDays?: number | undefined;
  /** Why it is of this class; empty for a denial, whose route says more. */
  readonly says: string;
  readonly source: string;
}

export interface CompiledCarc extends CarcEntry {
  readonly needsRemark: boolean;
  readonly holdRule: HoldRule | null;
  readonly under: Readonly<Record<Group, CodeUnderGroup>>;
  /**
   * How much a positive amount of this code needs beyond its row, so that paid claims are settled by one look:
   * silent = arithmetic, share = plain cost share unless a remark protects the patient, look = everything else.
   */
  readonly effort: Readonly<Record<Group, 'silent' | 'share' | 'look'>>;
  /** The rules that can hold for this code at all. */
  readonly rules: FindingRules;
}

const GROUPS = ['CO', 'PR', 'OA', 'PI', 'other'] as const;

/** Works out a CARC's meaning under every group code, so that deciding only looks it up. */
export function compileCarc(
  entry: CarcEntry,
  needsRemark: boolean,
  holdRule: HoldRule | null,
  { classes, payerClasses }: { readonly classes: Rules<'classes'>; readonly payerClasses: Rules<'classes'> },
  rules: FindingRules,
  ownedBy: '' | 'org.',
): CompiledCarc {
  const under = byGroup((group) => codeUnderGroup(entry, group, needsRemark, holdRule, classes, ownedBy));
  const effort = byGroup((group) =>
    payerClasses.some(
      ({ when }) => (when.groups?.includes(group) ?? true) && canHold(when, entry, needsRemark),
    )
      ? 'look'
      : effortOf(entry.category, group, under[group]),
  );
  let own: FindingRules | undefined;
  return {
    ...entry,
    needsRemark,
    holdRule,
    under,
    effort,
    // Few of the codes are ever met by one process: the lists wait for the first claim that has the code.
    get rules() {
      own ??= rulesThatCanHold(rules, entry, needsRemark);
      return own;
    },
  };
}

function rulesThatCanHold(all: FindingRules, entry: CarcEntry, needsRemark: boolean): FindingRules {
  const of = <R extends { readonly when: Condition }>(rules: readonly Compiled<R>[]) =>
    rules.filter(({ when }) => canHold(when, entry, needsRemark));
  return {
    decisiveRights: of(all.decisiveRights),
    appealClosers: of(all.appealClosers),
    choices: of(all.choices),
    remarkMatrix: of(all.remarkMatrix),
    safety: of(all.safety),
    leadingReasons: of(all.leadingReasons),
    mechanisms: of(all.mechanisms),
    appealability: of(all.appealability),
    advice: of(all.advice),
    prevention: of(all.prevention),
    documents: all.documents.filter(({ when }) => canHold(when, entry, needsRemark)),
  };
}

function canHold(when: Condition, entry: CarcEntry, needsRemark: boolean): boolean {
  return (
    (when.carcs?.includes(entry.code) ?? true) &&
    (when.categories?.includes(entry.category) ?? true) &&
    (when.needsRemark ?? needsRemark) === needsRemark
  );
}

function byGroup<T>(of: (group: Group) => T): Record<Group, T> {
  return Object.fromEntries(GROUPS.map((group) => [group, of(group)])) as Record<Group, T>;
}

// A group X12 does not know is read as OA for the class, since OA accuses nobody, and goes to a person.
function codeUnderGroup(
  entry: CarcEntry,
  group: Group,
  needsRemark: boolean,
  holdRule: HoldRule | null,
  classes: Rules<'classes'>,
  ownedBy: '' | 'org.',
): CodeUnderGroup {
  const known = group === 'other' ? 'OA' : group;
  const route = entry.route[known];
  const own = { ruleId: `${ownedBy}carc.${entry.code}-${group}`, says: '', source: entry.source };
  if (holdRule !== null) return { class: 'hold', route: 'not_a_denial', ...own, ...holdOf(holdRule) };
  const rule = firstThatHolds(classes, {
    payerTypes: [],
    payerKeys: [],
    capitated: false,
    network: 'unknown',
    frequency7: null,
    forwarded: false,
    otherCoverage: false,
    facts: {},
    group: known,
    carc: entry.code,
    category: entry.category,
    defaultRoute: route,
    needsRemark,
    alongside: [],
    alongsideOnClaim: [],
    remarks: [],
    modifiers: [],
    class: 'denial',
    route,
    evidence: null,
  });
  if (group === 'other')
    return { class: rule?.class ?? 'denial', route: 'review', ...own, ruleId: 'normalise.unknown-group' };
  if (rule === undefined || rule.class === 'denial') return { class: 'denial', route, ...own };
  return {
    class: rule.class,
    route: rule.route ?? route,
    ruleId: rule.id,
    says: rule.says,
    source: rule.source,
  };
}

function holdOf({ id, says, waitDays }: HoldRule): Pick<CodeUnderGroup, 'ruleId' | 'says' | 'waitDays'> {
  return { ruleId: id, says, waitDays };
}

function effortOf(category: Category, group: Group, code: CodeUnderGroup): 'silent' | 'share' | 'look' {
  if (code.class !== 'non_denial') return 'look';
  if (code.route === 'not_a_denial') return 'silent';
  return group === 'PR' && category === 'patient_responsibility' ? 'share' : 'look';
}
