import * as z from 'zod';
import { confirmCorrection as confirm } from '../../../use-cases/confirm-correction.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, written } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const confirmCorrection = operation({
  id: 'confirmCorrection',
  method: 'POST',
  path: '/api/denials/{denialId}/correction',
  summary: 'The corrected claim was sent: its reference and the day',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ reference: written(80), sentOn: z.iso.date() }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await confirm(ports, { user, ...params, expectedVersion, ...body }));
  },
});
