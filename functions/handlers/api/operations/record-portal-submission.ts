import * as z from 'zod';
import { recordPortalSubmission as record } from '../../../use-cases/record-delivery.ts';
import { evidenceOf } from '../delivery-params.ts';
import { denialAct } from '../denial-act.ts';
import { written } from '../operation.ts';

export const recordPortalSubmission = denialAct({
  id: 'recordPortalSubmission',
  method: 'POST',
  path: '/api/denials/{denialId}/delivery/portal-submission',
  summary: 'The approved files were submitted in the payer’s portal: on which day, confirmed by which number',
  body: z.strictObject({
    submittedOn: z.iso.date(),
    confirmationNumber: written(80),
    documentSha256: evidenceOf('The screenshot, as a document of the denial'),
  }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED', 'NO_SUCH_DOCUMENT'],
  act: record,
});
