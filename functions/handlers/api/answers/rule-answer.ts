import * as z from 'zod';
import { conditionSchema } from '../../../core/rulebook/schema.ts';
import { named } from '../components.ts';

export const rulebookVersionAnswer = z
  .string()
  .describe('Of the release, and of the organisation’s layer where there is one');

const word = z.string();
const value = z.union([
  word,
  z.number(),
  z.boolean(),
  z.null(),
  z.array(word).readonly(),
  z.array(z.array(word).readonly()).readonly(),
]);

export const ruleAnswer = named(
  'Rule',
  z.strictObject({
    id: z.string(),
    kind: z.string().describe('The file it stands in: what it decides'),
    setBy: z.enum(['release', 'organisation']),
    says: z.string().describe('The rule in a sentence'),
    route: z.string().nullable().describe('Where it leads; null where it decides something else'),
    when: conditionSchema
      .nullable()
      .describe('What must be true: every field, and of a list any one value. Null where codes say it'),
    more: z.record(z.string(), value).describe('What else it says, by the names of its file'),
    effectiveFrom: z.iso.date().nullable().describe('First day of the remittances it holds for'),
    effectiveUntil: z.iso.date().nullable().describe('And the last'),
    source: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
);
