import * as z from 'zod';
import { readRedirect as read } from '../../../use-cases/read-redirect.ts';
import { redirectAnswer, redirectView } from '../answers/redirect-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readRedirect = operation({
  id: 'readRedirect',
  method: 'GET',
  path: '/api/denials/{denialId}/redirect',
  summary:
    'Who is billed instead: the next payer with its filing clock and this payer’s figures for its claim, or the checks before the patient is billed',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: redirectAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    const asOf = ports.clock.today();
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, redirect }) => ({
      body: {
        denialId: denial.denialId,
        version: denial.version,
        asOf,
        redirect: redirectView(redirect, asOf),
      },
      version: denial.version,
    }));
  },
});
