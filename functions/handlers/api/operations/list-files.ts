import * as z from 'zod';
import { listFiles as list } from '../../../use-cases/read-ledger.ts';
import { fileAnswer } from '../answers/ledger-answer.ts';
import { fileView } from '../file-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listFiles = operation({
  id: 'listFiles',
  method: 'GET',
  path: '/api/files',
  summary: 'The newest files as they arrived: what became of each, and why',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ files: z.array(fileAnswer).readonly() }) },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), (files) => ({ body: { files: files.map(fileView) } }));
  },
});
