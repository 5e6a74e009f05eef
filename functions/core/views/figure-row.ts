import * as z from 'zod';
import { leftOn } from '../delivery/evidence.ts';
import { closedAtOf } from '../denial/change.ts';
import { categorySchema, routeSchema } from '../denial/decision.ts';
import type { Denial } from '../denial/denial.ts';
import { closedAsSchema } from '../denial/lifecycle.ts';
import type { DenialId, PracticeId } from '../ids.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { leadingReason } from '../priority/priority.ts';

const day = z.iso.date();
const cents = z.int().nonnegative();

/** One denial, open or closed, as figures count it. Every figure is a sum over rows, so that its members are known. */
export const figureRowSchema = z.strictObject({
  denialId: z.string().transform((id) => id as DenialId),
  practiceId: z.string().transform((id) => id as PracticeId),
  /** The day of the payer's decision; where it told none, the day on which the denial was opened. */
  deniedOn: day,
  payerId: z.string(),
  payerName: z.string(),
  payerType: payerTypeSchema,
  /** Group and CARC, as `CO-50`. */
  reason: z.string(),
  category: categorySchema,
  route: routeSchema,
  amountCents: cents,
  chargeCents: z.int(),
  closedAs: closedAsSchema.nullable(),
  closedOn: day.nullable(),
  /** The day on which something left the building under the present route. */
  sentOn: day.nullable(),
  /** Paid more than before, by remittances alone. */
  recoveredCents: cents,
  writtenOffCents: cents,
});
export type FigureRow = z.infer<typeof figureRowSchema>;

/** The row of a record; null of a follow-up, which no figure of denials counts. */
export function figureRowOf(denial: Denial): FigureRow | null {
  if (denial.followUp !== null) return null;
  const { decision, closedAs, handover, resolution, writeOff } = denial;
  return {
    denialId: denial.denialId,
    practiceId: denial.practiceId,
    deniedOn: deniedOnOf(denial),
    payerId: denial.payerId,
    payerName: denial.payerName,
    payerType: denial.payerType,
    reason: leadingReason(decision.reasons),
    category: decision.category,
    route: denial.route,
    amountCents: denial.amountCents,
    chargeCents: denial.chargeCents,
    closedAs,
    closedOn: closedAtOf(denial)?.slice(0, 10) ?? null,
    sentOn: handover === null ? null : leftOn(handover),
    recoveredCents: resolution?.recoveredCents ?? 0,
    writtenOffCents: closedAs === 'written_off' ? (writeOff?.amountCents ?? 0) : 0,
  };
}

/** The day under which figures keep a denial. It never changes. */
export function deniedOnOf({ noticeOn, openedAt }: Pick<Denial, 'noticeOn' | 'openedAt'>): string {
  return noticeOn ?? openedAt.slice(0, 10);
}
