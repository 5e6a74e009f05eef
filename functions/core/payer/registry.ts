import { createHash } from 'node:crypto';
import * as z from 'zod';
import { answerTimeSchema } from '../answer/levels.ts';
import { type Channel, channelSchema, deadlineKindSchema } from '../deadline/deadline.ts';
import {
  type ClockRule,
  isCountable,
  leadBusinessDaysSchema,
  startEventSchema,
  UNCOUNTABLE,
  windowFields,
} from '../deadline/rule.ts';
import { deliverySettingSchema } from '../delivery/setting.ts';
import { type CalendarDate, parseCalendarDate } from '../time/calendar-date.ts';
import { type KnownPayer, type OwnTerms, payerKey, payerTypeSchema } from './profile.ts';

const text = z.string().trim().min(1);
const calendarDate = z
  .string()
  .refine((value) => parseCalendarDate(value) !== null, 'is not a date of the calendar (yyyy-mm-dd)')
  .transform((value) => value as CalendarDate);

/** One window that the contract or the payer's manual sets, with the page that says so. */
const payerWindowFields = z.strictObject({
  // The No Surprises Act sets its own windows, no contract.
  kind: deadlineKindSchema.exclude(['follow_up', 'open_negotiation', 'dispute_resolution']),
  /** Of an appeal or a dispute; 1 where left out. */
  level: z.int().positive().optional(),
  ...windowFields.pick({ quantity: true, unit: true }).shape,
  countedFrom: startEventSchema,
  /** Contract and page, or manual, edition and section. Without one a window is refused. */
  source: text,
  /** Dates the window holds for, both included; open-ended where absent. */
  effectiveFrom: calendarDate.optional(),
  effectiveUntil: calendarDate.optional(),
  /** Which date decides whether it holds; the start of the clock where absent. */
  effectiveBy: z.enum(['start', 'service_date', 'remittance_date']).optional(),
  /** Careful calendar days; where absent months count 30 days, a year 365. */
  safeDays: windowFields.shape.safeDays.optional(),
  presumedReceiptDays: windowFields.shape.presumedReceiptDays.unwrap().optional(),
  startIsDayOne: z.boolean().optional(),
  filedOn: z.enum(['receipt', 'postmark']).optional(),
  roll: z.enum(['none', 'next_workday']).optional(),
  note: text.optional(),
});
export const payerWindowSchema = payerWindowFields.refine(isCountable, UNCOUNTABLE);
export type PayerWindow = z.infer<typeof payerWindowSchema>;

const payerAnswerTimeSchema = answerTimeSchema.omit({ payerTypes: true }).extend({ source: text });

/**
 * `request_page`: our first page gives what Medicare's own form asks for. `payersOwn`: the payer takes no appeal without
 * its own form, which a person fills in and attaches.
 */
const firstPageFormSchema = z.union([z.literal('request_page'), z.strictObject({ payersOwn: text })]);
export type FirstPageForm = z.infer<typeof firstPageFormSchema>;

/** One payer as the organisation knows it. A window that is not here is "not configured", never guessed. */
export const registryPayerSchema = z.strictObject({
  /** The organisation's own key, named by its rules. */
  payer: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'is a key of lower-case letters, digits and hyphens'),
  name: text,
  /** Ids (exact) and names (case and spacing aside) that its remittances carry. */
  seenAs: z.array(z.union([z.strictObject({ id: text }), z.strictObject({ name: text })])).min(1),
  payerType: payerTypeSchema.exclude(['unknown']),
  capitated: z.boolean().optional(),
  network: z.enum(['in', 'out']).optional(),
  /** Whether it takes replacement claims (frequency 7); absent = as its kind of payer does. */
  allowFrequency7: z.boolean().optional(),
  windows: z.array(payerWindowSchema).default([]),
  appealLevels: z
    .array(
      z.strictObject({
        level: z.int().positive(),
        name: text,
        address: text.nullable(),
        fax: text.nullable(),
        portal: text.nullable(),
        /** What stands before the letter; absent where the letter stands by itself. */
        form: firstPageFormSchema.optional(),
      }),
    )
    .default([]),
  /** How each kind of thing is sent, where it differs from the release's assumption. */
  channels: z.partialRecord(deadlineKindSchema, channelSchema).default({}),
  /** Workdays before the careful date, by channel. */
  leadBusinessDays: z.partialRecord(channelSchema, leadBusinessDaysSchema).default({}),
  /** How packets for it leave. Absent = into the handover bucket. */
  delivery: deliverySettingSchema.optional(),
  /** In how many days it answers, where contract or manual say so. */
  answerTimes: z.array(payerAnswerTimeSchema).optional(),
});
export type RegistryPayer = z.infer<typeof registryPayerSchema>;

export const payerRegistrySchema = z.strictObject({ payers: z.array(registryPayerSchema) });
export type PayerRegistry = z.infer<typeof payerRegistrySchema>;

