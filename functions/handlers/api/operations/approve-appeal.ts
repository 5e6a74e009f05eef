import * as z from 'zod';
import { approveAppeal as approve } from '../../../use-cases/approve-appeal.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const approveAppeal = operation({
  id: 'approveAppeal',
  method: 'POST',
  path: '/api/denials/{denialId}/approval',
  summary: 'Approves the stored letter of this SHA-256; it leaves after a hold of 30 seconds',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: [
    'NOT_IN_THIS_STATE',
    'HASH_MISMATCH',
    'FACTS_CHANGED',
    'TEMPLATE_CHANGED',
    'STORED_BYTES_DIFFER',
    'LETTER_INCOMPLETE',
    'PREPARER_IS_APPROVER',
    'NOT_APPEALABLE',
  ],
  async handle(ports, { user, params, expectedVersion, body }) {
    const request = { user, ...params, expectedVersion, candidateSha256: body.sha256 };
    return outcomeOfAct(ports, user, await approve(ports, request));
  },
});
