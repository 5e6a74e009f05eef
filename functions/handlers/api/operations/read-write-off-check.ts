import * as z from 'zod';
import { writeOffReasonSchema } from '../../../core/write-off/reasons.ts';
import { checkWriteOff } from '../../../use-cases/check-write-off.ts';
import { openClockAnswer } from '../answers/open-clock-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

const cents = z.int().nonnegative();

export const readWriteOffCheck = operation({
  id: 'readWriteOffCheck',
  method: 'GET',
  path: '/api/denials/{denialId}/write-off',
  summary:
    'What a write-off would give up: clocks still open, money expected, what bars a rule, and the reasons there are',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      amountCents: cents,
      expectedCents: cents.describe('Amount × share of earlier outcomes; the amount where there are none'),
      openClocks: z.array(openClockAnswer).readonly(),
      bars: z
        .array(z.enum(['group_pi', 'records_request_unanswered']))
        .readonly()
        .describe('Why no rule proposes it; a person may, with a written reason'),
      reasons: z
        .array(z.strictObject({ ...writeOffReasonSchema.shape, needsSecondPerson: z.boolean() }))
        .readonly(),
    }),
  },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await checkWriteOff(ports, user, params.denialId), (body) => ({ body }));
  },
});
