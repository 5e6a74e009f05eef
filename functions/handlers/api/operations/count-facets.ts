import * as z from 'zod';
import { FACETS, facetsOf } from '../../../core/views/facets.ts';
import { readQueueView } from '../../../use-cases/read-queue-view.ts';
import { named } from '../components.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { viewQuery } from '../queue-query.ts';

const facetValues = z
  .array(named('FacetValue', z.strictObject({ value: z.string(), count: z.int(), amountCents: z.int() })))
  .readonly();

export const countFacets = operation({
  id: 'countFacets',
  method: 'GET',
  path: '/api/queue/facets',
  summary: 'How many rows and cents of the queue carry each value of each facet; nobody owns the empty owner',
  params: nothing,
  query: z.strictObject(viewQuery),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      total: z.int(),
      facets: z.strictObject(
        Object.fromEntries(FACETS.map((facet) => [facet, facetValues])) as {
          [facet in (typeof FACETS)[number]]: typeof facetValues;
        },
      ),
    }),
  },
  problems: ['NOT_FOUND'],
  async handle(ports, { user, query }) {
    return outcomeOfRead(await readQueueView(ports, user, 'count_facets', query), ({ asOf, rows }) => ({
      body: { asOf, total: rows.length, facets: facetsOf(rows, asOf) },
    }));
  },
});
