import { actionsOf, type OfferedAction } from '../core/access/actions-of.ts';
import type { Denial } from '../core/denial/denial.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { mayApproveAsWritten } from './approve-appeal.ts';

/** What this person may do with the denial now, and why not: exactly what would be refused is shown as refused. */
export async function offeredActions(
  ports: { readonly denials: DenialStore; readonly settings: Settings; readonly clock: Clock },
  user: UserRecord,
  denial: Denial,
): Promise<readonly OfferedAction[]> {
  const actions = actionsOf(user, denial, ports.clock.now());
  const approval = actions.find(({ id }) => id === 'approve_appeal');
  if (approval?.allowed !== true || denial.candidate === null) return actions;
  const byWriter = await mayApproveAsWritten(ports, denial, denial.candidate, user.userId);
  if (byWriter.allowed) return actions;
  const refused: OfferedAction = { ...approval, allowed: false, reason: byWriter.reason };
  return actions.map((action) => (action === approval ? refused : action));
}
