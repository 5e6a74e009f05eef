import type { PayerProfile, PayerType } from '../payer/profile.ts';
import type { CompiledClocks } from './compile.ts';
import { countClock } from './count.ts';
import type { Deadline } from './deadline.ts';
import type { ClockRule, ClockWindow } from './rule.ts';
import type { StartDate } from './start-dates.ts';

/** The clock of a rule whose start is known, with its dates. Frozen and shared between calls. */
export function datedDeadline(
  rule: ClockRule,
  window: ClockWindow,
  start: Extract<StartDate, { kind: 'known' }>,
  { own }: Pick<PayerProfile, 'own'>,
  clocks: CompiledClocks,
): Deadline {
  const { counted } = clocks;
  const { startsOn, countedFrom, evidence } = start;
  const channel = own?.channels[rule.kind] ?? clocks.assumedChannel[rule.kind];
  const leadBusinessDays = own?.leadBusinessDays[channel] ?? clocks.leadBusinessDays[channel];
  for (const known of counted.of(rule, startsOn)) {
    if (known.evidence !== evidence || known.countedFrom !== countedFrom) continue;
    const { counting } = known;
    if (counting?.channel === channel && counting.leadBusinessDays === leadBusinessDays) return known;
  }

  const { safeBy, lastDay, notBefore, rolledDays } = countClock({ window }, startsOn, clocks.workdays);
  const early = clocks.workdays.add(safeBy, -leadBusinessDays);
  const { quantity, unit, safeDays, presumedReceiptDays, startIsDayOne, filedOn } = window;
  return counted.keep(rule, startsOn, {
    ...withoutDates(rule, countedFrom, null, clocks.version),
    safeBy,
    lastDay,
    sendBy: notBefore !== null && early < notBefore ? notBefore : early,
    notBefore,
    startsOn,
    evidence,
    counting: {
      quantity,
      unit,
      safeDays,
      presumedReceiptDays,
      startIsDayOne,
      rolledDays,
      filedOn,
      channel,
      leadBusinessDays,
    },
  });
}

/** The clock of a rule without dates: nobody configured the window, or its start is not known. Frozen and shared. */
export function undatedDeadline(
  rule: ClockRule,
  countedFrom: string | null,
  startNote: string | null,
  { counted, version }: CompiledClocks,
): Deadline {
  const why = startNote ?? '';
  for (const known of counted.of(rule, why)) if (known.countedFrom === countedFrom) return known;
  return counted.keep(rule, why, withoutDates(rule, countedFrom, startNote, version));
}

function withoutDates(
  rule: ClockRule,
  countedFrom: string | null,
  startNote: string | null,
  releaseVersion: string,
): Deadline {
  return {
    kind: rule.kind,
    level: rule.level,
    safeBy: null,
    lastDay: null,
    sendBy: null,
    notBefore: null,
    basis: rule.basis,
    countedFrom,
    startsOn: null,
    evidence: null,
    source: rule.source,
    ruleId: rule.id,
    ruleVersion: rule.version ?? releaseVersion,
    confidence: rule.confidence,
    counting: null,
    governs: false,
    note: noteOf(rule, startNote),
  };
}

function noteOf(rule: ClockRule, startNote: string | null): string | null {
  const verify = rule.confidence === 'medium' && rule.window !== null ? 'Verify before relying on it.' : null;
  const calendar = isCountedByAssumedCalendar(rule) ? ASSUMED_CALENDAR : null;
  const parts = [startNote, verify, rule.note, calendar].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

const ASSUMED_CALENDAR =
  'Workdays are those of the federal calendar, as no calendar of a State or of the payer is configured: confirm the last day where the rule means another one.';

const STATE_PROGRAMMES: readonly PayerType[] = ['medicaid', 'medicaid_mco', 'workers_comp', 'auto'];

/** Federal law means federal holidays; a contract, a manual and a State may mean others, which nobody configured. */
function isCountedByAssumedCalendar({ window, basis, payerTypes }: ClockRule): boolean {
  if (window === null || (window.unit !== 'business_days' && window.roll !== 'next_workday')) return false;
  return basis !== 'statute' || payerTypes.some((payerType) => STATE_PROGRAMMES.includes(payerType));
}
