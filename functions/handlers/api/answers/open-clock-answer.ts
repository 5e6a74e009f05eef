import * as z from 'zod';
import { deadlineKindSchema } from '../../../core/deadline/deadline.ts';
import { named } from '../components.ts';
import { standingAnswer } from './priority-answer.ts';

const day = z.iso.date();

/** A clock that a write-off would let run out. */
export const openClockAnswer = named(
  'OpenClock',
  z.strictObject({
    clock: z.string().describe('The name by which it is acknowledged'),
    kind: deadlineKindSchema,
    level: z.int().nullable(),
    standing: standingAnswer,
    sendBy: day.nullable(),
    lastDay: day.nullable(),
    daysLeft: z.int().nullable(),
  }),
);
