import * as z from 'zod';
import { mailAddressSchema } from '../../../core/documents/request.ts';
import { requestDocument as ask } from '../../../use-cases/request-document.ts';
import { denialAct } from '../denial-act.ts';
import { written } from '../operation.ts';

export const requestDocument = denialAct({
  id: 'requestDocument',
  method: 'POST',
  path: '/api/denials/{denialId}/document-requests',
  summary:
    'Asks the person or department that holds a document for it, by a day not after the one on which all must be sent',
  body: z.strictObject({
    document: written(300).describe('As `requiredDocuments` names it, or in one’s own words'),
    holder: z.strictObject({ name: written(120), email: mailAddressSchema.optional() }),
    dueOn: z.iso.date(),
  }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  act: ask,
});
