import * as z from 'zod';
import { readCandidateFile as read } from '../../../use-cases/read-letter.ts';
import { pdfBody, storedFileAnswer } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readCandidateFile = operation({
  id: 'readCandidateFile',
  method: 'GET',
  path: '/api/denials/{denialId}/candidate/files/{fileName}',
  summary:
    'One file of the packet by itself, before it leaves and after: letter.pdf, or a part that its channel takes',
  params: denialParams.extend({
    fileName: z
      .string()
      .regex(/^[a-z0-9-]{1,60}\.pdf$/)
      .describe('letter.pdf, packet.pdf, or a part as the candidate lists it'),
  }),
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: storedFileAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(
      await read(ports, user, params.denialId, params.fileName),
      ({ denial, of, sha256, ...stored }) => ({
        body: {
          denialId: denial.denialId,
          fileName: params.fileName,
          sha256,
          byteLength: of.byteLength,
          pageCount: of.pageCount,
          ...pdfBody(stored),
        },
        version: denial.version,
      }),
    );
  },
});
