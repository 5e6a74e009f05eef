import * as z from 'zod';
import type { Appealable, Category, Mechanism, Route } from '../denial/decision.ts';
import { type PayerType, payerTypeSchema } from '../payer/profile.ts';
import { addDays } from '../time/calendar-date.ts';
import { type Workdays, workdaysWith } from '../time/workdays.ts';
import { CountedDeadlines } from './counted-deadlines.ts';
import type { Channel, DeadlineKind } from './deadline.ts';
import { type Interaction, interactionsSchema } from './interactions.ts';
import { type ClockRule, channelsSchema, clockRuleSchema, closingsSchema } from './rule.ts';
import { type ClockSituation, clocksThatApply } from './select.ts';

/** The clock rules, checked and indexed; made once. */
export interface CompiledClocks {
  /** Rules that a remittance opens. */
  readonly opening: ReadonlyMap<PayerType, readonly ClockRule[]>;
  /** Rules that a later paper opens: a decision on an appeal, a letter. */
  readonly later: ReadonlyMap<PayerType, readonly ClockRule[]>;
  /** Which clocks run on while another is being met. */
  readonly interactions: readonly Interaction[];
  /** Of the release; the version of every rule that has none of its own. */
  readonly version: string;
  /** Every rule, those of later levels too. */
  readonly byId: ReadonlyMap<string, ClockRule>;
  readonly workdays: Workdays;
  /** Lead time by channel, and the channel assumed until a payer's own is configured. */
  readonly leadBusinessDays: Readonly<Record<Channel, number>>;
  readonly assumedChannel: Readonly<Record<DeadlineKind, Channel>>;
  readonly counted: CountedDeadlines;
}

export type ClockCompilation =
  | { readonly kind: 'compiled'; readonly clocks: CompiledClocks }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const dataSchema = z.strictObject({
  version: z.string().min(1),
  rules: z.array(clockRuleSchema),
  channels: channelsSchema,
  closings: closingsSchema,
  interactions: interactionsSchema,
});

/**
 * Checks the data of rulebook/deadlines and indexes it. Refused with every problem named: a window without a
 * source, two rules of one id, a rule that changed and leaves days without one or with two, or a payer type with a
 * denial that would be left without any clock.
 *
 * @param data `{ version, rules, channels, closings, interactions }` as read from the files
 */
export function compileClocks(data: unknown): ClockCompilation {
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) {
    return { kind: 'refused', problems: parsed.error.issues.map((issue) => problemOf(issue, data)) };
  }
  const { version, rules, channels, closings, interactions } = parsed.data;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const byPayerType = (opens: ClockRule['opens']) =>
    new Map(
      payerTypeSchema.options.map((payerType) => [
        payerType,
        rules.filter((rule) => rule.opens === opens && rule.payerTypes.includes(payerType)),
      ]),
    );
  const opening = byPayerType('remittance');
  const problems = [...repeatedIds(rules), ...brokenSuccessions(rules), ...situationsWithoutClock(opening)];
  if (problems.length > 0) return { kind: 'refused', problems };

  return {
    kind: 'compiled',
    clocks: {
      opening,
      later: byPayerType('later'),
      interactions,
      version,
      byId,
      workdays: workdaysWith(closings.map((closing) => closing.date)),
      leadBusinessDays: channels.leadBusinessDays,
      assumedChannel: channels.assumedChannel,
      counted: new CountedDeadlines(),
    },
  };
}

function problemOf(issue: z.core.$ZodIssue, data: unknown): string {
  const [part, index] = issue.path;
  const rule =
    part === 'rules' && typeof index === 'number' ? (data as { rules: unknown[] }).rules[index] : null;
  const named = z.looseObject({ id: z.string() }).safeParse(rule);
  return `${named.success ? `${named.data.id}: ` : ''}${issue.path.join('.')}: ${issue.message}`;
}

function repeatedIds(rules: readonly ClockRule[]): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { id } of rules) {
    if (seen.has(id)) problems.push(`${id}: the id is used twice`);
    seen.add(id);
  }
  return problems;
}

/** Where a rule changed, its successor must begin on the day after its end: no day with two answers or with none. */
function brokenSuccessions(rules: readonly ClockRule[]): string[] {
  const problems: string[] = [];
  for (const rule of rules) {
    if (rule.startsUntil === undefined) continue;
    const dayAfter = addDays(rule.startsUntil, 1);
    const successors = rules.filter((other) => other !== rule && isSameClock(other, rule));
    if (!successors.some(({ startsFrom }) => startsFrom === dayAfter))
      problems.push(
        `${rule.id}: ends on ${rule.startsUntil}, and no rule of the same clock begins on ${dayAfter}`,
      );
    const { startsFrom = '', startsUntil } = rule;
    for (const other of successors)
      if ((other.startsFrom ?? '') <= startsUntil && startsFrom <= (other.startsUntil ?? '9999'))
        problems.push(`${rule.id}: holds on the same days as ${other.id}`);
  }
  return problems;
}

function isSameClock(a: ClockRule, b: ClockRule): boolean {
  const nameOf = ({ kind, level, payerTypes, opens, when }: ClockRule) =>
    JSON.stringify([kind, level, payerTypes, opens, when]);
  return (a.startsFrom ?? a.startsUntil) !== undefined && nameOf(a) === nameOf(b);
}

const NETWORKS = ['in', 'out', null] as const;
const ROUTES: readonly Route[] = [
  'correct_resubmit',
  'documentation',
  'appeal',
  'bill_other_payer',
  'write_off',
];
const MECHANISMS: readonly Mechanism[] = ['none', 'new_claim'];
const CATEGORIES: readonly Category[] = ['other', 'timely_filing'];
const APPEALABLE: readonly Appealable[] = ['yes', 'no'];

/** Every combination of what can take clocks off the list; the rest of a situation only adds some. */
const SITUATIONS: readonly ClockSituation[] = NETWORKS.flatMap((network) =>
  ROUTES.flatMap((route) =>
    MECHANISMS.flatMap((mechanism) =>
      CATEGORIES.flatMap((category) =>
        APPEALABLE.map((appealable) => ({
          class: 'denial' as const,
          route,
          mechanism,
          category,
          appealable,
          network,
          hasRemark: () => false,
        })),
      ),
    ),
  ),
);

/** Promise 3 of the design: no denial without a clock, be it one that says "not configured". */
function situationsWithoutClock(opening: ReadonlyMap<PayerType, readonly ClockRule[]>): string[] {
  const problems: string[] = [];
  for (const [payerType, rules] of opening) {
    if (!rules.some((rule) => rule.kind === 'follow_up'))
      problems.push(`${payerType}: a hold has no follow-up clock`);
    for (const situation of SITUATIONS) {
      if (clocksThatApply(rules, situation).length > 0) continue;
      const { route, mechanism, category, appealable, network } = situation;
      problems.push(
        `${payerType}: no clock for ${route}, ${mechanism}, ${category}, appealable ${appealable}, network ${network ?? 'unknown'}`,
      );
    }
  }
  return problems;
}
