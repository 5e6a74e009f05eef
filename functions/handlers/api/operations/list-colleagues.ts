import * as z from 'zod';
import { listColleagues as list } from '../../../use-cases/list-colleagues.ts';
import { named } from '../components.ts';
import { nothing, operation } from '../operation.ts';

export const listColleagues = operation({
  id: 'listColleagues',
  method: 'GET',
  path: '/api/colleagues',
  summary: 'Everybody with whom the reader shares a practice, by name, and whether work can be given to them',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      colleagues: z
        .array(
          named(
            'Colleague',
            z.strictObject({
              userId: z.string(),
              name: z.string(),
              takesWork: z.boolean().describe('Of a practice that both share'),
            }),
          ),
        )
        .readonly(),
    }),
  },
  async handle(ports, { user }) {
    return { kind: 'answer', answer: { status: 200, body: { colleagues: await list(ports, user) } } };
  },
});
