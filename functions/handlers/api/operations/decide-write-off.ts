import * as z from 'zod';
import { decideWriteOff as decide } from '../../../use-cases/decide-write-off.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const decideWriteOff = denialAct({
  id: 'decideWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off/decision',
  summary: 'The second person approves the write-off, or rejects it with a written reason',
  body: z.discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('approve') }),
    z.strictObject({ verdict: z.literal('reject'), reason: writtenReason }),
  ]),
  problems: ['NOT_IN_THIS_STATE', 'CLOCK_STILL_OPEN'],
  act: decide,
});
