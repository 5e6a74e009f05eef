import type { UserRecord } from '../../ports/settings.ts';
import type { ActResult, RefusalCode } from '../../use-cases/act-on-denial.ts';
import type { ReadResult } from '../../use-cases/read-denial.ts';
import { denialView } from './denial-view.ts';
import { type ApiPorts, NOT_FOUND, type Outcome } from './operation.ts';
import { type Problem, problem } from './problem.ts';

/** 409 = something else stands there now; 403 = not this person; 422 = the request is sound, the case is not. */
const STATUS: { readonly [code in RefusalCode]: number } = {
  NOT_IN_THIS_STATE: 409,
  HASH_MISMATCH: 409,
  STORED_BYTES_DIFFER: 409,
  FACTS_CHANGED: 409,
  TEMPLATE_CHANGED: 409,
  HOLD_ENDED: 409,
  PREPARER_IS_APPROVER: 403,
  LETTER_INCOMPLETE: 422,
  NOT_APPEALABLE: 422,
  ROUTE_REFUSED: 422,
  PASSAGE_REFUSED: 400,
  DATE_REFUSED: 400,
  UNKNOWN_USER: 400,
};
/** The answer to a write: the denial as it stands now, or why nothing changed. */
export async function outcomeOfAct(ports: ApiPorts, user: UserRecord, result: ActResult): Promise<Outcome> {
  switch (result.kind) {
    case 'changed': {
      const { denial } = result;
      const body = denialView(denial, user, ports, ports.clock.today());
      return { kind: 'answer', answer: { status: 200, body, version: denial.version } };
    }
    case 'conflict':
      return { kind: 'problem', problem: await staleVersion(ports, result) };
    case 'forbidden':
      return { kind: 'problem', problem: problem(403, 'FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
    case 'refused':
      return {
        kind: 'problem',
        problem: problem(STATUS[result.code], result.code, result.sentence, result.field),
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
      return { kind: 'problem', problem: problem(403, 'FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
    case 'not_yet':
      return { kind: 'problem', problem: problem(404, 'NOT_YET', result.sentence) };
  }
}

async function staleVersion(
  ports: ApiPorts,
  { current, lastEvent }: Extract<ActResult, { kind: 'conflict' }>,
): Promise<Problem> {
  const stale: Problem = {
    ...problem(409, 'STALE_VERSION', 'This denial has changed since you opened it: look at it again.'),
    currentVersion: current.version,
  };
  if (lastEvent === null) return stale;
  const { actor, type: what, at } = lastEvent;
  const name =
    actor.kind === 'user' ? ((await ports.settings.user(actor.userId))?.name ?? 'A colleague') : 'The system';
  return { ...stale, changedBy: { name, what, at } };
}
