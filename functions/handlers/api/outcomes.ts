import type { UserRecord } from '../../ports/settings.ts';
import type { ActResult } from '../../use-cases/act-on-denial.ts';
import { offeredActions } from '../../use-cases/offered-actions.ts';
import type { ReadResult } from '../../use-cases/read-denial.ts';
import { readOutcomes } from '../../use-cases/read-queue-view.ts';
import { denialView } from './denial-view.ts';
import { type ApiPorts, NOT_FOUND, type Outcome } from './operation.ts';
import { type Problem, problem } from './problem.ts';
import { staleVersion } from './stale-version.ts';

/** The answer to a write: the denial as it stands now, or why nothing changed. */
export async function outcomeOfAct(ports: ApiPorts, user: UserRecord, result: ActResult): Promise<Outcome> {
  switch (result.kind) {
    case 'changed': {
      const { denial } = result;
      const [actions, outcomes] = await Promise.all([
        offeredActions(ports, user, denial),
        readOutcomes(ports),
      ]);
      const body = denialView(denial, actions, ports, outcomes, ports.clock.today());
      return { kind: 'answer', answer: { status: 200, body, version: denial.version } };
    }
    case 'conflict':
      return { kind: 'problem', problem: await staleDenial(ports, result) };
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
    case 'refused':
      return {
        kind: 'problem',
        problem: problem(result.code, result.sentence, result.field),
      };
  }
}

/** The answer to a read. */
export function outcomeOfRead<T>(
  result: ReadResult<T>,
  view: (value: T) => { readonly body: object; readonly version?: number },
): Outcome {
  switch (result.kind) {
    case 'read':
      return { kind: 'answer', answer: { status: 200, ...view(result.value) } };
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
    case 'not_yet':
      return { kind: 'problem', problem: problem('NOT_YET', result.sentence) };
  }
}

function staleDenial(
  ports: ApiPorts,
  { current, lastEvent }: Extract<ActResult, { kind: 'conflict' }>,
): Promise<Problem> {
  if (lastEvent === null) return staleVersion(ports, 'This denial', current.version, null);
  const { actor, type: what, at } = lastEvent;
  const by = actor.kind === 'user' ? actor.userId : null;
  return staleVersion(ports, 'This denial', current.version, { by, what, at });
}
