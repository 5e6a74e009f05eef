import type { SavedView } from '../../core/views/saved-view.ts';
import type { UserRecord } from '../../ports/settings.ts';
import { MOST_VIEWS, type SaveViewResult } from '../../use-cases/save-view.ts';
import { viewView } from './answers/view-answer.ts';
import { type ApiPorts, NOT_FOUND, type Outcome } from './operation.ts';
import { type Problem, problem } from './problem.ts';
import { staleVersion } from './stale-version.ts';

/** The answer to a change of a view: the view as it stands now, or why nothing changed. */
export async function outcomeOfSavedView(
  ports: ApiPorts,
  user: UserRecord,
  result: SaveViewResult,
): Promise<Outcome> {
  switch (result.kind) {
    case 'saved': {
      const { view } = result;
      const body = viewView(user, { kind: 'saved', view });
      return { kind: 'answer', answer: { status: 200, body, version: view.version } };
    }
    case 'conflict':
      return { kind: 'problem', problem: await staleView(ports, result.current) };
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
    case 'unknown_practice': {
      const title = 'The organisation has no such practice: neither its settings nor a remittance names it.';
      return { kind: 'problem', problem: problem('UNKNOWN_PRACTICE', title, 'scope.practiceId') };
    }
    case 'too_many': {
      const title = `There are ${MOST_VIEWS} views in this list already: delete one that nobody uses.`;
      return { kind: 'problem', problem: problem('TOO_MANY_VIEWS', title) };
    }
  }
}

function staleView(ports: ApiPorts, current: SavedView | null): Promise<Problem> {
  if (current === null) return staleVersion(ports, 'This view', 0, null);
  const { version, isDeleted, changedBy: by, changedAt: at } = current;
  return staleVersion(ports, 'This view', version, { by, what: isDeleted ? 'ViewDeleted' : 'ViewSaved', at });
}
