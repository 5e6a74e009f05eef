import * as z from 'zod';
import { DOCUMENT_CHANNELS, submitDocuments as submit } from '../../../use-cases/submit-documents.ts';
import { denialAct } from '../denial-act.ts';
import { written, writtenReason } from '../operation.ts';

export const submitDocuments = denialAct({
  id: 'submitDocuments',
  method: 'POST',
  path: '/api/denials/{denialId}/documents',
  summary:
    'The documents the payer asked for were sent: how, under which reference, on which day; each is enclosed or not needed',
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
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED', 'DOCUMENT_MISSING'],
  act: submit,
});
