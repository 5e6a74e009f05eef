import * as z from 'zod';
import type { Denial } from '../../../core/denial/denial.ts';
import { checklistOf } from '../../../core/documents/checklist.ts';
import { documentRequestSchema } from '../../../core/documents/request.ts';
import type { OutcomeTable } from '../../../core/priority/outcome-shares.ts';
import { listDocumentRequests as list } from '../../../use-cases/list-document-requests.ts';
import { denialRowAnswer } from '../answers/denial-answer.ts';
import { nextCursorAnswer, queueCursorParameter } from '../cursor.ts';
import { denialRow } from '../denial-view.ts';
import { nothing, operation } from '../operation.ts';
import { practiceQuery } from '../practice-parameter.ts';
import { outcomeOfPage } from '../queue-page.ts';

const day = z.iso.date();
const count = z.int().nonnegative();

export const listDocumentRequests = operation({
  id: 'listDocumentRequests',
  method: 'GET',
  path: '/api/document-requests',
  summary:
    'Denials for which documents are gathered: what is wanted, what is here, who is to bring the rest and by when',
  params: nothing,
  query: z.strictObject({
    practice: practiceQuery,
    cursor: queueCursorParameter,
  }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: day,
      denials: z
        .array(
          z.strictObject({
            ...denialRowAnswer.shape,
            payerClaimControlNumber: z.string(),
            wanted: z
              .array(
                z.strictObject({
                  document: z.string(),
                  state: z.enum(['needed', 'asked', 'received']),
                  dueOn: day.nullable(),
                }),
              )
              .readonly(),
            have: count.describe('Documents that are here'),
            need: count.describe('Documents that are wanted in all'),
            requests: z.array(documentRequestSchema).readonly(),
          }),
        )
        .readonly(),
      cursor: nextCursorAnswer,
    }),
  },
  async handle(ports, { user, query: { practice, cursor = null } }) {
    return outcomeOfPage(ports, list(ports, user, { practice, cursor }), (denials, outcomes, asOf) => ({
      denials: denials.map((denial) => gatheringRow(denial, outcomes, asOf)),
    }));
  },
});

function gatheringRow(denial: Denial, outcomes: OutcomeTable, asOf: string): object {
  const wanted = checklistOf(denial);
  return {
    ...denialRow(denial, outcomes, asOf),
    payerClaimControlNumber: denial.payerClaimControlNumber,
    wanted,
    have: wanted.filter(({ state }) => state === 'received').length,
    need: wanted.length,
    requests: denial.documentRequests,
  };
}
