import * as z from 'zod';
import { routeSchema } from '../../../core/denial/decision.ts';
import { readReview as read } from '../../../use-cases/read-review.ts';
import { named } from '../components.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

const text = z.string();

export const readReview = operation({
  id: 'readReview',
  method: 'GET',
  path: '/api/denials/{denialId}/review',
  summary:
    'The question that a denial in review turns on, what to look at, and the route each answer leads to',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: named(
      'ReviewQuestion',
      z.strictObject({
        denialId: text,
        version: z.int().positive(),
        question: z.strictObject({
          id: text,
          says: text,
          look: text,
          source: text,
          confidence: z.enum(['high', 'medium']),
        }),
        answers: z
          .array(
            z.strictObject({
              id: text,
              says: text,
              route: routeSchema.nullable().describe('Null: nothing is decided yet, and it is put off'),
              refusal: text.nullable().describe('Why the case does not allow it; null where it does'),
            }),
          )
          .readonly(),
      }),
    ),
  },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, question, answers }) => ({
      body: { denialId: denial.denialId, version: denial.version, question, answers },
      version: denial.version,
    }));
  },
});
