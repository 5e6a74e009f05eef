import { lineOfBusinessOf } from '../appeal/line-of-business.ts';
import { hasNoDecisionBefore, NO_DECISION_BEFORE } from '../deadline/rule.ts';
import type { DataProblem } from '../rulebook/problem.ts';
import { addDays, type CalendarDate, yearOf } from '../time/calendar-date.ts';
import { LAST_HOLIDAY_YEAR } from '../time/federal-holidays.ts';
import { deliveryWarnings } from './delivery-warnings.ts';
import { payerKey } from './profile.ts';
import {
  effectiveByOf,
  levelOf,
  type PayerRegistry,
  type PayerWindow,
  type RegistryPayer,
} from './registry.ts';

/** Two payers that a remittance could not tell apart, windows that hold on the same day, dates the wrong way round. */
export function registryProblems({ payers }: PayerRegistry): DataProblem[] {
  const problems: DataProblem[] = [];
  const keys = new Set<string>();
  const names = new Map<string, string>();
  for (const [at, payer] of payers.entries()) {
    if (keys.has(payer.payer))
      problems.push({
        path: ['payers', at, 'payer'],
        where: payer.payer,
        message: `the key ${payer.payer} stands twice`,
        remedy: 'rename one, or put both entries together',
      });
    keys.add(payer.payer);
    if (payer.payerType === 'capitated_commercial' && payer.capitated === false)
      problems.push({
        path: ['payers', at, 'capitated'],
        where: payer.payer,
        message: 'capitated_commercial means capitated',
        remedy: 'leave the field out, or say commercial',
      });
    for (const [nameAt, match] of payer.seenAs.entries()) {
      const other = names.get(payerKey(match));
      if (other !== undefined)
        problems.push({
          path: ['payers', at, 'seenAs', nameAt],
          where: payer.payer,
          message: `${payerKey(match)} is seen as ${other} too`,
          remedy: 'leave it with one of the two payers',
        });
      names.set(payerKey(match), payer.payer);
    }
    problems.push(...windowProblems(payer, at), ...levelProblems(payer, at), ...formProblems(payer, at));
  }
  return problems;
}

function windowProblems({ payer, windows }: RegistryPayer, at: number): DataProblem[] {
  const problems: DataProblem[] = [];
  for (const [i, window] of windows.entries()) {
    const path = ['payers', at, 'windows', i] as const;
    const { effectiveFrom: from, effectiveUntil: until } = window;
    if (from !== undefined && until !== undefined && until < from)
      problems.push({
        path: [...path, 'effectiveUntil'],
        where: payer,
        message: `ends on ${until}, before it begins on ${from}`,
        remedy: 'correct one of the two dates',
      });
    const otherwise = windows
      .slice(0, i)
      .find((other) => sameClock(other, window) && effectiveByOf(other) !== effectiveByOf(window));
    if (otherwise !== undefined)
      problems.push({
        path: [...path, 'effectiveBy'],
        where: payer,
        message: `two windows for ${clockName(window)} hold by different dates (${effectiveByOf(otherwise)} and ${effectiveByOf(window)})`,
        remedy: 'let the same date decide for both',
      });
    const before = windows.slice(0, i).find((other) => sameClock(other, window) && overlap(other, window));
    if (before !== undefined)
      problems.push({
        path,
        where: payer,
        message: `two windows for ${clockName(window)} on the same days (${rangeOf(before)} and ${rangeOf(window)})`,
        remedy: 'end the older one with effectiveUntil on the day before the newer one begins',
      });
  }
  return problems;
}

function levelProblems({ payer, appealLevels }: RegistryPayer, at: number): DataProblem[] {
  return appealLevels.flatMap(({ level }, i) =>
    appealLevels.findIndex((other) => other.level === level) < i
      ? [
          {
            path: ['payers', at, 'appealLevels', i, 'level'],
            where: payer,
            message: `level ${level} stands twice`,
            remedy: 'keep one address a level',
          },
        ]
      : [],
  );
}

