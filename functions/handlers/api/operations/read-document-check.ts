import * as z from 'zod';
import { readDocumentCheck as read } from '../../../use-cases/read-documents.ts';
import { documentCheckAnswer } from '../answers/document-check-answer.ts';
import { documentCheckView } from '../document-check-view.ts';
import { documentParams } from '../document-params.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readDocumentCheck = operation({
  id: 'readDocumentCheck',
  method: 'GET',
  path: '/api/denials/{denialId}/documents/{sha256}/check',
  summary:
    'How far the check of an uploaded document is: what was refused says why and what to do, what was accepted its pages and what was taken off',
  params: documentParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: documentCheckAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId, params.sha256), (upload) => ({
      body: documentCheckView(upload),
    }));
  },
});
