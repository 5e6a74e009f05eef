import * as z from 'zod';
import { listUsers as list } from '../../../use-cases/grant-access.ts';
import { personAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { personView } from '../settings-view.ts';

export const listUsers = operation({
  id: 'listUsers',
  method: 'GET',
  path: '/api/settings/users',
  summary: 'Everybody who can sign in, with role and practices; those without a role can do nothing yet',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ users: z.array(personAnswer).readonly() }) },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), (people) => ({ body: { users: people.map(personView) } }));
  },
});
