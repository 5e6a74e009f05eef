import * as z from 'zod';
import { answerChannelSchema, answerDecisionSchema } from '../../../core/answer/answer.ts';
import { recordAnswer as record } from '../../../use-cases/record-answer.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const recordAnswer = denialAct({
  id: 'recordAnswer',
  method: 'POST',
  path: '/api/denials/{denialId}/answer',
  summary:
    'What the payer answered by letter, fax, portal or call: its decision and the date on it. Cents come from remittances alone',
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
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  act: record,
});
