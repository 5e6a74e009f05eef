import * as z from 'zod';
import { BATCH_FORMATS, batchFile } from '../../../core/write-off/batch.ts';
import { readWriteOffBatch as read } from '../../../use-cases/read-write-off-batches.ts';
import { writeOffBatchAnswer, writeOffBatchView } from '../answers/write-off-answer.ts';
import { operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { practiceParameter } from '../practice-parameter.ts';

export const readWriteOffBatch = operation({
  id: 'readWriteOffBatch',
  method: 'GET',
  path: '/api/write-offs/batches/{batchId}',
  summary: 'The file of one batch for the billing system, as CSV or JSON: the same bytes each time',
  params: z.strictObject({ batchId: z.string().regex(/^[0-9a-f]{32}$/) }),
  query: z.strictObject({ practiceId: practiceParameter, format: z.enum(BATCH_FORMATS).default('csv') }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      batch: writeOffBatchAnswer,
      fileName: z.string(),
      mediaType: z.string(),
      sha256: z.string().describe('Of the text in UTF-8'),
      text: z.string(),
    }),
  },
  async handle(ports, { user, params, query }) {
    const batch = await read(ports, user, query.practiceId, params.batchId);
    return outcomeOfRead(batch, (found) => ({
      body: { batch: writeOffBatchView(found), ...batchFile(found, query.format) },
    }));
  },
});
