import type { Decision } from '../denial/decision.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { CompiledClocks } from './compile.ts';
import { datedDeadline, undatedDeadline } from './date-clock.ts';
import type { Deadline } from './deadline.ts';
import type { ClockRule } from './rule.ts';
import { type ClockSituation, clocksThatApply, governingClock } from './select.ts';
import {
  type DatedClaim,
  type DatedHeader,
  type DatesOnPaper,
  type StartDate,
  type StartDateOf,
  startDatesOf,
} from './start-dates.ts';

export interface ClocksInput {
  readonly decision: Decision;
  readonly claim: DatedClaim;
  readonly header: DatedHeader;
  readonly payer: PayerProfile;
  /** Start dates that no remittance carries, as a person read them from a letter. */
  readonly onPaper?: DatesOnPaper;
  /** yyyy-mm-dd: the day the remittance came, or a later one; no date it carries can be after it. Absent: not known. */
  readonly atHandOn?: string;
}

/**
 * Every clock that runs for one decided claim: the governing one first, then by `sendBy`, those without a date last.
 * A denial always has at least one; nothing is guessed: without a start or a configured window the dates are null
 * and the note says what to do. Read-only: the deadlines are shared between calls.
 */
export function clocksOf(input: ClocksInput, clocks: CompiledClocks): Deadline[] {
  const { decision, claim, header, payer } = input;
  const situation: ClockSituation = {
    class: decision.class,
    route: decision.route,
    mechanism: decision.mechanism,
    category: decision.category,
    appealable: decision.appealable,
    network: payer.network,
    hasRemark: (remarks) => carriesRemark(claim, remarks),
  };
  const startOf = startDatesOf(claim, header, payer.payerType, input.onPaper, input.atHandOn);
  const listed: Listed[] = [];
  if (payer.own !== undefined)
    list(clocksThatApply(payer.own.clocks, situation), startOf, payer, clocks, listed);
  const agreed = listed.length;
  const release = clocksThatApply(clocks.opening.get(payer.payerType) ?? [], situation);
  list(
    agreed === 0 ? release : release.filter((rule) => !replaced(rule, listed)),
    startOf,
    payer,
    clocks,
    listed,
  );
  return governingFirst(listed, governingClock(listed, decision.route, decision.mechanism), clocks);
}

export interface Listed {
  readonly rule: ClockRule;
  readonly deadline: Deadline;
}

/** The clocks with the governing one marked and first, then by `sendBy`, those without a date last. */
export function governingFirst(
  listed: readonly Listed[],
  governing: number,
  { counted }: CompiledClocks,
): Deadline[] {
  return listed
    .map(({ deadline }, index) => (index === governing ? counted.governing(deadline) : deadline))
    .sort(governingThenSendBy);
}

/**
 * Whether what was agreed with the payer stands for this rule of the release: for what nobody had configured and for
 * what payers of the kind usually grant. A right that a statute gives stays beside it. The other payer's filing limit
 * is not this payer's to agree.
 */
export function replaced(rule: ClockRule, agreed: readonly Listed[]): boolean {
  if (rule.basis === 'statute' || rule.when.routes?.includes('bill_other_payer') === true) return false;
  return agreed.some((own) => own.rule.kind === rule.kind && own.rule.level === rule.level);
}

/** Adds the clock of each rule that is in force, with its dates where its start is known. */
export function list(
  rules: readonly ClockRule[],
  startOf: StartDateOf,
  payer: Pick<PayerProfile, 'own'>,
  clocks: CompiledClocks,
  listed: Listed[],
): void {
  for (const rule of rules) {
    const { window } = rule;
    const start = rule.start === null ? null : startOf(rule.start);
    const effective = effectiveDate(rule, start, startOf);
    if (effective?.kind === 'known') {
      if (rule.startsFrom !== undefined && effective.startsOn < rule.startsFrom) continue;
      if (rule.startsUntil !== undefined && effective.startsOn > rule.startsUntil) continue;
    } else if (rule.startsUntil !== undefined) {
      // Which of two rules holds is not known: the one in force now is shown, without a date.
      continue;
    }
    const isDatable = effective === null || effective.kind === 'known';
    if (window !== null && start?.kind === 'known' && isDatable) {
      listed.push({ rule, deadline: datedDeadline(rule, window, start, payer, clocks) });
    } else {
      const unknown = start?.kind === 'unknown' ? start : effective?.kind === 'unknown' ? effective : null;
      const countedFrom = start?.countedFrom ?? null;
      listed.push({
        rule,
        deadline: undatedDeadline(rule, countedFrom, unknown?.note ?? null, clocks),
      });
    }
  }
}

/** The date that decides whether a rule with an end or a beginning holds; null where it has neither. */
function effectiveDate(rule: ClockRule, start: StartDate | null, startOf: StartDateOf): StartDate | null {
  if (rule.startsFrom === undefined && rule.startsUntil === undefined) return null;
  return rule.effectiveBy === 'start' ? start : startOf(rule.effectiveBy);
}

function carriesRemark(claim: DatedClaim, wanted: readonly string[]): boolean {
  return (
    claim.remarks.some((remark) => wanted.includes(remark)) ||
    claim.lines.some((line) => line.remarks.some((remark) => wanted.includes(remark)))
  );
}

function governingThenSendBy(a: Deadline, b: Deadline): number {
  if (a.governs !== b.governs) return a.governs ? -1 : 1;
  if (a.sendBy === b.sendBy) return 0;
  if (a.sendBy === null) return 1;
  return b.sendBy === null || a.sendBy < b.sendBy ? -1 : 1;
}
