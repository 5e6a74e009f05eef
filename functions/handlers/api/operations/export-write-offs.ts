import * as z from 'zod';
import { exportWriteOffs as take } from '../../../use-cases/export-write-offs.ts';
import { writeOffBatchAnswer, writeOffBatchView } from '../answers/write-off-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { practiceParameter } from '../practice-parameter.ts';

export const exportWriteOffs = operation({
  id: 'exportWriteOffs',
  method: 'POST',
  path: '/api/write-offs/batches',
  summary:
    'Takes what is written off and not posted, up to 100, into a batch for the billing system, each once; one that was broken off is finished first. Null: nothing to post',
  params: nothing,
  query: nothing,
  body: z.strictObject({ practiceId: practiceParameter }),
  writes: true,
  versions: 'in_body',
  answers: { 200: z.strictObject({ batch: writeOffBatchAnswer.nullable() }) },
  async handle(ports, { user, body }) {
    const taken = await take(ports, user, body.practiceId);
    return outcomeOfRead(taken, (batch) => ({ body: { batch: batch && writeOffBatchView(batch) } }));
  },
});
