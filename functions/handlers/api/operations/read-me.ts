import * as z from 'zod';
import { meAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';

export const readMe = operation({
  id: 'readMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, and what day it is in the organisation',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: meAnswer },
  async handle({ clock }, { user }) {
    return { kind: 'answer', answer: { status: 200, body: { ...user, asOf: clock.today() } } };
  },
});
