import * as z from 'zod';
import { readIdentities } from '../../../use-cases/read-identities.ts';
import { denialParams, nothing, operation } from '../operation.ts';

const ROWS_ON_A_SCREEN = 100;

export const batchGetIdentities = operation({
  id: 'batchGetIdentities',
  method: 'POST',
  path: '/api/identities/batch-get',
  summary:
    'Names of patients for up to 100 rows, masked; in full only for those who may read letters, each one kept in the access log',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    denialIds: z.array(denialParams.shape.denialId).min(1).max(ROWS_ON_A_SCREEN),
    reveal: z.boolean().default(false),
  }),
  writes: false,
  asks: true,
  answers: {
    200: z.strictObject({
      results: z
        .array(
          z.strictObject({
            denialId: z.string(),
            outcome: z.enum(['done', 'refused', 'unknown']),
            name: z.string().nullable().describe('Null also where the payer named nobody'),
            masked: z.boolean(),
            sentence: z.string().nullable(),
          }),
        )
        .readonly(),
    }),
  },
  async handle(ports, { user, body: { denialIds, reveal } }) {
    const results = await readIdentities(ports, user, denialIds, reveal);
    return { kind: 'answer', answer: { status: 200, body: { results } } };
  },
});
