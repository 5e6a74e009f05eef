import * as z from 'zod';
import { linkToDocument as link } from '../../../use-cases/read-documents.ts';
import { downloadLinkAnswer } from '../answers/transfer-answer.ts';
import { documentParams } from '../document-params.ts';
import { operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const linkToDocument = operation({
  id: 'linkToDocument',
  method: 'GET',
  path: '/api/denials/{denialId}/documents/{sha256}/link',
  summary: 'An address from which the document can be saved, for 60 seconds; each is kept in the access log',
  params: documentParams,
  query: z.strictObject({
    copy: z
      .enum(['uploaded', 'checked'])
      .default('uploaded')
      .describe('As it was uploaded, or the plain PDF that is bound into packets'),
  }),
  body: z.unknown(),
  writes: false,
  answers: { 200: downloadLinkAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params, query }) {
    return outcomeOfRead(await link(ports, user, { ...params, ...query }), (body) => ({
      body: { ...body },
    }));
  },
});
