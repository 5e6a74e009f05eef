import * as z from 'zod';
import { taskInputSchema } from '../task-schema.ts';

/** What the machine hands to a task: ids, and after a wait that timed out, that it did. */
export const enterInputSchema = taskInputSchema.extend({ timedOut: z.literal(true).optional() });
