import * as z from 'zod';
import { readPacket as read } from '../../../use-cases/read-letter.ts';
import { packetAnswer, pdfBody } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readPacket = operation({
  id: 'readPacket',
  method: 'GET',
  path: '/api/denials/{denialId}/packet',
  summary: 'The packet that was handed over, read back from where it was put',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: packetAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(
      await read(ports, user, params.denialId),
      ({ denial, handover, sha256, ...stored }) => ({
        body: {
          denialId: denial.denialId,
          sha256,
          approvedSha256: handover.sha256,
          handover,
          ...pdfBody(stored),
        },
        version: denial.version,
      }),
    );
  },
});
