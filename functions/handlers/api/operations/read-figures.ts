import * as z from 'zod';
import { routeSchema } from '../../../core/denial/decision.ts';
import { readFigures as read } from '../../../use-cases/read-figures.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { practiceQuery } from '../practice-parameter.ts';

const members = z.array(z.string()).readonly().describe('Ids of the denials that were counted');

export const readFigures = operation({
  id: 'readFigures',
  method: 'GET',
  path: '/api/figures',
  summary:
    'Figures of the denials that payers decided in a period: numerator, denominator, n and the denials behind each; what cannot be told yet says what it lacks',
  params: nothing,
  query: z.strictObject({ from: z.iso.date(), to: z.iso.date(), practice: practiceQuery }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      denials: z.int(),
      deniedCents: z.int(),
      figures: z
        .array(
          z.strictObject({
            id: z.enum([
              'initial_denial_rate',
              'primary_denial_rate',
              'denial_write_offs_of_npsr',
              'days_denial_to_appeal',
              'days_denial_to_resolution',
              'initial_denials_overturned',
            ]),
            formula: z.string(),
            n: z.int(),
            members,
            result: z.discriminatedUnion('kind', [
              z.strictObject({
                kind: z.literal('share'),
                numerator: z.int(),
                denominator: z.int(),
                value: z.number().nullable(),
              }),
              z.strictObject({
                kind: z.literal('days'),
                mean: z.number().nullable(),
                median: z.number().nullable(),
              }),
              z.strictObject({
                kind: z.literal('not_available'),
                lacks: z.string(),
                numeratorCents: z.int().nullable(),
              }),
            ]),
          }),
        )
        .readonly(),
      cells: z
        .array(
          z.strictObject({
            deniedOn: z.iso.date(),
            payerId: z.string(),
            reason: z.string(),
            route: routeSchema,
            denials: z.int(),
            deniedCents: z.int(),
            closed: z.int(),
            overturned: z.int(),
            recoveredCents: z.int(),
            writtenOffCents: z.int(),
            members,
          }),
        )
        .readonly(),
    }),
  },
  async handle(ports, { user, query }) {
    return outcomeOfRead(await read(ports, user, query), (figures) => ({ body: figures }));
  },
});
