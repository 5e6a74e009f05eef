import * as z from 'zod';
import { documentMediaTypeSchema, LARGEST_DOCUMENT_BYTES } from '../../../core/documents/document.ts';
import { permitDocumentUpload as permit } from '../../../use-cases/read-documents.ts';
import { documentAnswer } from '../answers/denial-answer.ts';
import { uploadFormAnswer } from '../answers/transfer-answer.ts';
import { documentSha256 } from '../document-params.ts';
import { documentView } from '../document-view.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { problem } from '../problem.ts';

export const permitDocumentUpload = operation({
  id: 'permitDocumentUpload',
  method: 'POST',
  path: '/api/denials/{denialId}/documents/uploads',
  summary:
    'A form to post one document with, for 5 minutes, and where its check can be followed then; it counts once it is attached. Of bytes that are attached already, the document instead',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    sha256: documentSha256,
    byteLength: z.int().positive().max(LARGEST_DOCUMENT_BYTES),
    mediaType: documentMediaTypeSchema,
  }),
  writes: false,
  asks: true,
  answers: {
    200: z.strictObject({
      upload: uploadFormAnswer.nullable().describe('Null where the same bytes are attached'),
      check: z
        .string()
        .nullable()
        .describe('Address of `readDocumentCheck` for it; null where the same bytes are attached'),
      document: documentAnswer
        .nullable()
        .describe('The same bytes as they are attached; null where they are new'),
    }),
  },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, body }) {
    const result = await permit(ports, { user, ...params, ...body });
    if (result.kind === 'refused') return { kind: 'problem', problem: problem(result.code, result.sentence) };
    return outcomeOfRead(result, (upload) => ({
      body:
        upload.kind === 'permitted'
          ? { upload: upload.form, check: checkOf(params.denialId, body.sha256), document: null }
          : { upload: null, check: null, document: documentView(upload.document) },
    }));
  },
});

const checkOf = (denialId: string, sha256: string): string =>
  `/api/denials/${denialId}/documents/${sha256}/check`;
