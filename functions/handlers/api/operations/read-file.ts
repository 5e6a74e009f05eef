import * as z from 'zod';
import { readFile as read } from '../../../use-cases/read-ledger.ts';
import { fileDetailAnswer } from '../answers/ledger-answer.ts';
import { fileDetail } from '../file-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readFile = operation({
  id: 'readFile',
  method: 'GET',
  path: '/api/files/{sha256}',
  summary: 'One file by the SHA-256 of its bytes, with everything in it that was not read',
  params: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: fileDetailAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.sha256), ({ file, preview }) => ({
      body: fileDetail(file, preview, { user, now: ports.clock.now() }),
      version: file.redrives?.length ?? 0,
    }));
  },
});
