import * as z from 'zod';
import { readTimeline as read } from '../../../use-cases/read-denial.ts';
import { timelineAnswer } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readTimeline = operation({
  id: 'readTimeline',
  method: 'GET',
  path: '/api/denials/{denialId}/timeline',
  summary: 'Every event of one denial, oldest first, who acted, and the hashes that chain them',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: timelineAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, ...timeline }) => ({
      body: { denialId: denial.denialId, ...timeline },
      version: denial.version,
    }));
  },
});
