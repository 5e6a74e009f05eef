import * as z from 'zod';
import type { RemittanceId } from '../../../core/ids.ts';
import type { UserRecord } from '../../../ports/settings.ts';
import {
  type ReleaseResult,
  releaseRemittance as release,
  releasesOf,
} from '../../../use-cases/redrive-file.ts';
import { remittanceAnswer } from '../answers/ledger-answer.ts';
import { type ApiPorts, NOT_FOUND, type Outcome, operation, writtenReason } from '../operation.ts';
import { problem } from '../problem.ts';
import { redriveRunning } from '../redrive-running.ts';
import { remittanceRow } from '../remittance-view.ts';
import { staleVersion } from '../stale-version.ts';

export const releaseRemittance = operation({
  id: 'releaseRemittance',
  method: 'POST',
  path: '/api/remittances/{remittanceId}/release',
  summary:
    'Loads a remittance that is held, because another one with other content names the same payment: a person has compared the two and says why both count',
  params: z.strictObject({
    remittanceId: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .transform((id) => id as RemittanceId),
  }),
  query: z.strictObject({}),
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: { 200: remittanceAnswer },
  problems: ['REDRIVE_RUNNING', 'NOT_HELD'],
  async handle(ports, { user, params, body, expectedVersion }) {
    return outcomeOf(ports, user, await release(ports, { user, ...params, ...body, expectedVersion }));
  },
});

async function outcomeOf(ports: ApiPorts, user: UserRecord, result: ReleaseResult): Promise<Outcome> {
  switch (result.kind) {
    case 'released': {
      const { remittance } = result;
      const body = remittanceRow(remittance, user);
      return { kind: 'answer', answer: { status: 200, body, version: releasesOf(remittance) } };
    }
    case 'stale': {
      const { released } = result.current;
      const change =
        released === undefined ? null : { by: released.by, what: 'RemittanceReleased', at: released.at };
      const stale = await staleVersion(ports, 'This remittance', releasesOf(result.current), change);
      return { kind: 'problem', problem: stale };
    }
    case 'not_held':
      return { kind: 'problem', problem: problem('NOT_HELD', 'This remittance is not held in conflict.') };
    case 'running':
      return { kind: 'problem', problem: await redriveRunning(ports, result) };
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
  }
}
