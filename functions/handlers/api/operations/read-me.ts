import * as z from 'zod';
import { mayAct } from '../../../core/access/may-act.ts';
import { DESK_ACTIONS, meAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';

export const readMe = operation({
  id: 'readMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, the organisation, and what day it is there',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: meAnswer },
  async handle({ clock, settings }, { user }) {
    const { name: organisation = null } = await settings.organisation();
    const anyOfTheirs = { practiceId: user.practices[0] ?? null };
    const actions = DESK_ACTIONS.map((id) => ({ id, reason: null, ...mayAct(user, id, anyOfTheirs) }));
    const body = { ...user, organisation, asOf: clock.today(), actions };
    return { kind: 'answer', answer: { status: 200, body } };
  },
});
