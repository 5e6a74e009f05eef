import { ifMatch } from '../../../client/client.ts';
import { answerOf } from '../api/problem.ts';
import type { Act } from './acts.ts';
import type { Denial } from './denial.ts';

/** Takes the denial, or gives it back: it has no fields, but knows who asks. */
export function takeAct({ assignee }: Denial, userId: string): Act {
  const isMine = assignee === userId;
  return {
    id: 'take',
    verb: isMine ? 'Give back' : 'Take',
    fields: [],
    send: (api, { denialId, version, key }) =>
      answerOf(
        api.PUT('/api/denials/{denialId}/assignee', {
          params: { path: { denialId }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
          body: { assignee: isMine ? null : userId },
        }),
      ),
  };
}
