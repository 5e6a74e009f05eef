import * as z from 'zod';
import type { Appealable, Category, Mechanism, Route } from '../denial/decision.ts';
import { type PayerType, payerTypeSchema } from '../payer/profile.ts';
import { type Workdays, workdaysWith } from '../time/workdays.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { type Channel, type ClockRule, channelsSchema, clockRuleSchema, closingsSchema } from './rule.ts';
import { type ClockSituation, clocksThatApply } from './select.ts';

/** The clock rules, checked and indexed; made once. */
export interface CompiledClocks {
  /** Rules that a remittance opens. */
  readonly opening: ReadonlyMap<PayerType, readonly ClockRule[]>;
  /** Every rule, those of later levels too. */
  readonly byId: ReadonlyMap<string, ClockRule>;
  readonly workdays: Workdays;
  /** Lead time by channel, and the channel assumed until a payer's own is configured. */
  readonly leadBusinessDays: Readonly<Record<Channel, number>>;
  readonly assumedChannel: Readonly<Record<DeadlineKind, Channel>>;
  /**
   * What a rule gave for a start day, kept because calendar arithmetic costs more than all the rest and the claims
   * of one remittance share its date. Never changes an answer.
   */
  readonly counted: Map<string, Deadline>;
}

export type ClockCompilation =
  | { readonly kind: 'compiled'; readonly clocks: CompiledClocks }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const dataSchema = z.strictObject({
  rules: z.array(clockRuleSchema),
  channels: channelsSchema,
  closings: closingsSchema,
});

/**
 * Checks the data of rulebook/deadlines and indexes it. Refused with every problem named: a window without a
 * source, two rules of one id, or a payer type with a denial that would be left without any clock.
 *
 * @param data `{ rules, channels, closings }` as read from the files
 */
export function compileClocks(data: unknown): ClockCompilation {
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) {
    return { kind: 'refused', problems: parsed.error.issues.map((issue) => problemOf(issue, data)) };
  }
  const { rules, channels, closings } = parsed.data;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const opening = new Map(
    payerTypeSchema.options.map((payerType) => [
      payerType,
      rules.filter((rule) => rule.opens === 'remittance' && rule.payerTypes.includes(payerType)),
    ]),
  );
  const problems = [...repeatedIds(rules), ...situationsWithoutClock(opening)];
  if (problems.length > 0) return { kind: 'refused', problems };

  return {
    kind: 'compiled',
    clocks: {
      opening,
      byId,
      workdays: workdaysWith(closings.map((closing) => closing.date)),
      leadBusinessDays: channels.leadBusinessDays,
      assumedChannel: channels.assumedChannel,
      counted: new Map(),
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
