import * as z from 'zod';
import { confidenceSchema, deadlineBasisSchema, deadlineKindSchema } from '../deadline/deadline.ts';
import { categorySchema, routeSchema } from '../denial/decision.ts';
import { type Denial, followUpTypeSchema } from '../denial/denial.ts';
import { stateSchema } from '../denial/lifecycle.ts';
import { isOurMove } from '../denial/our-move.ts';
import { isInHistoryReview } from '../history/history-review.ts';
import type { DenialId, PracticeId } from '../ids.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { leadingReason, type PriorityFacts } from '../priority/priority.ts';

const day = z.iso.date();

/**
 * One open denial or follow-up as lists need it: ids, codes, cents and dates due. No name, no birth date, no member id
 * and no date of service; what is wanted beyond it is read from the record.
 */
export const queueRowSchema = z.strictObject({
  denialId: z.string().transform((id) => id as DenialId),
  version: z.int().positive(),
  practiceId: z.string().transform((id) => id as PracticeId),
  payerId: z.string(),
  payerName: z.string(),
  payerType: payerTypeSchema,
  /** CLP01. */
  claimId: z.string(),
  amountCents: z.int().nonnegative(),
  category: categorySchema,
  /** The one that takes the most money, as `CO-50`; empty where there is none. */
  reason: z.string(),
  /** Its remarks. */
  remarks: z.array(z.string()),
  /** Reasons beside that one. */
  otherReasons: z.int().nonnegative(),
  route: routeSchema,
  state: stateSchema.exclude(['closed']),
  /** It came as history and waits in that list alone. */
  isHistory: z.boolean(),
  /** Null of a denial. */
  followUp: followUpTypeSchema.nullable(),
  level: z.int().positive(),
  /** The clock that governs; null where none runs. */
  clockKind: deadlineKindSchema.nullable(),
  clockBasis: deadlineBasisSchema.nullable(),
  clockConfidence: confidenceSchema.nullable(),
  sendBy: day.nullable(),
  safeBy: day.nullable(),
  lastDay: day.nullable(),
  notBefore: day.nullable(),
  assignee: z.string().nullable(),
  /** Put off by a person until this day. */
  pendedUntil: day.nullable(),
  /** Open places in the letter that waits; null where there is no letter. */
  missing: z.int().nonnegative().nullable(),
  /** Who asked for the write-off that waits for a second person: none of them may decide it. */
  askedBy: z.array(z.string()),
  openedOn: day,
  changedAt: z.iso.datetime(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

/** The row of a record; null of a closed one, which stands in no list. */
export function queueRowOf(denial: Denial): QueueRow | null {
  const { state, decision, deadlines, writeOff, candidate } = denial;
  if (state === 'closed') return null;
  const clock = deadlines.find(({ governs }) => governs) ?? null;
  const reason = leadingReason(decision.reasons);
  const leading = decision.reasons.filter(({ group, carc }) => `${group}-${carc}` === reason);
  const others = new Set(decision.reasons.map(({ group, carc }) => `${group}-${carc}`));
  others.delete(reason);
  return {
    denialId: denial.denialId,
    version: denial.version,
    practiceId: denial.practiceId,
    payerId: denial.payerId,
    payerName: denial.payerName,
    payerType: denial.payerType,
    claimId: denial.claimId,
    amountCents: denial.amountCents,
    category: decision.category,
    reason,
    remarks: [...new Set(leading.flatMap(({ remarks }) => remarks))],
    otherReasons: others.size,
    route: denial.route,
    state,
    isHistory: isInHistoryReview(denial),
    followUp: denial.followUp?.type ?? null,
    level: denial.level,
    clockKind: clock?.kind ?? null,
    clockBasis: clock?.basis ?? null,
    clockConfidence: clock?.confidence ?? null,
    sendBy: denial.sendBy,
    safeBy: clock?.safeBy ?? null,
    lastDay: clock?.lastDay ?? null,
    notBefore: clock?.notBefore ?? null,
    assignee: denial.assignee,
    pendedUntil: denial.pend?.until ?? null,
    missing: candidate?.missing.length ?? null,
    askedBy:
      state === 'awaiting_second_person'
        ? [
            writeOff?.proposedBy ?? null,
            writeOff?.confirmedBy ?? null,
            denial.correction?.proposedBy ?? null,
          ].filter((who) => who !== null)
        : [],
    openedOn: denial.openedAt.slice(0, 10),
    changedAt: denial.changedAt,
  };
}

/** What the priority of a row is reckoned from: the same as of its record. */
export function priorityFactsOfRow(row: QueueRow): PriorityFacts {
  const { amountCents, route, payerId, sendBy, safeBy, lastDay, notBefore } = row;
  const confidence = row.clockConfidence;
  const [group = '', ...carc] = row.reason.split('-');
  return {
    amountCents,
    route,
    payerId,
    reasons: row.reason === '' ? [] : [{ group, carc: carc.join('-'), amountCents }],
    deadlines: confidence === null ? [] : [{ governs: true, confidence, sendBy, safeBy, lastDay, notBefore }],
    isOurMove: isOurMove(row),
  };
}
