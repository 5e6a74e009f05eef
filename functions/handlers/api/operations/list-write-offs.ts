import * as z from 'zod';
import { actionsOf } from '../../../core/access/actions-of.ts';
import { type Denial, writeOffSchema } from '../../../core/denial/denial.ts';
import type { OutcomeTable } from '../../../core/priority/outcome-shares.ts';
import { openClocksOf } from '../../../core/write-off/guards.ts';
import type { UserRecord } from '../../../ports/settings.ts';
import { listQueue as list } from '../../../use-cases/list-queue.ts';
import { actionsAnswer, denialRowAnswer } from '../answers/denial-answer.ts';
import { openClockAnswer } from '../answers/open-clock-answer.ts';
import { nextCursorAnswer, queueCursorParameter } from '../cursor.ts';
import { denialRow } from '../denial-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfPage } from '../queue-page.ts';

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
              .array(openClockAnswer)
              .readonly()
              .describe(
                'Clocks that have not certainly run out, also those without a date: a reason to stop',
              ),
            actions: actionsAnswer,
          }),
        )
        .readonly(),
      cursor: nextCursorAnswer,
    }),
  },
  async handle(ports, { user, query: { cursor = null } }) {
    const query = { state: 'awaiting_second_person', practice: null, cursor } as const;
    const at = ports.clock.now();
    return outcomeOfPage(ports, list(ports, user, query), (denials, outcomes, asOf) => ({
      writeOffs: denials
        // A correction waits for its second person in the same state.
        .filter((denial) => denial.writeOff !== null)
        .map((denial) => writeOffRow(denial, user, outcomes, asOf, at)),
    }));
  },
});

function writeOffRow(
  denial: Denial,
  user: UserRecord,
  outcomes: OutcomeTable,
  asOf: string,
  at: string,
): object {
  return {
    ...denialRow(denial, outcomes, asOf),
    writeOff: denial.writeOff,
    stillOpen: openClocksOf(denial, asOf),
    actions: actionsOf(user, denial, at).filter(({ id }) => id === 'decide_write_off'),
  };
}
