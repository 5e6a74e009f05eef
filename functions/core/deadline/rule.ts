import * as z from 'zod';
import { categorySchema, mechanismSchema, routeSchema } from '../denial/decision.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { type CalendarDate, parseCalendarDate, yearOf } from '../time/calendar-date.ts';
import { LAST_HOLIDAY_YEAR } from '../time/federal-holidays.ts';
import {
  channelSchema,
  confidenceSchema,
  type DeadlineKind,
  deadlineBasisSchema,
  deadlineKindSchema,
} from './deadline.ts';

/** What a clock is counted from. The first four can be read from a remittance; the others come later, on paper. */
export const startEventSchema = z.enum([
  /** Institutional: the claim's "through" date; professional: the first "from" date (42 CFR 424.44). */
  'service_date',
  'service_from',
  'service_through',
  'remittance_date',
  'records_request_letter',
  'filing_exception_notice',
  'demand_letter',
  'previous_decision',
  'final_internal_denial',
  'negotiation_start',
  'third_party_decision',
  'emergency_care_ended',
]);
export type StartEvent = z.infer<typeof startEventSchema>;

// The holiday calendar ends; what runs longer than this could be led out of it.
const LONGEST = { calendar_days: 1826, business_days: 1250, months: 60, years: 5 } as const;

/** Whether the holiday calendar can hold a window of this length. */
export function isCountable({
  quantity,
  unit,
}: {
  readonly quantity: number;
  readonly unit: keyof typeof LONGEST;
}): boolean {
  return quantity <= LONGEST[unit];
}
export const UNCOUNTABLE = {
  path: ['quantity'],
  message: 'runs longer than five years, past what the holiday calendar is kept for',
};

/** How long a clock runs, and how it is counted. */
export const windowFields = z.strictObject({
  quantity: z.int().positive(),
  unit: z.enum(['calendar_days', 'business_days', 'months', 'years']),
  /** Calendar days from the start to the careful date `safeBy`. */
  safeDays: z.int().positive().max(LONGEST.calendar_days),
  /** Days by which the law presumes the notice to arrive after its date; they lengthen `lastDay` only. */
  presumedReceiptDays: z.int().nonnegative().max(30).default(0),
  /** Whether the start day is day 1; otherwise it is day 0. */
  startIsDayOne: z.boolean().default(false),
  /** Months and years: what happens at a month's end. */
  monthEnd: z
    .enum(['same_day_or_last', 'same_day_or_first_of_next', 'from_end_of_month'])
    .default('same_day_or_last'),
  /** What a last day on a non-workday does. `none`: the rule is silent. */
  roll: z.enum(['none', 'next_workday']).default('none'),
  filedOn: z.enum(['receipt', 'postmark']).default('receipt'),
  /** A window that also opens: not before the nth business day after the start. */
  opensOnBusinessDay: z.int().positive().max(LONGEST.business_days).optional(),
});
export const windowSchema = windowFields.refine(isCountable, UNCOUNTABLE);
export type ClockWindow = z.infer<typeof windowSchema>;

const conditionsSchema = z.strictObject({
  network: z.array(z.enum(['in', 'out', 'unknown'])).optional(),
  /** Listed for exactly these routes, whatever the kind. */
  routes: z.array(routeSchema).optional(),
  /** Listed when the claim or one of its lines carries one of these, whatever the kind. */
  remarks: z.array(z.string().min(1)).optional(),
  mechanisms: z.array(mechanismSchema).optional(),
  categories: z.array(categorySchema).optional(),
  exceptCategories: z.array(categorySchema).optional(),
});

const isoDate = z
  .string()
  .refine((text) => parseCalendarDate(text) !== null, 'is not a date of the calendar (yyyy-mm-dd)')
  .transform((text) => text as CalendarDate);

export const answerOutcomeSchema = z.enum(['upheld', 'partly_overturned', 'dismissed']);
export type AnswerOutcome = z.infer<typeof answerOutcomeSchema>;

