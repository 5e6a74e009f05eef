import type { CompiledClocks } from '../../functions/core/deadline/compile.ts';
import type { Deadline } from '../../functions/core/deadline/deadline.ts';
import { foldedToCome } from '../../functions/core/deadline/next-level.ts';
import { type ClockStanding, standingOf } from '../../functions/core/deadline/standing.ts';
import { type ClockWarning, usesClock, warningsOf } from '../../functions/core/deadline/warnings.ts';
import type { Decision } from '../../functions/core/denial/decision.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import type { PayerProfile } from '../../functions/core/payer/profile.ts';
import { NO_OUTCOMES } from '../../functions/core/priority/outcome-shares.ts';
import { type Priority, priorityOf } from '../../functions/core/priority/priority.ts';
import { whatIsMissing } from '../triage/words.ts';
import type { FoundClaim } from './find-claim.ts';
import type { Page } from './page.ts';

/** The clocks of one claim on one day, and how urgent they make it. */
export interface Portfolio {
  readonly deadlines: readonly Deadline[];
  readonly warnings: readonly ClockWarning[];
  readonly toCome: ReturnType<typeof foldedToCome>;
  /** Whether the route meets a clock of the payer; else a person decides while they run. */
  readonly isClockUsed: boolean;
  /** Null where nothing is denied. */
  readonly priority: Extract<Priority, { kind: 'ranked' }> | null;
  readonly asOf: string;
}

export function portfolioOf(counted: {
  readonly claim: FoundClaim['claim'];
  readonly header: FoundClaim['header'];
  readonly payer: PayerProfile;
  readonly decision: Decision | null;
  readonly deadlines: readonly Deadline[];
  readonly clocks: CompiledClocks;
  readonly asOf: string;
}): Portfolio {
  const { header, payer, decision, deadlines, clocks, asOf } = counted;
  if (decision?.class !== 'denial')
    return { deadlines, warnings: [], toCome: NOTHING_TO_COME, isClockUsed: true, priority: null, asOf };
  const { amountCents, route, reasons } = decision;
  const priority = priorityOf(
    { amountCents, route, payerId: header.payer.id, reasons, deadlines, isOurMove: true },
    asOf,
    NO_OUTCOMES,
  );
  const remarks = [...counted.claim.remarks, ...counted.claim.lines.flatMap((line) => line.remarks)];
  return {
    deadlines,
    warnings: usesClock(route) ? warningsOf(deadlines, payer.payerType, clocks) : [],
    toCome: decision.appealable === 'no' ? NOTHING_TO_COME : foldedToCome(payer, remarks, clocks),
    isClockUsed: usesClock(route),
    priority: priority.kind === 'ranked' ? priority : null,
    asOf,
  };
}

const NOTHING_TO_COME = { levels: [], others: [] };

/** Every clock with how it was counted, what does not stop it, and what may come later. */
export function writeClocks(page: Page, portfolio: Portfolio): void {
  const { deadlines, warnings, isClockUsed, asOf } = portfolio;
  if (deadlines.length === 0) page.paragraph('No clock runs.');
  const names = distinctNames(deadlines);
  for (const [at, deadline] of deadlines.entries()) {
    if (at > 0) page.gap();
    writeClock(page, deadline, names[at] ?? clockName(deadline), asOf);
  }
  if (!isClockUsed && deadlines.length > 0) {
    page.gap();
    page.paragraph('This route uses none of them: decide while the first one still runs.');
  }
  if (warnings.length > 0) page.gap();
  const isDated = deadlines.some(({ governs, sendBy }) => governs && sendBy !== null);
  for (const { urgency, says, kind, level, sendBy, lastDay } of warnings) {
    const date = sendBy === null ? 'It has no date yet.' : `Send by ${sendBy}, last day ${lastDay}.`;
    const mark = urgency === 'lapses_first' ? '!' : '•';
    const whyFirst = isDated
      ? 'It has to be sent first.'
      : 'The marked clock has no date: this one can lapse unseen.';
    const first = urgency === 'lapses_first' ? ` ${whyFirst}` : '';
    page.item(mark, `${clockName({ kind, level })} runs on. ${says} ${date}${first}`, 2);
  }
  writeWhatMayOpen(page, portfolio.toCome);
}

function writeWhatMayOpen(page: Page, { levels, others }: Portfolio['toCome']): void {
  if (levels.length + others.length === 0) return;
  page.gap();
  page.paragraph('What may open later, and with what:');
  for (const { kind, from, to } of levels) {
    const name = clockName({ kind, level: null });
    const which = from === to ? `level ${from}` : `levels ${from} to ${to}`;
    page.item('•', `${name}, ${which}: ${from === to ? '' : 'each with '}the decision before it`, 2, 4);
  }
  for (const { kind, level, opensWith, source } of others) {
    const further = level === null && (kind === 'appeal' || kind === 'dispute') ? ', next level' : '';
    const from = source === null ? '' : ` (${source})`;
    page.item('•', `${clockName({ kind, level })}${further}: ${opensWith}${from}`, 2, 4);
  }
}

