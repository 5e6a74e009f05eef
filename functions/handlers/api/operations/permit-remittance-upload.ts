import * as z from 'zod';
import {
  LARGEST_UPLOADED_FILE_BYTES,
  permitRemittanceUpload as permit,
} from '../../../use-cases/permit-remittance-upload.ts';
import { fileAnswer } from '../answers/ledger-answer.ts';
import { uploadFormAnswer } from '../answers/transfer-answer.ts';
import { fileView } from '../file-view.ts';
import { nothing, operation } from '../operation.ts';
import { problem } from '../problem.ts';

export const permitRemittanceUpload = operation({
  id: 'permitRemittanceUpload',
  method: 'POST',
  path: '/api/remittances/uploads',
  summary:
    'A form to post a file into the inbox with, for 5 minutes; what became of the file is then read by its SHA-256. Of bytes that came before, the file instead',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the bytes'),
    byteLength: z.int().positive().max(LARGEST_UPLOADED_FILE_BYTES),
  }),
  writes: false,
  asks: true,
  answers: {
    200: z.strictObject({
      upload: uploadFormAnswer.nullable().describe('Null where the same bytes came before'),
      file: fileAnswer.nullable().describe('What became of the same bytes; null where they are new'),
    }),
  },
  async handle(ports, { user, body: { sha256: fileSha256, byteLength } }) {
    const result = await permit(ports, { user, fileSha256, byteLength });
    switch (result.kind) {
      case 'permitted':
        return { kind: 'answer', answer: { status: 200, body: { upload: result.form, file: null } } };
      case 'came_before':
        return {
          kind: 'answer',
          answer: {
            status: 200,
            body: { upload: null, file: fileView(result.file, { user, now: ports.clock.now() }) },
          },
        };
      case 'forbidden':
        return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    }
  },
});
