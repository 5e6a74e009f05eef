import * as z from 'zod';
import { readRoot } from '../../../use-cases/verify-day.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readAuditRoot = operation({
  id: 'readAuditRoot',
  method: 'GET',
  path: '/api/audit/roots/{day}',
  summary:
    'The root of one day and the text whose SHA-256 it is: the newest event of every denial that changed on it, and the root of the day before',
  params: z.strictObject({ day: z.iso.date() }),
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      day: z.iso.date().describe('Of the organisation’s calendar'),
      root: z.string().describe('SHA-256 of `text`'),
      previous: z.string().nullable().describe('Root of the day before; null of the first'),
      from: z.iso.datetime(),
      until: z.iso.datetime(),
      heads: z.int().nonnegative(),
      text: z.string(),
    }),
  },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await readRoot(ports, user, params.day), ({ root, text }) => {
      const { objectVersionId, ...shown } = root;
      return { body: { ...shown, text } };
    });
  },
});
