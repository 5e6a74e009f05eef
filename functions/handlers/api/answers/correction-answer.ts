import * as z from 'zod';
import { claimPlaceSchema } from '../../../core/coding/finding.ts';
import { claimFieldSchema } from '../../../core/correction/correction-data.ts';
import { frequencySchema } from '../../../core/correction/frequency.ts';
import { deadlineSchema } from '../../../core/deadline/deadline.ts';
import { standingOf } from '../../../core/deadline/standing.ts';
import { mechanismSchema } from '../../../core/denial/decision.ts';
import type { CorrectionRead } from '../../../use-cases/read-correction.ts';
import { named } from '../components.ts';
import { standingAnswer } from './priority-answer.ts';

const text = z.string();

/** One step of a checklist, with who says so. */
export const stepAnswer = named(
  'ChecklistStep',
  z.strictObject({ id: text, says: text, source: text, confidence: z.enum(['high', 'medium']) }),
);

/** A clock with where it stands today. */
export const taskClockAnswer = named('TaskClock', deadlineSchema.extend({ standing: standingAnswer }));

const elementAnswer = named(
  'ElementToChange',
  z.strictObject({
    field: text.nullable().describe('As a change names it; null where the payer’s words name none'),
    name: text,
    kind: claimFieldSchema.shape.kind.nullable(),
    line: z.int().positive().nullable(),
    place: claimPlaceSchema.nullable().describe('Loop, segment and element of the 837'),
    asSent: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('sent'), value: text }),
        z.strictObject({ kind: z.literal('empty') }),
        z.strictObject({ kind: z.literal('not_on_file') }),
      ])
      .nullable()
      .describe('What stands there on the claim as sent; null for those who may not read what is clinical'),
    says: text,
    why: text.describe('Group, CARC and remark, or the coding rule'),
    ruleId: text.nullable(),
    source: text,
  }),
);

/** The task of a denial that is to be corrected. */
export const correctionTaskAnswer = named(
  'CorrectionTask',
  z.strictObject({
    denialId: text,
    version: z.int().positive(),
    mechanism: z.strictObject({
      mechanism: mechanismSchema,
      ruleId: text.nullable(),
      says: text,
      source: text.nullable(),
    }),
    claimOnFile: z.boolean(),
    elements: z.array(elementAnswer).readonly(),
    payerClaimNumber: z
      .strictObject({ value: text, decidedOn: z.iso.date().nullable() })
      .nullable()
      .describe('For REF*F8: CLP07 of the payer’s last decision'),
    frequencies: z
      .array(z.strictObject({ frequency: frequencySchema, allowed: z.boolean(), says: text }))
      .readonly(),
    clocks: z.array(taskClockAnswer).readonly().describe('Of the mechanism, the soonest to send first'),
    checklist: z.array(stepAnswer).readonly(),
    openAppeal: z.boolean().describe('An appeal of the same claim is with the payer'),
    asOf: z.iso.date(),
  }),
);

export function correctionTaskView(
  { denial, task, claimOnFile, maySeeClinical }: CorrectionRead,
  asOf: string,
) {
  const { elements, clocks, ...rest } = task;
  return {
    denialId: denial.denialId,
    version: denial.version,
    ...rest,
    claimOnFile,
    elements: elements.map((element) => ({ ...element, asSent: maySeeClinical ? element.asSent : null })),
    clocks: clocks.map((clock) => ({ ...clock, standing: standingOf(clock, asOf) })),
    asOf,
  };
}
