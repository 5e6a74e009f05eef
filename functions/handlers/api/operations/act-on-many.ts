import * as z from 'zod';
import { routeSchema } from '../../../core/denial/decision.ts';
import { actOnMany as act } from '../../../use-cases/act-on-many.ts';
import { itemResultAnswer } from '../answers/item-result.ts';
import { askedDocumentBody } from '../document-request-params.ts';
import { itemResult } from '../item-result-view.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { problem } from '../problem.ts';

const MOST_AT_ONCE = 100;

export const actOnMany = operation({
  id: 'actOnMany',
  method: 'POST',
  path: '/api/denials:bulk',
  summary:
    'Assigns, puts off or re-routes up to 100 denials at once, or asks for a document of each, by the version seen and each with its own result; `preview` says what would become of them',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    action: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('assign'), assignee: z.string().min(1).max(80).nullable() }),
      z.strictObject({
        kind: z.literal('pend'),
        pend: z.strictObject({ until: z.iso.date(), reason: writtenReason }).nullable(),
      }),
      z.strictObject({ kind: z.literal('reroute'), route: routeSchema, reason: writtenReason }),
      askedDocumentBody.extend({ kind: z.literal('request_document') }),
    ]),
    preview: z.boolean().default(false),
    items: z
      .array(denialParams.extend({ version: z.int().positive() }))
      .min(1)
      .max(MOST_AT_ONCE)
      .meta({ uniqueItems: true })
      .refine((items) => new Set(items.map(({ denialId }) => denialId)).size === items.length, {
        error: 'Name each denial once.',
      }),
  }),
  writes: true,
  versions: 'in_body',
  answers: {
    200: z.strictObject({ preview: z.boolean(), results: z.array(itemResultAnswer).readonly() }),
  },
  async handle(ports, { user, body }) {
    const acted = await act(ports, user, body);
    if (acted.kind === 'forbidden') return { kind: 'problem', problem: problem('FORBIDDEN', acted.reason) };
    const results = acted.results.map(({ denialId, result }) => itemResult(denialId, result));
    return { kind: 'answer', answer: { status: 200, body: { preview: body.preview, results } } };
  },
});
