import * as z from 'zod';
import type { UserRecord } from '../../../ports/settings.ts';
import {
  previewRedrive,
  type RedriveResult,
  redriveFile as redrive,
} from '../../../use-cases/redrive-file.ts';
import { fileAnswer } from '../answers/ledger-answer.ts';
import { fileView } from '../file-view.ts';
import { type ApiPorts, NOT_FOUND, type Outcome, operation, writtenReason } from '../operation.ts';
import { problem } from '../problem.ts';
import { redriveRunning } from '../redrive-running.ts';
import { staleVersion } from '../stale-version.ts';

export const redriveFile = operation({
  id: 'redriveFile',
  method: 'POST',
  path: '/api/files/{sha256}/redrive',
  summary:
    'Loads a file again from where it is kept, with a written reason: what is loaded stays as it is. As a dry run it only finds what that would come to, which the file then shows as `preview`',
  params: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: {
    200: z.strictObject({
      dryRun: z.boolean(),
      askedAt: z.iso.datetime().nullable().describe('Of a dry run: the `preview` that answers it names it'),
      file: fileAnswer,
    }),
  },
  problems: ['REDRIVE_RUNNING'],
  async handle(ports, { user, params: { sha256: fileSha256 }, query, body: { reason }, expectedVersion }) {
    const request = { user, fileSha256, expectedVersion, reason };
    const result =
      query.dryRun === 'true' ? await previewRedrive(ports, request) : await redrive(ports, request);
    return outcomeOf(ports, user, result);
  },
});

async function outcomeOf(ports: ApiPorts, user: UserRecord, result: RedriveResult): Promise<Outcome> {
  switch (result.kind) {
    case 'redriven':
    case 'asked': {
      const { file } = result;
      const askedAt = result.kind === 'asked' ? result.askedAt : null;
      const body = {
        dryRun: askedAt !== null,
        askedAt,
        file: fileView(file, { user, now: ports.clock.now() }),
      };
      return { kind: 'answer', answer: { status: 200, body, version: file.redrives?.length ?? 0 } };
    }
    case 'stale': {
      const { redrives = [] } = result.current;
      const last = redrives.at(-1);
      const change = last === undefined ? null : { by: last.by, what: 'FileRedriven', at: last.at };
      const stale = await staleVersion(ports, 'This file', redrives.length, change);
      return { kind: 'problem', problem: stale };
    }
    case 'running':
      return { kind: 'problem', problem: await redriveRunning(ports, result) };
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
  }
}
