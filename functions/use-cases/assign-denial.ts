import { mayAct } from '../core/access/may-act.ts';
import type { Settings } from '../ports/settings.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

/**
 * Gives a denial to a person, or back to the queue (null). To take it, or to give back what is one's own, takes no right
 * but to work on it.
 */
export async function assignDenial(
  ports: ActPorts & { readonly settings: Settings },
  request: ActRequest & { readonly assignee: string | null },
): Promise<ActResult> {
  const { user, assignee } = request;
  const isOwn = assignee === user.userId || (assignee === null && (await isOwnerOf(ports, request)));
  const action = isOwn ? 'take' : 'assign';
  return actOnDenial(ports, action, request, async (denial) => {
    const person = assignee === null ? null : await ports.settings.user(assignee);
    if (assignee !== null && (person === null || !mayAct(person, 'take', denial).allowed)) {
      return refused('UNKNOWN_USER', 'No such user works on the denials of this practice.', 'assignee');
    }
    return {
      kind: 'plan',
      type: 'DenialAssigned',
      patch: { assignee },
      detail: { before: denial.assignee, assignee },
    };
  });
}

// Of the version that they saw: a later one is refused as such.
async function isOwnerOf({ denials }: ActPorts, { user, denialId }: ActRequest): Promise<boolean> {
  return (await denials.read(denialId))?.assignee === user.userId;
}
