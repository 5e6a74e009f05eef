import type { PayerProfile, PayerType } from '../payer/profile.ts';
import { governingFirst, type Listed, list, replaced } from './clocks.ts';
import type { CompiledClocks } from './compile.ts';
import type { Deadline } from './deadline.ts';
import type { AnswerOutcome, ClockRule } from './rule.ts';
import { governingClock } from './select.ts';
import { START_IN_WORDS, type StartDateOf, startOnPaper } from './start-dates.ts';

/** What the payer decided on an appeal or a dispute. */
export interface AppealDecision {
  readonly kind: 'appeal' | 'dispute';
  readonly level: number;
  readonly outcome: AnswerOutcome;
  /** Date printed on the decision (yyyy-mm-dd); null where nobody knows it yet. */
  readonly decidedOn: string | null;
  /** Id of the letter, of the remittance or of the recorded call that carries the decision. */
  readonly evidence: string;
  /** Remarks of the denial, which tell of an overpayment. */
  readonly remarks: readonly string[];
}

export type NextLevel =
  /** The clocks of what can be done now; the first governs. */
  | { readonly kind: 'next_level'; readonly level: number; readonly deadlines: readonly Deadline[] }
  /** The payer itself sends it on: nothing to file, a day to ask. */
  | { readonly kind: 'forwarded'; readonly deadlines: readonly Deadline[] }
  | { readonly kind: 'no_further_level' };

/**
 * The clocks that a decision of the payer opens, counted from the date on it and never from the first remittance.
 * Without a date they are listed undated, which is work; where nobody knows the next level, that is said too.
 *
 * @example
 * // 42 CFR 405.962(a): 180 days, +5 presumed
 * nextLevelOf({ kind: 'appeal', level: 1, outcome: 'upheld', decidedOn: '2026-01-12', … }, medicare, clocks)
 */
export function nextLevelOf(
  decision: AppealDecision,
  payer: Pick<PayerProfile, 'payerType' | 'network' | 'own'>,
  clocks: CompiledClocks,
): NextLevel {
  const startOf: StartDateOf = (event) =>
    startOnPaper(event, decision.decidedOn, decision.evidence, 'Enter the date printed on the decision.');
  const level = decision.level + 1;
  const opened = (rules: readonly ClockRule[]) =>
    rules.filter((rule) => isOpenedBy(rule, decision, payer.network)).map((rule) => atLevel(rule, level));

  const listed: Listed[] = [];
  if (payer.own !== undefined) list(opened(payer.own.clocks), startOf, payer, clocks, listed);
  const agreed = [...listed];
  const release = opened(clocks.later.get(payer.payerType) ?? []);
  list(
    release.filter((rule) => !replaced(rule, agreed)),
    startOf,
    payer,
    clocks,
    listed,
  );
  if (listed.length === 0) return { kind: 'no_further_level' };
  if (listed.every(({ rule }) => rule.kind === 'follow_up'))
    return { kind: 'forwarded', deadlines: governingFirst(listed, 0, clocks) };
  const deadlines = governingFirst(listed, governingClock(listed, 'appeal', 'none'), clocks);
  return { kind: 'next_level', level, deadlines };
}

/** A clock that no paper has opened yet, and what would open it. */
export interface ClockToCome {
  readonly kind: Deadline['kind'];
  readonly level: number | null;
  readonly opensWith: string;
  readonly basis: Deadline['basis'];
  readonly source: string | null;
  readonly note: string | null;
}

/** What else may come at this kind of payer: further levels, external review, letters with a date of their own. */
export function clocksToCome(
  payer: PayerToCome,
  remarks: readonly string[],
  clocks: CompiledClocks,
): readonly ClockToCome[] {
  return rulesToCome(payer, remarks, clocks).map(clockToComeOf);
}

type PayerToCome = { readonly payerType: PayerType; readonly own?: PayerProfile['own'] };

/**
 * The same with the levels that follow one another put together: which levels of which remedy wait for the decision
 * before them, and what else may come.
 *
 * @example
 * // Original Medicare: levels 2 to 5 of the appeal, then a reopening for good cause, letters …
 * foldedToCome({ payerType: 'medicare_ffs' }, [], clocks).levels // [{ kind: 'appeal', from: 2, to: 5 }]
 */
export function foldedToCome(
  payer: PayerToCome,
  remarks: readonly string[],
  clocks: CompiledClocks,
): {
  readonly levels: readonly { readonly kind: Deadline['kind']; readonly from: number; readonly to: number }[];
  readonly others: readonly ClockToCome[];
} {
  const rules = rulesToCome(payer, remarks, clocks);
  const isFurther = ({ kind, level, after }: ClockRule) => level !== null && after?.kind === kind;
  const byKind = Map.groupBy(rules.filter(isFurther), ({ kind }) => kind);
  return {
    levels: [...byKind].map(([kind, of]) => {
      const levels = of.flatMap(({ level }) => level ?? []);
      return { kind, from: Math.min(...levels), to: Math.max(...levels) };
    }),
    others: rules.filter((rule) => !isFurther(rule)).map(clockToComeOf),
  };
}

function rulesToCome(
  { own, payerType }: PayerToCome,
  remarks: readonly string[],
  clocks: CompiledClocks,
): readonly ClockRule[] {
  const agreed = own?.clocks.filter((rule) => rule.opens === 'later') ?? [];
  const release = clocks.later.get(payerType) ?? [];
  return [...agreed, ...release].filter(
    ({ when }) => when.remarks === undefined || carriesOne(remarks, when.remarks),
  );
}

function clockToComeOf(rule: ClockRule): ClockToCome {
  const { kind, level, basis, source, note } = rule;
  return { kind, level, opensWith: openerInWords(rule), basis, source, note };
}

function isOpenedBy(rule: ClockRule, decision: AppealDecision, network: PayerProfile['network']): boolean {
  const { after, when } = rule;
  if (after === undefined || after.kind !== decision.kind) return false;
  if (after.level !== undefined && after.level !== decision.level) return false;
  if (when.network !== undefined && !when.network.includes(network ?? 'unknown')) return false;
  if (when.remarks !== undefined && !carriesOne(decision.remarks, when.remarks)) return false;
  return after.outcomes.includes(decision.outcome);
}

function carriesOne(remarks: readonly string[], wanted: readonly string[]): boolean {
  return remarks.some((remark) => wanted.includes(remark));
}

/** A rule for "any further level" is of the level that the decision leads to. */
function atLevel(rule: ClockRule, level: number): ClockRule {
  const isAnyLevel = rule.level === null && (rule.kind === 'appeal' || rule.kind === 'dispute');
  return isAnyLevel ? { ...rule, level } : rule;
}

function openerInWords({ after, openedBy, start }: ClockRule): string {
  if (openedBy !== undefined) return openedBy;
  if (after === undefined) return start === null ? 'a paper of the payer' : START_IN_WORDS[start];
  const level = after.level === undefined ? '' : ` of level ${after.level}`;
  const isDismissal = after.outcomes.length === 1 && after.outcomes[0] === 'dismissed';
  const what = after.kind === 'dispute' ? 'the dispute' : 'the appeal';
  return isDismissal ? `the dismissal of ${what}${level}` : `the decision on ${what}${level}`;
}
