import * as z from 'zod';
import { actionsOf } from '../../../core/access/actions-of.ts';
import { deadlineKindSchema } from '../../../core/deadline/deadline.ts';
import { type ClockStanding, standingOf } from '../../../core/deadline/standing.ts';
import { type Denial, writeOffSchema } from '../../../core/denial/denial.ts';
import type { OutcomeTable } from '../../../core/priority/outcome-shares.ts';
import type { UserRecord } from '../../../ports/settings.ts';
import { listQueue as list } from '../../../use-cases/list-queue.ts';
import { readOutcomes } from '../../../use-cases/read-queue-view.ts';
import { actionsAnswer, denialRowAnswer } from '../answers/denial-answer.ts';
import { nextCursorAnswer, queueCursorOf, queueCursorParameter } from '../cursor.ts';
import { denialRow } from '../denial-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listWriteOffs = operation({
  id: 'listWriteOffs',
  method: 'GET',
  path: '/api/write-offs',
  summary:
    'Write-offs that wait for a second person: who asked and why, which clocks still run, and whether the reader may decide',
  params: nothing,
  query: z.strictObject({ cursor: queueCursorParameter }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      writeOffs: z
        .array(
          z.strictObject({
            ...denialRowAnswer.shape,
            writeOff: writeOffSchema.nullable(),
            stillOpen: z
              .array(
                z.strictObject({
                  kind: deadlineKindSchema,
                  level: z.int().nullable(),
                  sendBy: z.iso.date().nullable(),
                  lastDay: z.iso.date().nullable(),
                }),
              )
              .readonly()
              .describe('Clocks with a date that have not run out: a reason to stop'),
            actions: actionsAnswer,
          }),
        )
        .readonly(),
      cursor: nextCursorAnswer,
    }),
  },
  async handle(ports, { user, query: { cursor = null } }) {
    const [page, outcomes] = await Promise.all([
      list(ports, user, { state: 'awaiting_second_person', practice: null, cursor }),
      readOutcomes(ports),
    ]);
    const asOf = ports.clock.today();
    const at = ports.clock.now();
    return outcomeOfRead(page, ({ denials, next }) => ({
      body: {
        asOf,
        writeOffs: denials.map((denial) => writeOffRow(denial, user, outcomes, asOf, at)),
        cursor: queueCursorOf(next),
      },
    }));
  },
});

const STILL_OPEN: ReadonlySet<ClockStanding> = new Set(['not_open_yet', 'open', 'past_send_by', 'late_zone']);

function writeOffRow(
  denial: Denial,
  user: UserRecord,
  outcomes: OutcomeTable,
  asOf: string,
  at: string,
): object {
  const stillOpen = denial.deadlines.filter((deadline) => STILL_OPEN.has(standingOf(deadline, asOf)));
  return {
    ...denialRow(denial, outcomes, asOf),
    writeOff: denial.writeOff,
    stillOpen: stillOpen.map(({ kind, level, sendBy, lastDay }) => ({ kind, level, sendBy, lastDay })),
    actions: actionsOf(user, denial, at).filter(({ id }) => id === 'decide_write_off'),
  };
}
