import * as z from 'zod';
import { listRules as list } from '../../../use-cases/read-rules.ts';
import { ruleAnswer, rulebookVersionAnswer } from '../answers/rule-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listRules = operation({
  id: 'listRules',
  method: 'GET',
  path: '/api/rulebook/rules',
  summary:
    'The rules in force, the organisation’s over the release’s, in the order in which they are asked: sentence, conditions, route, source',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({ rulebookVersion: rulebookVersionAnswer, rules: z.array(ruleAnswer).readonly() }),
  },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), (body) => ({ body }));
  },
});