/** The name of each clock, told apart by what it is counted from where two have one name. */
function distinctNames(deadlines: readonly Deadline[]): readonly string[] {
  const names = deadlines.map(clockName);
  return deadlines.map((deadline, at) => {
    const name = names[at] ?? '';
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    return deadline.countedFrom === null
      ? `${name} (${whatIsMissing(deadline.basis)})`
      : `${name} from the ${deadline.countedFrom}`;
  });
}

function writeClock(page: Page, deadline: Deadline, name: string, asOf: string): void {
  const { sendBy, safeBy, lastDay, notBefore, governs, note } = deadline;
  const mark = governs ? '▸' : '';
  if (sendBy === null) page.item(mark, `${name}: no date, ${whatIsMissing(deadline.basis)}`, 2);
  else {
    const verb = deadline.kind === 'follow_up' ? 'ask' : 'send';
    const opens = notBefore === null ? '' : `, not before ${notBefore}`;
    page.item(mark, `${name}: ${verb} by ${sendBy} (careful date ${safeBy}, last day ${lastDay}${opens})`, 2);
  }
  const standing = STANDING_IN_WORDS[standingOf(deadline, asOf)];
  if (standing !== null) page.paragraph(standing, 4);
  const from = [deadline.countedFrom, deadline.startsOn].filter((part) => part !== null).join(' ');
  const evidence = deadline.evidence === null ? '' : ` (${deadline.evidence})`;
  if (from !== '') page.aside(`counted from ${from}${evidence}${sourceOf(deadline)}`, 4);
  if (deadline.counting !== null) page.aside(`${countingInWords(deadline.counting)}; ${ruleOf(deadline)}`, 4);
  if (note !== null) page.paragraph(note, 4);
}

const STANDING_IN_WORDS: { readonly [standing in ClockStanding]: string | null } = {
  no_date: null,
  not_open_yet: null,
  open: null,
  past_send_by: 'The day to send by this channel has passed: take a faster one.',
  late_zone: 'The careful date has passed: still possible, once start date and channel are confirmed.',
  past_last_day: 'The last day has passed: good cause only, and a person decides.',
  verify: 'The date has passed, but rests on a weak source: verify before giving it up.',
};

/** @example countingInWords(…) // '120 calendar days, 5 more for its presumed arrival; by mail, 7 workdays before' */
function countingInWords(counting: NonNullable<Deadline['counting']>): string {
  const { quantity, unit, presumedReceiptDays, startIsDayOne, rolledDays, filedOn } = counting;
  const length = `${quantity} ${unit.replaceAll('_', ' ').replace(quantity === 1 ? /s$/ : /$^/, '')}`;
  const parts = [
    length,
    ...(startIsDayOne ? ['that day is day 1'] : []),
    ...(presumedReceiptDays > 0 ? [`${presumedReceiptDays} more for its presumed arrival`] : []),
    ...(rolledDays > 0
      ? [`last day moved ${rolledDays === 1 ? '1 day' : `${rolledDays} days`} to a workday`]
      : []),
    ...(filedOn === 'postmark' ? ['the postmark counts'] : []),
  ];
  const { channel, leadBusinessDays } = counting;
  const lead = leadBusinessDays === 1 ? '1 workday' : `${leadBusinessDays} workdays`;
  return channel === 'internal'
    ? parts.join(', ')
    : `${parts.join(', ')}; ${BY_CHANNEL[channel]}, ${lead} ahead`;
}

const BY_CHANNEL = {
  mail: 'by mail',
  fax: 'by fax',
  portal: 'by portal',
  electronic: 'electronically',
} as const;

function ruleOf({ ruleId, ruleVersion }: Deadline): string {
  // A payer's own window ends with the hash that is its version.
  return ruleId?.endsWith(`.${ruleVersion}`) ? ruleId : `${ruleId} of ${ruleVersion}`;
}

function sourceOf({ source, basis }: Deadline): string {
  if (source === null) return '';
  const who = { contract: 'contract', statute: 'law', payer_default: 'default', not_configured: '' }[basis];
  return `; ${who}: ${source}`;
}

function clockName({ kind, level }: Pick<Deadline, 'kind' | 'level'>): string {
  const words = kind.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${level === null ? '' : `, level ${level}`}`;
}

/** The formula with its numbers, then each of them in a sentence. */
export function writePriority(page: Page, priority: NonNullable<Portfolio['priority']>): void {
  const { score, amountCents, share, urgency, says } = priority;
  const points = Math.round(score / 100).toLocaleString('en-US');
  const shareText = share === null ? '' : ` × share ${Math.round(share * 100)} %`;
  page.paragraph(`Priority ${points} = ${dollars(amountCents)}${shareText} × urgency ${urgency}`);
  for (const sentence of says) page.item('•', sentence, 2);
}
