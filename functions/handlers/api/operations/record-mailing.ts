import * as z from 'zod';
import { recordMailing as record } from '../../../use-cases/record-delivery.ts';
import { evidenceOf } from '../delivery-params.ts';
import { denialAct } from '../denial-act.ts';
import { written } from '../operation.ts';

export const recordMailing = denialAct({
  id: 'recordMailing',
  method: 'POST',
  path: '/api/denials/{denialId}/delivery/mailing',
  summary: 'The packet was mailed: on which day, with which tracking number, with which proof of mailing',
  body: z.strictObject({
    mailedOn: z.iso.date(),
    trackingNumber: written(80).optional(),
    documentSha256: evidenceOf('The receipt, as a document of the denial'),
  }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED', 'NO_SUCH_DOCUMENT'],
  act: record,
});
