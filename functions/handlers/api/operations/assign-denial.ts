import * as z from 'zod';
import { assignDenial as assign } from '../../../use-cases/assign-denial.ts';
import { denialAct } from '../denial-act.ts';

export const assignDenial = denialAct({
  id: 'assignDenial',
  method: 'PUT',
  path: '/api/denials/{denialId}/assignee',
  summary: 'Takes a denial, gives it to a colleague, or back to the queue (null)',
  body: z.strictObject({ assignee: z.string().min(1).max(80).nullable() }),
  problems: ['UNKNOWN_USER'],
  act: assign,
});
