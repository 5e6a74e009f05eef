import * as z from 'zod';

const calendarDate = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What we did to move the payer. Recovered cents are credited to one of these. */
export const actionTakenSchema = z.enum([
  'appeal',
  'dispute',
  /** By an independent reviewer, after the payer's own levels. */
  'external_review',
  'correction',
  'documents',
  'peer_to_peer',
]);
export type ActionTaken = z.infer<typeof actionTakenSchema>;

/** One thing that left for the payer, kept for good: a later level does not overwrite what an earlier one sent. */
export const sendingSchema = z.strictObject({
  action: actionTakenSchema,
  level: z.int().positive(),
  sentOn: calendarDate,
  /** Of a letter of ours; null where a person sent something by themselves. */
  templateId: z.string().nullable(),
  templateSha256: sha256.nullable(),
});
export type Sending = z.infer<typeof sendingSchema>;

export const answerDecisionSchema = z.enum([
  'overturned',
  'partly_overturned',
  'upheld',
  'dismissed',
  'more_wanted',
]);
export const answerChannelSchema = z.enum(['letter', 'fax', 'portal', 'call']);

/** What the payer answered by letter, fax, portal or call, as a person recorded it. It is worth no cents. */
export const recordedAnswerSchema = z.strictObject({
  level: z.int().positive(),
  /** What it answers. */
  action: actionTakenSchema,
  decision: answerDecisionSchema,
  /** Date printed on it, or of the call. */
  decidedOn: calendarDate,
  channel: answerChannelSchema,
  /** Number of the letter, of the portal message or of the call. */
  reference: z.string(),
  /** Of `more_wanted`: the day by which the payer must have it; null where it names none. */
  wantedBy: calendarDate.nullable(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
});
export type RecordedAnswer = z.infer<typeof recordedAnswerSchema>;

/** Who earned what a payer paid later: the action, the letter's template and the rule that chose the route. */
export const creditSchema = z.strictObject({
  action: z.union([actionTakenSchema, z.literal('nothing_sent')]),
  level: z.int().positive(),
  templateId: z.string().nullable(),
  templateSha256: sha256.nullable(),
  ruleId: z.string(),
  rulebookVersion: z.string(),
});
export type Credit = z.infer<typeof creditSchema>;
