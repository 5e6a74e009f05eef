import type { Deadline } from '../deadline/deadline.ts';
import { type ClockStanding, standingOf } from '../deadline/standing.ts';
import type { Decision, Route } from '../denial/decision.ts';
import type { Denial } from '../denial/denial.ts';
import { isOurMove } from '../denial/our-move.ts';
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';
import { type OutcomeTable, type ShareStep, sharesFor, TOO_FEW_OUTCOMES } from './outcome-shares.ts';

/** Of a clock, what makes it urgent. */
export type PriorityClock = Pick<
  Deadline,
  'governs' | 'sendBy' | 'safeBy' | 'lastDay' | 'notBefore' | 'confidence'
>;

/** What the priority of a denial is reckoned from. */
export interface PriorityFacts {
  readonly amountCents: number;
  readonly route: Route;
  readonly payerId: string;
  readonly reasons: readonly Pick<Decision['reasons'][number], 'group' | 'carc' | 'amountCents'>[];
  readonly deadlines: readonly PriorityClock[];
  /** False while the payer has the next move, and once it is closed. */
  readonly isOurMove: boolean;
}

export type Priority =
  | { readonly kind: 'not_our_move' }
  | {
      readonly kind: 'ranked';
      /** Cents; higher comes first. */
      readonly score: number;
      readonly formula: typeof FORMULA;
      readonly amountCents: number;
      /** Expected recovery / amount; null = not known, and the whole amount counts. */
      readonly share: number | null;
      readonly shareFrom: 'no_outcomes_yet' | 'too_few_outcomes' | 'outcomes';
      /** The groups of outcomes behind the share, the widest first, each with its n. */
      readonly shares: readonly ShareStep[];
      readonly expectedCents: number;
      /** 1 to 10. */
      readonly urgency: number;
      readonly sendBy: string | null;
      /** Calendar days to sendBy, negative once it has passed. */
      readonly daysLeft: number | null;
      readonly standing: ClockStanding | 'no_clock';
      /** The inputs in sentences. */
      readonly says: readonly string[];
    };

const FORMULA = 'score = amount × share × urgency';
const MOST_URGENT = 10;
const CALM_DAYS = 60;

/**
 * What to do first: expected recovery × urgency. Reckoned when read; the passing of a day changes no record.
 *
 * Share: from outcomes by payer, reason and route, shrunk towards the wider group; until there are
 * {@link TOO_FEW_OUTCOMES} the whole amount counts. Urgency: 1 with 60 days or more to `sendBy`, rising evenly to 10
 * on that day and until the last day; 10 without a date, because such a clock runs out unseen; 1 after the last day,
 * when nothing more can run out, and before a window opens.
 *
 * @param today yyyy-mm-dd, in the organisation's time zone
 * @example
 * // $1,180 with 18 days left to send: 118_000 × (1 + 9 × 42/60)
 * priorityOf({ amountCents: 118_000, … }, '2026-11-23', NO_OUTCOMES) // score 861_400, urgency 7.3
 */
export function priorityOf(facts: PriorityFacts, today: string, outcomes: OutcomeTable): Priority {
  if (!facts.isOurMove) return { kind: 'not_our_move' };
  const { amountCents, route, payerId, reasons } = facts;
  const { share, shareFrom, shares } = expectationOf(
    { route, reason: leadingReason(reasons), payerId },
    outcomes,
  );
  const expectedCents = Math.round(amountCents * (share ?? 1));
  const clock = urgencyOf(facts.deadlines, today);
  return {
    kind: 'ranked',
    score: Math.round(expectedCents * clock.urgency),
    formula: FORMULA,
    amountCents,
    share,
    shareFrom,
    shares,
    expectedCents,
    urgency: clock.urgency,
    sendBy: clock.sendBy,
    daysLeft: clock.daysLeft,
    standing: clock.standing,
    says: [shareInWords(shareFrom, shares), clock.says],
  };
}

/** What part of the amount is expected back, and from which outcomes. */
export type Expectation = Pick<Extract<Priority, { kind: 'ranked' }>, 'share' | 'shareFrom' | 'shares'>;

/** The part of {@link priorityOf} that the money and the payer decide. */
export function expectationOf(denial: Parameters<typeof sharesFor>[1], outcomes: OutcomeTable): Expectation {
  const shares = sharesFor(outcomes, denial);
  const shareFrom = originOf(shares);
  const share = shareFrom === 'outcomes' ? (shares.at(-1)?.share ?? null) : null;
  return { share, shareFrom, shares };
}

