import * as z from 'zod';
import { closeAsBilled as close } from '../../../use-cases/close-as-billed.ts';
import { denialAct } from '../denial-act.ts';
import { written, writtenReason } from '../operation.ts';

const day = z.iso.date();

export const closeAsBilled = denialAct({
  id: 'closeAsBilled',
  method: 'POST',
  path: '/api/denials/{denialId}/closing',
  summary: 'Closes a denial that was billed to the other payer or to the patient, as its route says',
  body: z.strictObject({
    note: writtenReason,
    billed: z.discriminatedUnion('to', [
      z.strictObject({
        to: z.literal('other_payer'),
        payerName: written(80),
        reference: written(80),
        billedOn: day,
        notReceivedOn: day.optional(),
      }),
      z.strictObject({
        to: z.literal('patient'),
        reference: written(80).optional(),
        billedOn: day,
        confirmedChecks: z.array(z.string().max(80)).max(50),
      }),
    ]),
  }),
  problems: ['NOT_IN_THIS_STATE', 'ROUTE_REFUSED', 'DATE_REFUSED', 'ALREADY_FORWARDED', 'PATIENT_PROTECTED'],
  act: close,
});
