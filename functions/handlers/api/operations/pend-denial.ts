import * as z from 'zod';
import { pendDenial as pend } from '../../../use-cases/pend-denial.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const pendDenial = denialAct({
  id: 'pendDenial',
  method: 'PUT',
  path: '/api/denials/{denialId}/pend',
  summary:
    'Puts a denial or follow-up off until a day, never later than two workdays before it must be sent; or takes it up again (null)',
  body: z.strictObject({
    pend: z.strictObject({ until: z.iso.date(), reason: writtenReason }).nullable(),
  }),
  problems: ['DATE_REFUSED', 'NOT_IN_THIS_STATE'],
  act: pend,
});
