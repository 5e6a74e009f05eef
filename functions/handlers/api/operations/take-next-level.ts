import * as z from 'zod';
import { takeNextLevel as take } from '../../../use-cases/take-next-level.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const takeNextLevel = denialAct({
  id: 'takeNextLevel',
  method: 'POST',
  path: '/api/denials/{denialId}/level',
  summary:
    'Takes the next level of appeal after the payer decided; below its least amount only with a written reason',
  body: z.strictObject({ reason: writtenReason.nullable().default(null) }),
  problems: ['NOT_IN_THIS_STATE', 'NO_FURTHER_LEVEL', 'BELOW_MINIMUM'],
  act: take,
});
