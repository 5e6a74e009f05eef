import * as z from 'zod';
import { answerChannelSchema, answerDecisionSchema } from '../../../core/answer/answer.ts';
import { recordAnswer as record } from '../../../use-cases/record-answer.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const recordAnswer = operation({
  id: 'recordAnswer',
  method: 'POST',
  path: '/api/denials/{denialId}/answer',
  summary:
    'What the payer answered by letter, fax, portal or call: its decision and the date on it. Cents come from remittances alone',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    decision: answerDecisionSchema,
    decidedOn: z.iso.date().describe('The date printed on the answer, or of the call'),
    channel: answerChannelSchema,
    reference: z.string().trim().min(1).max(80).describe('Number of the letter, portal message or call'),
    wantedBy: z.iso
      .date()
      .nullable()
      .default(null)
      .describe('Of more_wanted: by when the payer must have it; null where it names no day'),
    note: writtenReason.nullable().default(null),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await record(ports, { user, ...params, expectedVersion, ...body }));
  },
});
