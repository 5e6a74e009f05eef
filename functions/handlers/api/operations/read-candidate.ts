import * as z from 'zod';
import { readCandidate as read } from '../../../use-cases/read-letter.ts';
import { candidateAnswer } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readCandidate = operation({
  id: 'readCandidate',
  method: 'GET',
  path: '/api/denials/{denialId}/candidate',
  summary: 'The letter that waits for approval, as stored, with the SHA-256 to approve',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: candidateAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, candidate, pdf, sha256 }) => ({
      body: {
        denialId: denial.denialId,
        number: candidate.number,
        sha256,
        byteLength: candidate.byteLength,
        pageCount: candidate.pageCount,
        templateId: candidate.templateId,
        renderedAt: candidate.renderedAt,
        missing: candidate.missing,
        pdf: Buffer.from(pdf).toString('base64'),
      },
      version: denial.version,
    }));
  },
});
