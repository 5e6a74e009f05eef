import * as z from 'zod';
import { readUser as read } from '../../../use-cases/grant-access.ts';
import { personAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { personView, userParams } from '../settings-view.ts';

export const readUser = operation({
  id: 'readUser',
  method: 'GET',
  path: '/api/settings/users/{userId}',
  summary: 'One person who can sign in, with role and practices',
  params: userParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: personAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.userId), (person) => ({
      body: personView(person),
      version: person.account?.version ?? 0,
    }));
  },
});
