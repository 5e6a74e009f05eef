import * as z from 'zod';
import { recordAcknowledgement as record } from '../../../use-cases/record-delivery.ts';
import { evidenceOf } from '../delivery-params.ts';
import { denialAct } from '../denial-act.ts';
import { written } from '../operation.ts';

export const recordAcknowledgement = denialAct({
  id: 'recordAcknowledgement',
  method: 'POST',
  path: '/api/denials/{denialId}/delivery/acknowledgement',
  summary: 'The channel, or the payer, said that it has what was sent: on which day, under which reference',
  body: z.strictObject({
    by: z.enum(['channel', 'payer']),
    acknowledgedOn: z.iso.date(),
    reference: written(80),
    documentSha256: evidenceOf('The acknowledgement, as a document of the denial'),
  }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED', 'NO_SUCH_DOCUMENT'],
  act: record,
});
