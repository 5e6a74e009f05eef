import * as z from 'zod';
import type { AnswerTime } from '../answer/levels.ts';
import type { Channel, DeadlineKind } from '../deadline/deadline.ts';
import type { ClockRule } from '../deadline/rule.ts';

/** Who sets the rules for a claim. Part B or part unknown is `medicare_ffs`; its rules hold for Part A and DME unless they have their own. */
export const payerTypeSchema = z.enum([
  'commercial',
  'capitated_commercial',
  'exchange',
  'exchange_shop',
  'medicare_ffs',
  'medicare_part_a',
  'medicare_dme',
  'medicare_advantage',
  'medicaid',
  'medicaid_mco',
  'tricare',
  'fehb',
  'va',
  'workers_comp',
  'auto',
  'unknown',
]);
export type PayerType = z.infer<typeof payerTypeSchema>;

/** A payer as a remittance names it (id exact, name with case and spacing aside), or by its key in the registry. */
export const payerMatchSchema = z.union([
  z.strictObject({ id: z.string().min(1) }),
  z.strictObject({ name: z.string().min(1) }),
  z.strictObject({ payer: z.string().min(1) }),
]);
export type PayerMatch = z.infer<typeof payerMatchSchema>;

/** One text for a payer match, equal for equal payers. */
export function payerKey(match: PayerMatch): string {
  if ('id' in match) return `id ${match.id}`;
  return 'name' in match ? `name ${foldName(match.name)}` : `payer ${match.payer}`;
}

/** One entry of a payer file (`triage --payers`) or of the payer registry. */
export const payerEntrySchema = z
  .strictObject({
    match: z.union([z.strictObject({ id: z.string().min(1) }), z.strictObject({ name: z.string().min(1) })]),
    payerType: payerTypeSchema.exclude(['unknown']),
    capitated: z.boolean().optional(),
    network: z.enum(['in', 'out']).optional(),
    allowFrequency7: z.boolean().optional(),
  })
  .refine(({ payerType, capitated }) => payerType !== 'capitated_commercial' || capitated !== false, {
    path: ['capitated'],
    message: 'capitated_commercial means capitated: leave the field out, or say commercial',
  });
/** The first entry would count, and a second one of the same payer never be asked. */
export const payerFileSchema = z.array(payerEntrySchema).superRefine((entries, context) => {
  const seen = new Set<string>();
  for (const [index, { match }] of entries.entries()) {
    const key = payerKey(match);
    if (seen.has(key))
      context.addIssue({ code: 'custom', path: [index, 'match'], message: `${key} stands twice` });
    seen.add(key);
  }
});
export type PayerEntry = z.infer<typeof payerEntrySchema>;

/** What the organisation has agreed with a payer, as far as its registry says (registry.ts). */
export interface OwnTerms {
  /** The payer's key in the registry. */
  readonly payer: string;
  readonly clocks: readonly ClockRule[];
  readonly channels: Readonly<Partial<Record<DeadlineKind, Channel>>>;
  readonly leadBusinessDays: Readonly<Partial<Record<Channel, number>>>;
  /** How long it takes to answer, where that is agreed. */
  readonly answerTimes?: readonly Omit<AnswerTime, 'payerTypes'>[];
}

/** An entry of a payer file, or one name of a registered payer together with its terms. */
export type KnownPayer = PayerEntry & { readonly own?: OwnTerms };

/** What the rulebook knows of the payer of one claim. */
export interface PayerProfile {
  readonly payerType: PayerType;
  readonly capitated: boolean;
  /** null = not known. */
  readonly network: 'in' | 'out' | null;
  /** null = the payer type's own rule. */
  readonly allowFrequency7: boolean | null;
  /** As the remittance names it; rules of an organisation may ask for it. */
  readonly seenAs?: { readonly id: string; readonly name: string };
  readonly own?: OwnTerms;
}

const TYPE_BY_FILING_INDICATOR: ReadonlyMap<string, PayerType> = new Map([
  ['MA', 'medicare_part_a'],
  ['MB', 'medicare_ffs'],
  ['16', 'medicare_advantage'],
  ['MC', 'medicaid'],
  ['CH', 'tricare'],
  ['VA', 'va'],
  ['WC', 'workers_comp'],
  ['AM', 'auto'],
  ['13', 'commercial'],
  ['14', 'commercial'],
  ['15', 'commercial'],
]);

/**
 * The profile of the payer of one claim: the first entry whose id (exact) or name (case and spacing aside)
 * matches the remittance's payer; without one, CLP06 decides where it is plain.
 *
 * @example
 * payerProfileOf({ id: '12345', name: 'X' }, 'MB', []).payerType // 'medicare_ffs'
 */
export function payerProfileOf(
  payer: { readonly id: string; readonly name: string },
  filingIndicator: string,
  entries: readonly KnownPayer[],
): PayerProfile {
  const entry = entries.find((e) => isEntryOf(payer, e));
  if (entry === undefined) {
    const payerType = TYPE_BY_FILING_INDICATOR.get(filingIndicator.toUpperCase()) ?? 'unknown';
    return { payerType, capitated: false, network: null, allowFrequency7: null, seenAs: payer };
  }
  const capitated = entry.capitated ?? entry.payerType === 'capitated_commercial';
  return {
    payerType: entry.payerType === 'capitated_commercial' ? 'commercial' : entry.payerType,
    capitated,
    network: entry.network ?? null,
    allowFrequency7: entry.allowFrequency7 ?? null,
    seenAs: payer,
    ...(entry.own === undefined ? {} : { own: entry.own }),
  };
}

/** Whether a registry entry is this payer's: by id (exact) or by name (case and spacing aside). */
export function isEntryOf(
  payer: { readonly id: string; readonly name: string },
  { match }: Pick<PayerEntry, 'match'>,
): boolean {
  return 'id' in match ? match.id === payer.id : foldName(match.name) === foldName(payer.name);
}

/** Every key a rule may know the payer by. */
export function keysOf({ seenAs, own }: PayerProfile): readonly string[] {
  const keys: string[] = [];
  if (seenAs !== undefined) keys.push(payerKey({ id: seenAs.id }), payerKey({ name: seenAs.name }));
  if (own !== undefined) keys.push(payerKey({ payer: own.payer }));
  return keys;
}

function foldName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toUpperCase();
}
