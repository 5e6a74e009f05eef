import * as z from 'zod';
import type { StoredPdf } from '../../../core/denial/denial.ts';
import { readCandidate as read } from '../../../use-cases/read-letter.ts';
import { candidateAnswer, pdfBody } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readCandidate = operation({
  id: 'readCandidate',
  method: 'GET',
  path: '/api/denials/{denialId}/candidate',
  summary:
    'The packet that waits for approval, as stored, with its table of pages and the SHA-256 to approve',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: candidateAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(
      await read(ports, user, params.denialId),
      ({ denial, candidate, people, sha256, ...stored }) => ({
        body: {
          denialId: denial.denialId,
          number: candidate.number,
          sha256,
          byteLength: candidate.byteLength,
          pageCount: candidate.pageCount,
          datedOn: candidate.datedOn,
          channel: candidate.channel,
          templateId: candidate.templateId,
          renderedAt: candidate.renderedAt,
          missing: candidate.missing,
          letter: candidate.letter && withoutPlace(candidate.letter),
          enclosures: candidate.enclosures,
          requiredDocuments: candidate.requiredDocuments,
          people,
          notEnclosed: candidate.notEnclosed,
          parts: candidate.parts.map((part) => ({ ...withoutPlace(part), fileName: part.fileName })),
          ...pdfBody(stored),
        },
        version: denial.version,
      }),
    );
  },
});

function withoutPlace({ sha256, byteLength, pageCount }: StoredPdf) {
  return { sha256, byteLength, pageCount };
}
