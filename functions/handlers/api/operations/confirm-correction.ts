import * as z from 'zod';
import { correctionChangeSchema } from '../../../core/correction/correction.ts';
import { frequencySchema } from '../../../core/correction/frequency.ts';
import { confirmCorrection as confirm } from '../../../use-cases/confirm-correction.ts';
import { denialAct } from '../denial-act.ts';
import { written } from '../operation.ts';

/** What was changed on the claim. */
export const changesBody = z.array(correctionChangeSchema).max(200);

export const confirmCorrection = denialAct({
  id: 'confirmCorrection',
  method: 'POST',
  path: '/api/denials/{denialId}/correction',
  summary:
    'The corrected claim was sent: its reference, day and frequency, the payer’s number in REF*F8, and what was changed',
  body: z.strictObject({
    reference: written(80),
    sentOn: z.iso.date(),
    frequency: frequencySchema,
    payerClaimNumber: written(50).optional(),
    voidReference: written(80).optional(),
    deniedLinesOnly: z.boolean().optional(),
    changes: changesBody,
  }),
  problems: [
    'NOT_IN_THIS_STATE',
    'DATE_REFUSED',
    'FREQUENCY_REFUSED',
    'CLAIM_NUMBER_REFUSED',
    'CHANGE_REFUSED',
    'APPEAL_OPEN',
    'SECOND_PERSON_NEEDED',
  ],
  act: confirm,
});
