import * as z from 'zod';
import { requiredDocumentSchema } from '../../../core/denial/decision.ts';
import { readDocuments as read } from '../../../use-cases/read-documents.ts';
import { actionsAnswer, documentAnswer } from '../answers/denial-answer.ts';
import { documentCheckAnswer } from '../answers/document-check-answer.ts';
import { documentCheckView } from '../document-check-view.ts';
import { documentView } from '../document-view.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readDocuments = operation({
  id: 'readDocuments',
  method: 'GET',
  path: '/api/denials/{denialId}/documents',
  summary:
    'What is attached to a denial or on its way there, what the decision asks for and what of it is there, and what its reader may do',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      requirements: z
        .array(
          requiredDocumentSchema.extend({
            state: z.enum(['attached', 'missing']),
            attached: z.array(z.string()).readonly().describe('SHA-256 of each document'),
          }),
        )
        .readonly(),
      documents: z.array(documentAnswer.extend({ actions: actionsAnswer })).readonly(),
      uploads: z
        .array(documentCheckAnswer)
        .readonly()
        .describe('What was uploaded within the week and is not attached, once its check has begun'),
      actions: actionsAnswer,
    }),
  },
  async handle(ports, { user, params }) {
    const list = await read(ports, user, params.denialId);
    return outcomeOfRead(list, ({ denial, requirements, documents, uploads, actions }) => ({
      body: {
        requirements,
        documents: documents.map(({ actions: ofIt, ...document }) => ({
          ...documentView(document),
          actions: ofIt,
        })),
        uploads: uploads.map(documentCheckView),
        actions,
      },
      version: denial.version,
    }));
  },
});
