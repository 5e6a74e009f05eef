import { decideWriteOff as decide } from '../../../use-cases/decide-write-off.ts';
import { verdictBody } from '../answers/verdict-body.ts';
import { denialAct } from '../denial-act.ts';

export const decideWriteOff = denialAct({
  id: 'decideWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off/decision',
  summary: 'The second person approves the write-off, or rejects it with a written reason',
  body: verdictBody,
  problems: ['NOT_IN_THIS_STATE', 'CLOCK_STILL_OPEN'],
  act: decide,
});
