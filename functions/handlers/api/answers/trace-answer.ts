import * as z from 'zod';
import { decisionClassSchema, routeSchema, traceStepSchema } from '../../../core/denial/decision.ts';
import { named } from '../components.ts';

const text = z.string();
const texts = z.array(text).readonly();
const source = text.nullable();

const condition = z.strictObject({
  asks: text.describe('The field of the rule, as in the reference of the rulebook'),
  wanted: texts,
  seen: texts.describe('What the claim had there'),
  met: z.boolean(),
});

const reason = z.strictObject({
  group: text,
  carc: text,
  line: z.int().nullable(),
  amountCents: z.int(),
  remarks: texts,
  class: decisionClassSchema,
  route: routeSchema,
  ruleId: text,
  steps: z
    .array(traceStepSchema)
    .readonly()
    .describe('In the order in which they spoke; the last one decided'),
  runnersUp: z
    .array(z.strictObject({ ruleId: text, route: routeSchema, says: text, source, lost: text }))
    .readonly(),
  removed: z.array(z.strictObject({ route: routeSchema, ruleId: text, says: text, source: text })).readonly(),
  asked: z
    .array(z.strictObject({ ruleId: text, conditions: z.array(condition).readonly() }))
    .readonly()
    .describe('Every rule that spoke or lost, condition by condition'),
});

/** Why a denial takes its route. */
export const traceAnswer = named(
  'DecisionTrace',
  z.strictObject({
    denialId: text,
    decided: z.strictObject({ route: routeSchema, ruleId: text, rulebookVersion: text }),
    route: routeSchema.describe('Worked now; another than decided after a re-route'),
    routedBy: text.nullable(),
    rulebookVersion: text.describe('Of the rules in force, by which this is traced'),
    isStillSo: z.boolean().describe('Whether they come to what was decided'),
    sentence: text.nullable(),
    advice: z.strictObject({ ruleId: text, first: text, avoid: text, source: text }).nullable(),
    gates: z
      .array(
        z.strictObject({
          gate: z.enum(['status', 'plainly_paid', 'class', 'hold', 'conflict']),
          passed: z.boolean(),
          says: text,
        }),
      )
      .readonly(),
    reasons: z.array(reason).readonly(),
  }),
);
