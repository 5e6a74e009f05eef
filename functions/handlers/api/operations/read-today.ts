import * as z from 'zod';
import { TODAY_SECTIONS } from '../../../core/views/today.ts';
import { readToday as read } from '../../../use-cases/read-today.ts';
import { queueRowAnswer, queueRowView } from '../answers/queue-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readToday = operation({
  id: 'readToday',
  method: 'GET',
  path: '/api/today',
  summary:
    'What needs a person today: what dies this week, what waits for approval, for the reader and for the payer, what has no deadline, which data has a problem, and who has how much',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      sections: z
        .array(
          z.strictObject({
            id: z.enum(TODAY_SECTIONS),
            count: z.int(),
            amountCents: z.int(),
            unowned: z.int(),
            oldestWaitDays: z.int().nullable(),
            rows: z.array(queueRowAnswer).readonly().describe('The first ten'),
          }),
        )
        .readonly(),
      dataProblems: z.strictObject({
        filesNotRead: z.int().nullable().describe('Null for those who may not see files'),
        remittancesNotBalanced: z.int(),
        remittancesHeld: z.int(),
        amountCents: z.int(),
      }),
      team: z
        .array(
          z.strictObject({
            owner: z.string().nullable(),
            open: z.int(),
            amountCents: z.int(),
            dueIn7Days: z.int(),
            medianAgeDays: z.int(),
          }),
        )
        .readonly()
        .nullable()
        .describe('Null for those who assign nobody'),
      nextSendBy: z.iso.date().nullable(),
      newestRemittanceAt: z.iso.datetime().nullable(),
    }),
  },
  async handle(ports, { user }) {
    return outcomeOfRead(await read(ports, user), ({ sections, ...today }) => ({
      body: {
        ...today,
        sections: sections.map(({ rows, ...section }) => ({ ...section, rows: rows.map(queueRowView) })),
      },
    }));
  },
});
