import * as z from 'zod';
import { linkToDocument as link } from '../../../use-cases/read-documents.ts';
import { downloadLinkAnswer } from '../answers/transfer-answer.ts';
import { documentParams } from '../document-params.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const linkToDocument = operation({
  id: 'linkToDocument',
  method: 'GET',
  path: '/api/denials/{denialId}/documents/{sha256}/link',
  summary: 'An address from which the document can be saved, for 60 seconds; each is kept in the access log',
  params: documentParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: downloadLinkAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await link(ports, user, params.denialId, params.sha256), (body) => ({
      body: { ...body },
    }));
  },
});
