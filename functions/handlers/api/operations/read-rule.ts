import * as z from 'zod';
import { readRule as read } from '../../../use-cases/read-rules.ts';
import { ruleAnswer, rulebookVersionAnswer } from '../answers/rule-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readRule = operation({
  id: 'readRule',
  method: 'GET',
  path: '/api/rulebook/rules/{ruleId}',
  summary: 'One rule in force, as a decision names it: sentence, conditions, route, source',
  params: z.strictObject({ ruleId: z.string().regex(/^[a-z][a-z0-9-]*\.[A-Za-z0-9-]{1,100}$/) }),
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ rulebookVersion: rulebookVersionAnswer, rule: ruleAnswer }) },
  async handle(ports, { user, params: { ruleId } }) {
    return outcomeOfRead(await read(ports, user, ruleId), (body) => ({ body }));
  },
});
