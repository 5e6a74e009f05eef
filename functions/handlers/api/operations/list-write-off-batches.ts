import * as z from 'zod';
import { listWriteOffBatches as list } from '../../../use-cases/read-write-off-batches.ts';
import { writeOffBatchAnswer, writeOffBatchView } from '../answers/write-off-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { practiceParameter } from '../practice-parameter.ts';

export const listWriteOffBatches = operation({
  id: 'listWriteOffBatches',
  method: 'GET',
  path: '/api/write-offs/batches',
  summary: 'Batches of write-offs of a practice that went to the billing system, the newest first',
  params: nothing,
  query: z.strictObject({ practiceId: practiceParameter }),
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ batches: z.array(writeOffBatchAnswer).readonly() }) },
  async handle(ports, { user, query }) {
    const batches = await list(ports, user, query.practiceId);
    return outcomeOfRead(batches, (all) => ({ body: { batches: all.map(writeOffBatchView) } }));
  },
});
