import * as z from 'zod';
import { DOCUMENT_CHANNELS, submitDocuments as submit } from '../../../use-cases/submit-documents.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, written, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const submitDocuments = operation({
  id: 'submitDocuments',
  method: 'POST',
  path: '/api/denials/{denialId}/documents',
  summary:
    'The documents the payer asked for were sent: how, under which reference, on which day; each is enclosed or not needed',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    channel: z.enum(DOCUMENT_CHANNELS),
    reference: written(80),
    sentOn: z.iso.date(),
    enclosed: z
      .array(written(300))
      .max(50)
      .optional()
      .describe('As `requiredDocuments` of the decision names them'),
    notNeeded: z
      .array(z.strictObject({ document: written(300), reason: writtenReason }))
      .max(50)
      .optional()
      .describe('Those that the payer does not need here, and why'),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED', 'DOCUMENT_MISSING'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await submit(ports, { user, ...params, expectedVersion, ...body }));
  },
});