/** Which date decides whether a window holds. */
export function effectiveByOf({ effectiveBy }: PayerWindow): NonNullable<PayerWindow['effectiveBy']> {
  return effectiveBy ?? 'start';
}

/** The level of a window: appeals and disputes begin with 1, of the others only what was written. */
export function levelOf({ kind, level }: PayerWindow): number | null {
  return level ?? (kind === 'appeal' || kind === 'dispute' ? 1 : null);
}

/** The registered payer that a remittance names, by id (exact) or name (case and spacing aside). */
export function registeredPayerOf(
  payer: { readonly id: string; readonly name: string },
  payers: readonly RegistryPayer[],
): RegistryPayer | null {
  const keys = [payerKey({ id: payer.id }), payerKey({ name: payer.name })];
  return payers.find(({ seenAs }) => seenAs.some((match) => keys.includes(payerKey(match)))) ?? null;
}

/** Where an appeal of a level goes: the level's own address, else the nearest lower level's; null = not configured. */
export function appealsOffice(
  { appealLevels }: RegistryPayer,
  level: number,
): RegistryPayer['appealLevels'][number] | null {
  return appealLevels.filter((office) => office.level <= level).sort((a, b) => b.level - a.level)[0] ?? null;
}

/**
 * The payers of a registry ready for `payerProfileOf`: one entry for every id or name, sharing the payer's terms.
 *
 * @example
 * payerProfileOf(header.payer, claim.filingIndicator, knownPayers(registry.payers))
 */
export function knownPayers(payers: readonly RegistryPayer[]): readonly KnownPayer[] {
  return payers.flatMap((payer) => {
    const own = termsOf(payer);
    return payer.seenAs.map((match) => ({
      match,
      payerType: payer.payerType,
      ...(payer.capitated === undefined ? {} : { capitated: payer.capitated }),
      ...(payer.network === undefined ? {} : { network: payer.network }),
      ...(payer.allowFrequency7 === undefined ? {} : { allowFrequency7: payer.allowFrequency7 }),
      own,
    }));
  });
}

function termsOf({
  payer,
  payerType,
  windows,
  channels,
  leadBusinessDays,
  answerTimes,
}: RegistryPayer): OwnTerms {
  return {
    payer,
    clocks: windows.map((window) => clockOf(window, payer, payerType)),
    channels: channels as OwnTerms['channels'],
    leadBusinessDays: leadBusinessDays as Partial<Record<Channel, number>>,
    ...(answerTimes === undefined ? {} : { answerTimes }),
  };
}

function clockOf(window: PayerWindow, payer: string, payerType: RegistryPayer['payerType']): ClockRule {
  const { quantity, unit, presumedReceiptDays, startIsDayOne, filedOn, roll } = window;
  const version = contentHash(window);
  return {
    // The content is part of the id: a changed window is another rule, and no count of the old one is kept for it.
    id: `payer.${payer}.${window.kind}.${version}`,
    version,
    payerTypes: [payerType],
    kind: window.kind,
    level: levelOf(window),
    ...openingOf(window),
    start: window.countedFrom,
    window: {
      quantity,
      unit,
      safeDays: window.safeDays ?? safeDaysOf(quantity, unit),
      presumedReceiptDays: presumedReceiptDays ?? 0,
      startIsDayOne: startIsDayOne ?? false,
      monthEnd: 'same_day_or_last',
      roll: roll ?? 'none',
      filedOn: filedOn ?? 'receipt',
    },
    basis: 'contract',
    source: window.source,
    confidence: 'high',
    ...(window.effectiveFrom === undefined ? {} : { startsFrom: window.effectiveFrom }),
    ...(window.effectiveUntil === undefined ? {} : { startsUntil: window.effectiveUntil }),
    effectiveBy: effectiveByOf(window),
    when: {},
    yields: false,
    note: window.note ?? null,
  };
}

/** The window of a further level is opened by the decision before it, not by the remittance. */
function openingOf(window: PayerWindow): Pick<ClockRule, 'opens' | 'after'> {
  const { kind, countedFrom } = window;
  const level = levelOf(window);
  if (countedFrom !== 'previous_decision' || level === null || level === 1) return { opens: 'remittance' };
  return {
    opens: 'later',
    after: {
      kind: kind === 'dispute' ? 'dispute' : 'appeal',
      level: level - 1,
      outcomes: ['upheld', 'partly_overturned', 'dismissed'],
    },
  };
}

function safeDaysOf(quantity: number, unit: PayerWindow['unit']): number {
  switch (unit) {
    case 'calendar_days':
    case 'business_days':
      return quantity;
    case 'months':
      return Math.floor(quantity / 12) * 365 + (quantity % 12) * 30;
    case 'years':
      return quantity * 365;
  }
}

function contentHash(window: PayerWindow): string {
  return createHash('sha256').update(JSON.stringify(window)).digest('hex').slice(0, 12);
}
