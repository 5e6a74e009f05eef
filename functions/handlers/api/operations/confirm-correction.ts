import * as z from 'zod';
import { confirmCorrection as confirm } from '../../../use-cases/confirm-correction.ts';
import { denialAct } from '../denial-act.ts';
import { written } from '../operation.ts';

export const confirmCorrection = denialAct({
  id: 'confirmCorrection',
  method: 'POST',
  path: '/api/denials/{denialId}/correction',
  summary: 'The corrected claim was sent: its reference and the day',
  body: z.strictObject({ reference: written(80), sentOn: z.iso.date() }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  act: confirm,
});
