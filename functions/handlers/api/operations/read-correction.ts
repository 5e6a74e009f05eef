import * as z from 'zod';
import { readCorrection as read } from '../../../use-cases/read-correction.ts';
import { correctionTaskAnswer, correctionTaskView } from '../answers/correction-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readCorrection = operation({
  id: 'readCorrection',
  method: 'GET',
  path: '/api/denials/{denialId}/correction',
  summary:
    'What to correct: elements with the claim as sent beside them, how it goes out and why not otherwise, clock, checklist',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: correctionTaskAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), (found) => ({
      body: correctionTaskView(found, ports.clock.today()),
      version: found.denial.version,
    }));
  },
});