/** The facts of a stored denial or follow-up. */
export function priorityFactsOf(denial: Denial): PriorityFacts {
  const { amountCents, route, payerId, decision, deadlines } = denial;
  return { amountCents, route, payerId, reasons: decision.reasons, deadlines, isOurMove: isOurMove(denial) };
}

/** The reason that takes the most money, as `CO-50`; outcomes are grouped by it. */
export function leadingReason(reasons: PriorityFacts['reasons']): string {
  const cents = new Map<string, number>();
  for (const { group, carc, amountCents } of reasons) {
    const reason = `${group}-${carc}`;
    cents.set(reason, (cents.get(reason) ?? 0) + amountCents);
  }
  let leading = '';
  for (const [reason, amount] of cents)
    if (leading === '' || amount > (cents.get(leading) ?? 0)) leading = reason;
  return leading;
}

function originOf(shares: readonly ShareStep[]): Extract<Priority, { kind: 'ranked' }>['shareFrom'] {
  const [all] = shares;
  if (all === undefined) return 'no_outcomes_yet';
  return all.tooFew ? 'too_few_outcomes' : 'outcomes';
}

function shareInWords(from: ReturnType<typeof originOf>, shares: readonly ShareStep[]): string {
  switch (from) {
    case 'no_outcomes_yet':
      return 'No outcomes yet: the whole amount counts, so the priority is the money and the clock.';
    case 'too_few_outcomes':
      return `Too few outcomes (n = ${shares[0]?.n ?? 0}, from ${TOO_FEW_OUTCOMES} on they count): the whole amount counts, so the priority is the money and the clock.`;
    case 'outcomes': {
      const narrowest = shares.at(-1);
      const own = shares.findLast(({ tooFew }) => !tooFew);
      const percent = Math.round((narrowest?.share ?? 0) * 100);
      const hint = narrowest?.tooFew
        ? ` Too few outcomes of this payer, reason and route (n = ${narrowest.n}): it leans on ${groupInWords(own)}.`
        : ` From n = ${narrowest?.n ?? 0} outcomes of this payer, reason and route.`;
      return `${percent} % of the amount is expected back.${hint}`;
    }
  }
}

function groupInWords(step: ShareStep | undefined): string {
  if (step === undefined) return 'all outcomes';
  const words = {
    all: 'all outcomes',
    route: 'its route',
    reason: 'its reason and route',
    payer: 'its payer',
  };
  return `${words[step.group]} (n = ${step.n})`;
}

export interface Urgency {
  readonly urgency: number;
  readonly sendBy: string | null;
  readonly daysLeft: number | null;
  readonly standing: ClockStanding | 'no_clock';
  readonly says: string;
}

/**
 * The part of {@link priorityOf} that the clock which governs decides.
 *
 * @param today yyyy-mm-dd, in the organisation's time zone
 */
export function urgencyOf(deadlines: readonly PriorityClock[], today: string): Urgency {
  const governing = deadlines.find(({ governs }) => governs);
  if (governing === undefined)
    return { urgency: 1, sendBy: null, daysLeft: null, standing: 'no_clock', says: 'No clock runs.' };
  const { sendBy, lastDay, notBefore } = governing;
  const standing = standingOf(governing, today);
  const daysLeft = sendBy === null ? null : daysBetween(today as CalendarDate, sendBy as CalendarDate);
  const clock = { sendBy, daysLeft, standing };
  switch (standing) {
    case 'no_date':
      return {
        ...clock,
        urgency: MOST_URGENT,
        says: 'Its clock has no date and runs unseen: as urgent as due today.',
      };
    case 'not_open_yet':
      return { ...clock, urgency: 1, says: `Not before ${notBefore}.` };
    case 'open': {
      const left = Math.max(0, daysLeft ?? 0);
      const pressing = Math.max(0, CALM_DAYS - left) / CALM_DAYS;
      const urgency = Math.round((1 + (MOST_URGENT - 1) * pressing) * 10) / 10;
      return {
        ...clock,
        urgency,
        says: left === 0 ? 'To be sent today.' : `${left} ${left === 1 ? 'day' : 'days'} left to send.`,
      };
    }
    case 'past_send_by':
      return { ...clock, urgency: MOST_URGENT, says: 'The day to send has passed: take a faster channel.' };
    case 'late_zone':
      return {
        ...clock,
        urgency: MOST_URGENT,
        says: `The careful date has passed: confirm start date and channel, last day ${lastDay}.`,
      };
    case 'verify':
      return {
        ...clock,
        urgency: MOST_URGENT,
        says: `${lastDay} has passed by a rule that must be verified first.`,
      };
    case 'past_last_day':
      return { ...clock, urgency: 1, says: `The last day ${lastDay} has passed: good cause only.` };
  }
}
