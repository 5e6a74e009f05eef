import * as z from 'zod';
import { agendaOf, GROUPINGS } from '../../../core/views/agenda.ts';
import { readQueueView } from '../../../use-cases/read-queue-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { practiceQuery } from '../practice-parameter.ts';

const load = { count: z.int(), amountCents: z.int(), unowned: z.int() };

export const listDeadlines = operation({
  id: 'listDeadlines',
  method: 'GET',
  path: '/api/deadlines',
  summary:
    'What must leave from day to day by the clocks that govern: count, cents, how many nobody owns; and what has no date at all',
  params: nothing,
  query: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    groupBy: z.enum(GROUPINGS).default('payer'),
    practice: practiceQuery,
  }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      days: z
        .array(
          z.strictObject({
            sendBy: z.iso.date(),
            ...load,
            groups: z.array(z.strictObject({ of: z.string(), ...load })).readonly(),
          }),
        )
        .readonly(),
      undated: z.strictObject(load),
    }),
  },
  async handle(ports, { user, query: { from, to, groupBy, practice } }) {
    const view = await readQueueView(ports, user, 'list_deadlines', { scope: 'open', practice });
    return outcomeOfRead(view, ({ asOf, rows }) => ({
      body: { asOf, ...agendaOf(rows, from, to, groupBy) },
    }));
  },
});
