import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { Circumstances } from '../rulebook/condition.ts';
import { firstThatHolds } from '../rulebook/match.ts';
import type { Part } from '../rulebook/remembered.ts';
import type { Group } from '../rulebook/schema.ts';
import type { ClaimCircumstances } from './claim-circumstances.ts';
import type { DecisionClass, Route } from './decision.ts';
import { routeRuling } from './route-ruling.ts';
import type { OpenRuling, Ruling } from './ruling.ts';

/** All that the rules may ask about one level of a claim, the claim itself or a line; no amount, no place in it. */
export interface LevelShape {
  /** Made once for all claims of which the same is known. */
  readonly about: ClaimCircumstances;
  /** Each group + CARC once, and whether money is taken off with it. */
  readonly codes: readonly CodeOnLevel[];
  /** In order, each once. */
  readonly remarks: readonly string[];
  /** Those that any rule asks for. */
  readonly modifiers: readonly string[];
  /** Of a line: those CARCs of the claim itself that any rule asks for. */
  readonly claimCarcs: readonly string[];
  /** A pharmacy gave its reasons as reject codes. */
  readonly hasRejectCodes: boolean;
}

interface CodeOnLevel {
  readonly group: string;
  readonly carc: string;
  readonly isTaken: boolean;
}

/**
 * One ruling for each code of a level that takes money off, in their order, each with class and route (steps 0 and 3
 * to 9). Remembered by the whole shape.
 */
export function rulingsOf(shape: LevelShape, rulebook: CompiledRulebook): readonly Ruling[] {
  return rulebook.rulings.answerTo(partsOf(shape), () => ruleLevel(shape, rulebook));
}

function partsOf({ about, codes, remarks, modifiers, claimCarcs, hasRejectCodes }: LevelShape): Part[] {
  const parts: Part[] = [about, hasRejectCodes, codes.length];
  for (const { group, carc, isTaken } of codes) parts.push(group, carc, isTaken);
  parts.push(remarks.length);
  for (const remark of remarks) parts.push(remark);
  parts.push(modifiers.length);
  for (const modifier of modifiers) parts.push(modifier);
  for (const carc of claimCarcs) parts.push(carc);
  return parts;
}

function ruleLevel(given: LevelShape, rulebook: CompiledRulebook): readonly Ruling[] {
  // The rulings outlive the claim, whose lists are not theirs.
  const shape = { ...given, remarks: [...given.remarks], modifiers: [...given.modifiers] };
  const alongside = shape.codes.map(({ carc }) => carc);
  const rulings = shape.codes
    .filter(({ isTaken }) => isTaken)
    .map(({ group, carc }) => classified(group, carc, shape, alongside, rulebook));
  pairRemarks(rulings, rulebook);
  for (const ruling of rulings) {
    holdByRule(ruling, rulebook);
    routeRuling(ruling, shape.hasRejectCodes, rulebook);
  }
  return rulings;
}

function classified(
  group: string,
  carc: string,
  { about, remarks, modifiers, claimCarcs }: LevelShape,
  alongside: readonly string[],
  rulebook: CompiledRulebook,
): OpenRuling {
  const code = rulebook.carcs.get(carc) ?? null;
  const knownGroup = groupOf(group);
  const under = code?.under[knownGroup];
  const circumstances: Circumstances = {
    payerTypes: about.payerTypes,
    payerKeys: about.payerKeys,
    capitated: about.capitated,
    network: about.network,
    frequency7: about.frequency7,
    forwarded: about.forwarded,
    otherCoverage: about.otherCoverage,
    facts: about.facts,
    group: knownGroup,
    carc,
    category: code?.category ?? 'other',
    defaultRoute: code === null || knownGroup === 'other' ? null : code.route[knownGroup],
    needsRemark: code?.needsRemark ?? false,
    remarks,
    modifiers,
    alongside,
    alongsideOnClaim: claimCarcs,
    class: 'denial',
    route: null,
    evidence: null,
  };
  const ruling: OpenRuling = {
    group,
    carc,
    code,
    rules: code?.rules ?? rulebook.findingRules,
    circumstances,
    class: 'denial',
    route: 'review',
    ruleId: 'normalise.unknown-code',
    says: '',
    waitDays: undefined,
    rank: Number.MAX_SAFE_INTEGER,
    steps: [],
    courses: new Map(),
  };
  if (under !== undefined) classify(ruling, under, under.ruleId);
  const payerRule = firstThatHolds(rulebook.payerClasses, circumstances);
  if (payerRule !== undefined) classify(ruling, payerRule, payerRule.id);
  if (group === 'CR') classify(ruling, CORRECTION_MARKER, 'status.correction-marker');
  return ruling;
}

const CORRECTION_MARKER = {
  class: 'non_denial',
  route: 'not_a_denial',
  says: 'CR marks a correction in version 4010: part of a reversal, never a denial.',
} as const;

function groupOf(group: string): Group {
  return group === 'CO' || group === 'PR' || group === 'OA' || group === 'PI' ? group : 'other';
}

function classify(
  ruling: OpenRuling,
  as: {
    readonly class: DecisionClass;
    readonly route?: Route | undefined;
    readonly says: string;
    readonly waitDays?: number | undefined;
  },
  ruleId: string,
): void {
  ruling.class = as.class;
  ruling.circumstances.class = as.class;
  ruling.route = as.route ?? ruling.route;
  ruling.ruleId = ruleId;
  ruling.says = as.says;
  ruling.waitDays = as.waitDays;
}

// Remarks go first to the code that cannot stand without one; signals stay with every code of the level.
function pairRemarks(rulings: readonly OpenRuling[], rulebook: CompiledRulebook): void {
  const denials = rulings.filter((ruling) => ruling.class === 'denial');
  const needy = denials.filter(({ circumstances }) => circumstances.needsRemark);
  if (needy.length === 0 || needy.length === denials.length) return;
  for (const { circumstances } of rulings) {
    if (circumstances.needsRemark) continue;
    circumstances.remarks = circumstances.remarks.filter(
      (remark) => rulebook.rarcs.get(remark)?.signal === true,
    );
  }
}

// A remark may hold what would be a denial; a rule about this payer may also say how long a held code waits.
function holdByRule(ruling: OpenRuling, rulebook: CompiledRulebook): void {
  const { class: found, circumstances } = ruling;
  if (found === 'non_denial') return;
  const ofPayer = firstThatHolds(rulebook.payerHolds, circumstances);
  const rule =
    ofPayer === undefined && found === 'denial' && circumstances.remarks.length > 0
      ? firstThatHolds(rulebook.remarkHolds, circumstances)
      : ofPayer;
  if (rule === undefined) return;
  const { id, says, waitDays } = rule;
  classify(ruling, { class: 'hold', route: 'not_a_denial', says, waitDays }, id);
}
