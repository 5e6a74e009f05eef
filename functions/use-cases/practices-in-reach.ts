import type { PracticeId } from '../core/ids.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type AccessPorts, type Forbidden, recordAccess, refusalOf } from './guard-access.ts';

interface ReachPorts extends AccessPorts {
  readonly remittances: RemittanceStore;
}

/**
 * The practices of a read, which is kept in the access log; or why it is refused, which is kept too.
 *
 * @param practice null = every practice within reach
 */
export async function reachOf(
  ports: ReachPorts,
  user: UserRecord,
  operation: string,
  practice: PracticeId | null,
): Promise<{ readonly practices: readonly PracticeId[] } | Forbidden> {
  const reach = await permittedReach(ports, user, operation, practice);
  if (!('kind' in reach)) await recordAccess(ports, user, operation, null);
  return reach;
}

/** {@link reachOf} for who keeps the access in the log by themselves, before anything is told. A refusal is kept. */
export async function permittedReach(
  ports: ReachPorts,
  user: UserRecord,
  operation: string,
  practice: PracticeId | null,
): Promise<{ readonly practices: readonly PracticeId[] } | Forbidden> {
  const practices = practice === null ? await practicesOf(ports, user) : [practice];
  for (const practiceId of practices) {
    const asked = { action: 'read', record: { practiceId }, operation, subject: null } as const;
    const refusal = await refusalOf(ports, user, asked);
    if (refusal !== null) return refusal;
  }
  return { practices };
}

/** The practices a user sees: their own, or every one that a remittance ever named. */
export async function practicesOf(
  { remittances }: { readonly remittances: Pick<RemittanceStore, 'listPractices'> },
  user: UserRecord,
): Promise<readonly PracticeId[]> {
  return user.practices.includes('*') ? remittances.listPractices() : (user.practices as PracticeId[]);
}