/** Medicare's forms are of its first two levels; another payer's reviewer would not know them. */
function formProblems({ payer, payerType, appealLevels }: RegistryPayer, at: number): DataProblem[] {
  return appealLevels.flatMap(({ level, form }, i) =>
    form === 'request_page' && (level > 2 || !lineOfBusinessOf(payerType).originalMedicare)
      ? [
          {
            path: ['payers', at, 'appealLevels', i, 'form'],
            where: payer,
            message: 'request_page is for the first two levels of Original Medicare',
            remedy: 'leave it out, or name the payer’s own form',
          },
        ]
      : [],
  );
}

function sameClock(a: PayerWindow, b: PayerWindow): boolean {
  return a.kind === b.kind && levelOf(a) === levelOf(b);
}

function overlap(a: PayerWindow, b: PayerWindow): boolean {
  return (
    (a.effectiveFrom ?? '') <= (b.effectiveUntil ?? '9999-99-99') &&
    (b.effectiveFrom ?? '') <= (a.effectiveUntil ?? '9999-99-99')
  );
}

function clockName(window: PayerWindow): string {
  const level = levelOf(window);
  return `${window.kind.replaceAll('_', ' ')}${level === null ? '' : ` level ${level}`}`;
}

function rangeOf({ effectiveFrom, effectiveUntil }: PayerWindow): string {
  return `${effectiveFrom ?? 'always'} to ${effectiveUntil ?? 'open end'}`;
}

/**
 * Windows that would not do as they say: a start that never comes, or a level on what has none, so that the clock would
 * stand beside the one that nobody configured. Refused when they are written; one that is in force stays readable.
 */
export function ineffectiveWindows({ payers }: PayerRegistry): DataProblem[] {
  return payers.flatMap(({ payer, windows }, at) =>
    windows.flatMap((window, i) => {
      const { kind, level, countedFrom } = window;
      const found: DataProblem[] = [];
      if (hasNoDecisionBefore({ kind, level: levelOf(window), start: countedFrom }))
        found.push({
          path: ['payers', at, 'windows', i, 'countedFrom'],
          where: payer,
          message: `the window for ${clockName(window)} ${NO_DECISION_BEFORE}`,
          remedy: 'count it from the remittance_date, or say which level it is',
        });
      if (level !== undefined && kind !== 'appeal' && kind !== 'dispute')
        found.push({
          path: ['payers', at, 'windows', i, 'level'],
          where: payer,
          message: `${kind.replaceAll('_', ' ')} has no levels`,
          remedy: 'leave the field out',
        });
      return found;
    }),
  );
}

/** What a payer may be left so, and should be known: days without a window, deliveries that lack something. */
export function registryWarnings(registry: PayerRegistry): DataProblem[] {
  return [...gapsBetweenWindows(registry), ...deliveryWarnings(registry)];
}

/** Days on which a clock of a payer has no window although it has one before them: it is then not configured. */
function gapsBetweenWindows({ payers }: PayerRegistry): DataProblem[] {
  return payers.flatMap(({ payer, windows }, at) =>
    windows.flatMap((window, i) => {
      const { effectiveUntil: until } = window;
      // Some write 9999-12-31 for a window without an end.
      if (until === undefined || yearOf(until) >= LAST_HOLIDAY_YEAR) return [];
      const next = windows
        .filter((other) => sameClock(other, window) && (other.effectiveFrom ?? '') > until)
        .map(({ effectiveFrom }) => effectiveFrom as CalendarDate)
        .sort()[0];
      if (next === addDays(until, 1)) return [];
      const gap =
        next === undefined
          ? `no window for ${clockName(window)} follows the one that ends on ${until}`
          : `there is no window for ${clockName(window)} ${daysInWords(addDays(until, 1), addDays(next, -1))}`;
      return [
        {
          path: ['payers', at, 'windows', i, 'effectiveUntil'],
          where: payer,
          message: `${gap}: what starts then is not configured`,
          remedy: 'enter what holds then, or leave it so',
        },
      ];
    }),
  );
}

function daysInWords(first: CalendarDate, last: CalendarDate): string {
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}
