import * as z from 'zod';
import { correctClock as correct } from '../../../use-cases/correct-clock.ts';
import { denialAct } from '../denial-act.ts';
import { denialParams, sentence, writtenReason } from '../operation.ts';

export const correctClock = denialAct({
  id: 'correctClock',
  method: 'POST',
  path: '/api/denials/{denialId}/clocks/{clock}',
  summary:
    'The date that a clock is counted from, as a letter says it, with evidence and reason; null goes back to the remittance’s. Every clock that is counted from the same is counted anew',
  params: denialParams.extend({
    clock: z
      .string()
      .regex(/^[\w.:#-]{1,200}$/)
      .describe('`ruleId` of the clock'),
  }),
  body: z.strictObject({
    startsOn: z.iso.date().nullable(),
    evidence: sentence(200).describe('What it was read from: a letter’s reference and day'),
    reason: writtenReason,
  }),
  problems: ['DATE_REFUSED', 'UNKNOWN_CLOCK', 'NOT_IN_THIS_STATE'],
  act: correct,
});