/** One clock of the rulebook (rulebook/deadlines). A rule without a window says honestly: nobody has configured it. */
export const clockRuleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/),
    payerTypes: z.array(payerTypeSchema).min(1),
    kind: deadlineKindSchema,
    level: z.int().positive().nullable(),
    /** Whether a remittance opens the clock, or a later paper does (a decision, a letter). */
    opens: z.enum(['remittance', 'later']).default('remittance'),
    /** Which decision of the payer opens it; absent where another paper does. `level` absent: any. */
    after: z
      .strictObject({
        kind: z.enum(['appeal', 'dispute']),
        level: z.int().positive().optional(),
        outcomes: z.array(answerOutcomeSchema).min(1).default(['upheld', 'partly_overturned', 'dismissed']),
      })
      .optional(),
    /** What else opens it, in a biller's words. */
    openedBy: z.string().min(1).optional(),
    start: startEventSchema.nullable(),
    window: windowSchema.nullable(),
    basis: deadlineBasisSchema,
    source: z.string().min(1).nullable(),
    confidence: confidenceSchema,
    /** Of a payer's own window: its content's hash. Absent: the version of the release. */
    version: z.string().min(1).optional(),
    /** Dates the rule holds for, both included; open-ended where absent. */
    startsFrom: isoDate.optional(),
    startsUntil: isoDate.optional(),
    /** Which date decides whether the rule holds, where it changed. */
    effectiveBy: z.enum(['start', 'service_date', 'remittance_date']).default('start'),
    when: conditionsSchema.default({}),
    /** Never governs while another clock of the route is listed: an outer limit, or a right that is the member's. */
    yields: z.boolean().default(false),
    note: z.string().min(1).nullable(),
  })
  .superRefine((rule, context) => {
    const configured = rule.basis !== 'not_configured';
    if (configured !== (rule.window !== null)) {
      context.addIssue({ code: 'custom', message: 'has a window exactly when its basis is configured' });
    }
    if (configured && (rule.source === null || rule.start === null)) {
      context.addIssue({ code: 'custom', message: 'counts days without a source or a start' });
    }
    if (!configured && (rule.note === null || rule.start !== null)) {
      context.addIssue({
        code: 'custom',
        message: 'is not configured: it has no start, and a note that says what to do',
      });
    }
    if (rule.opens === 'remittance' && hasNoDecisionBefore(rule)) {
      context.addIssue({ code: 'custom', path: ['start'], message: NO_DECISION_BEFORE });
    }
    if (rule.after !== undefined && rule.opens !== 'later') {
      context.addIssue({
        code: 'custom',
        message: 'is opened by a decision and by the remittance: choose one',
      });
    }
    if (rule.startsUntil !== undefined && yearOf(rule.startsUntil) > LAST_HOLIDAY_YEAR) {
      const message = 'is no end of a rule: leave it out where there is none';
      context.addIssue({ code: 'custom', path: ['startsUntil'], message });
    }
    if (
      rule.startsFrom !== undefined &&
      rule.startsUntil !== undefined &&
      rule.startsUntil < rule.startsFrom
    ) {
      context.addIssue({ code: 'custom', message: 'ends before it begins' });
    }
  });
export type ClockRule = z.infer<typeof clockRuleSchema>;

export const NO_DECISION_BEFORE = 'is never met: no decision comes before level 1';

/** Whether a clock waits for a decision that cannot be: an appeal or a dispute begins with level 1. */
export function hasNoDecisionBefore({
  kind,
  level,
  start,
}: {
  readonly kind: DeadlineKind;
  readonly level: number | null;
  readonly start: StartEvent | null;
}): boolean {
  const isFirst = (kind === 'appeal' || kind === 'dispute') && (level ?? 1) === 1;
  return isFirst && start === 'previous_decision';
}

/** Workdays before the careful date. A lead of half a year would be a mistake. */
export const leadBusinessDaysSchema = z.int().nonnegative().max(120);

/** How long before `safeBy` something must leave, by channel, and the channel assumed until a payer's is configured. */
export const channelsSchema = z.strictObject({
  source: z.string().min(1),
  leadBusinessDays: z.record(channelSchema, leadBusinessDaysSchema),
  assumedChannel: z.record(deadlineKindSchema, channelSchema),
});

/** Days on which federal offices were closed by order. An organisation may add its own. */
export const closingsSchema = z.array(
  z.strictObject({ date: isoDate, name: z.string().min(1), source: z.string().min(1) }),
);
