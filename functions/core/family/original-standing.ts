import type { DenialId } from '../ids.ts';
import { type Adjudication, deniedCentsOf } from './adjudication.ts';
import type { Family, Member } from './relate.ts';

/** What became of an earlier decision. `settled_otherwise`: taken back, or decided without payment and without denial. */
export type OriginalStanding = 'paid' | 'denied' | 'pending' | 'settled_otherwise';

/** The decision that a duplicate repeats; null where none is on file. */
export function originalOf(denialId: DenialId, family: Family<Adjudication>): Member | null {
  const to = family.relations.find(({ kind, from }) => kind === 'duplicates' && from === denialId)?.to;
  return family.members.find(({ id }) => id === to) ?? null;
}

/** What became of it. */
export function standingOf({ adjudication, standing }: Member): OriginalStanding {
  if (standing === 'reversed') return 'settled_otherwise';
  if (deniedCentsOf(adjudication) > 0) return 'denied';
  if (adjudication.decision?.class === 'hold') return 'pending';
  return adjudication.claim.paidCents > 0 ? 'paid' : 'settled_otherwise';
}
