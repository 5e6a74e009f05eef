import * as z from 'zod';
import { listNotConfigured as list } from '../../../use-cases/list-not-configured.ts';
import { notConfiguredAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listNotConfigured = operation({
  id: 'listNotConfigured',
  method: 'GET',
  path: '/api/settings/not-configured',
  summary:
    'Windows that open denials need and nobody has configured: how many denials and how much money wait for each, the most money first',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: notConfiguredAnswer },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), (missing) => ({
      body: { asOf: ports.clock.today(), ...missing },
    }));
  },
});
