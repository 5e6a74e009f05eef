import * as z from 'zod';
import { type Verified, verifyAudit as verify } from '../../../use-cases/verify-audit.ts';
import { denialParams, nothing, operation } from '../operation.ts';

const MOST_AT_ONCE = 100;

export const verifyAudit = operation({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/verification',
  summary:
    'Hashes the events of up to 100 denials anew: whether each chain is whole, or the first event that is missing or was changed',
  params: nothing,
  query: nothing,
  body: z.strictObject({ denialIds: z.array(denialParams.shape.denialId).min(1).max(MOST_AT_ONCE) }),
  writes: false,
  asks: true,
  answers: {
    200: z.strictObject({
      results: z
        .array(
          z.strictObject({
            denialId: z.string(),
            outcome: z.enum(['intact', 'broken', 'refused', 'unknown']),
            events: z.int().nonnegative().nullable(),
            lastHash: z.string().nullable().describe('To compare with a copy kept elsewhere'),
            code: z.string().nullable(),
            sentence: z.string().nullable(),
            brokenAt: z.int().positive().nullable().describe('Version of the first bad event'),
          }),
        )
        .readonly(),
    }),
  },
  async handle(ports, { user, body }) {
    const results = await verify(ports, user, body.denialIds);
    const view = results.map(({ denialId, result }) => ({ denialId, ...verifiedView(result) }));
    return { kind: 'answer', answer: { status: 200, body: { results: view } } };
  },
});

function verifiedView(result: Verified): object {
  const nothingTold = { events: null, lastHash: null, brokenAt: null, code: null, sentence: null };
  switch (result.kind) {
    case 'intact':
      return { ...nothingTold, outcome: 'intact', events: result.events, lastHash: result.lastHash };
    case 'broken':
      return {
        ...nothingTold,
        outcome: 'broken',
        events: result.events,
        brokenAt: result.version,
        sentence: 'An event is missing or was changed: keep what there is, and call who runs the system.',
      };
    case 'forbidden':
      return { ...nothingTold, outcome: 'refused', code: 'FORBIDDEN', sentence: result.reason };
    case 'unknown':
      return {
        ...nothingTold,
        outcome: 'unknown',
        code: 'NOT_FOUND',
        sentence: 'There is no such denial.',
      };
  }
}
