import * as z from 'zod';
import { readTrace as read } from '../../../use-cases/read-trace.ts';
import { traceAnswer } from '../answers/trace-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

const CHANGED =
  'The rules have changed since: this is what they say now. The decision was made by those of its own version and stays.';

export const readTrace = operation({
  id: 'readTrace',
  method: 'GET',
  path: '/api/denials/{denialId}/trace',
  summary:
    'Why a denial takes its route: gates, rules with every condition and what the claim had, runners-up and why they lost',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: traceAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    const result = await read(ports, user, params.denialId);
    return outcomeOfRead(result, ({ denial, trace, rulebookVersion, isStillSo }) => {
      const { route, ruleId, rulebookVersion: version } = denial.decision;
      const { advice, gates, reasons } = trace;
      return {
        body: {
          denialId: denial.denialId,
          decided: { route, ruleId, rulebookVersion: version },
          route: denial.route,
          routedBy: denial.routedBy,
          rulebookVersion,
          isStillSo,
          sentence: isStillSo ? null : CHANGED,
          advice,
          gates,
          reasons,
        },
        version: denial.version,
      };
    });
  },
});
