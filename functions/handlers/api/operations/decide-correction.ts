import { decideCorrection as decide } from '../../../use-cases/decide-correction.ts';
import { verdictBody } from '../answers/verdict-body.ts';
import { denialAct } from '../denial-act.ts';

export const decideCorrection = denialAct({
  id: 'decideCorrection',
  method: 'POST',
  path: '/api/denials/{denialId}/correction/decision',
  summary:
    'The second person approves a correction by which more would be paid, or rejects it with a written reason',
  body: verdictBody,
  problems: ['NOT_IN_THIS_STATE'],
  act: decide,
});
