import * as z from 'zod';
import type { RemittanceId } from '../../../core/ids.ts';
import { readRemittance as read } from '../../../use-cases/read-ledger.ts';
import { releasesOf } from '../../../use-cases/redrive-file.ts';
import { remittanceDetailAnswer } from '../answers/ledger-answer.ts';
import { operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { remittanceDetail } from '../remittance-view.ts';

export const readRemittance = operation({
  id: 'readRemittance',
  method: 'GET',
  path: '/api/remittances/{remittanceId}',
  summary:
    'One remittance as it adds up: payment, claims, provider adjustments and the difference, and its claims 50 at a time with what was decided of every adjustment',
  params: z.strictObject({
    remittanceId: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .transform((id) => id as RemittanceId),
  }),
  query: z.strictObject({
    cursor: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .optional(),
  }),
  body: z.unknown(),
  writes: false,
  answers: { 200: remittanceDetailAnswer },
  async handle(ports, { user, params, query: { cursor = 0 } }) {
    const result = await read(ports, user, params.remittanceId, cursor);
    return outcomeOfRead(result, (detail) => ({
      body: remittanceDetail(detail, user),
      version: releasesOf(detail.remittance),
    }));
  },
});
