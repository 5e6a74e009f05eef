import * as z from 'zod';
import { FILING_CHANNELS, recordFiling as record } from '../../../use-cases/record-filing.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const recordFiling = operation({
  id: 'recordFiling',
  method: 'POST',
  path: '/api/denials/{denialId}/filing',
  summary:
    'The appeal of this level was filed by form, portal or counsel: how, under which reference, on which day',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    channel: z.enum(FILING_CHANNELS),
    reference: z.string().trim().min(1).max(80),
    sentOn: z.iso.date(),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await record(ports, { user, ...params, expectedVersion, ...body }));
  },
});
