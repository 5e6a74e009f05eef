import type { Decision } from '../denial/decision.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { CompiledClocks } from './compile.ts';
import { countClock } from './count.ts';
import type { Deadline } from './deadline.ts';
import type { ClockRule, ClockWindow } from './rule.ts';
import { type ClockSituation, clocksThatApply, governingClock } from './select.ts';
import { startDatesOf } from './start-dates.ts';

export interface ClocksInput {
  readonly decision: Decision;
  readonly claim: ClaimPayment;
  readonly header: RemittanceHeader;
  readonly payer: PayerProfile;
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
  const startOf = startDatesOf(claim, header, payer.payerType);
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

  const governing = governingClock(listed, decision.route, decision.mechanism);
  return listed
    .map(({ deadline }, index) => (index === governing ? { ...deadline, governs: true } : deadline))
    .sort(governingThenSendBy);
}

interface Listed {
  readonly rule: ClockRule;
  readonly deadline: Deadline;
}

// What was agreed with the payer stands for what nobody had configured and for what payers of the kind usually grant;
// a right that a statute gives stays beside it. The other payer's filing limit is not this payer's to agree.
function replaced(rule: ClockRule, agreed: readonly Listed[]): boolean {
  if (rule.basis === 'statute' || rule.when.routes?.includes('bill_other_payer') === true) return false;
  return agreed.some((own) => own.rule.kind === rule.kind && own.rule.level === rule.level);
}

function list(
  rules: readonly ClockRule[],
  startOf: ReturnType<typeof startDatesOf>,
  payer: PayerProfile,
  clocks: CompiledClocks,
  listed: Listed[],
): void {
  for (const rule of rules) {
    const { window } = rule;
    const start = rule.start === null ? null : startOf(rule.start);
    if (window !== null && start?.kind === 'known') {
      if (rule.startsFrom !== undefined && start.startsOn < rule.startsFrom) continue;
      if (rule.startsUntil !== undefined && start.startsOn > rule.startsUntil) continue;
      listed.push({ rule, deadline: datedDeadline(rule, window, start, payer, clocks) });
    } else if (rule.startsUntil === undefined) {
      const note = start?.kind === 'unknown' ? start.note : null;
      listed.push({ rule, deadline: undatedDeadline(rule, start?.countedFrom ?? null, note) });
    }
  }
}

function carriesRemark(claim: ClaimPayment, wanted: readonly string[]): boolean {
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

/** Emptied when full, so that memory stays flat on input with absurd dates. */
const COUNTED_AT_MOST = 50_000;

function datedDeadline(
  rule: ClockRule,
  window: ClockWindow,
  { startsOn, countedFrom }: { readonly startsOn: CalendarDate; readonly countedFrom: string },
  { own }: PayerProfile,
  clocks: CompiledClocks,
): Deadline {
  const { counted } = clocks;
  const channel = own?.channels[rule.kind] ?? clocks.assumedChannel[rule.kind];
  const leadDays = own?.leadBusinessDays[channel] ?? clocks.leadBusinessDays[channel];
  const key = `${rule.id} ${startsOn} ${countedFrom} ${leadDays}`;
  const known = counted.get(key);
  if (known !== undefined) return known;

  const { safeBy, lastDay } = countClock({ window }, startsOn, clocks.workdays);
  const deadline: Deadline = Object.freeze({
    ...undatedDeadline(rule, countedFrom, null),
    safeBy,
    lastDay,
    sendBy: clocks.workdays.add(safeBy, -leadDays),
    startsOn,
  });
  if (counted.size >= COUNTED_AT_MOST) counted.clear();
  counted.set(key, deadline);
  return deadline;
}

function undatedDeadline(rule: ClockRule, countedFrom: string | null, startNote: string | null): Deadline {
  return {
    kind: rule.kind,
    level: rule.level,
    safeBy: null,
    lastDay: null,
    sendBy: null,
    basis: rule.basis,
    countedFrom,
    startsOn: null,
    source: rule.source,
    governs: false,
    note: noteOf(rule, startNote),
  };
}

function noteOf(rule: ClockRule, startNote: string | null): string | null {
  const verify = rule.confidence === 'medium' && rule.window !== null ? 'Verify before relying on it.' : null;
  const parts = [startNote, verify, rule.note].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}
