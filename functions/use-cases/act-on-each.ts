import type { Action } from '../core/access/may-act.ts';
import type { DenialId } from '../core/ids.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { ActRequest, ActResult } from './act-on-denial.ts';
import { type AccessPorts, type Forbidden, refusalOf } from './guard-access.ts';
import { eachInFlight } from './in-flight.ts';

/** A denial with the version that the person saw. */
export interface SeenDenial {
  readonly denialId: DenialId;
  readonly version: number;
}

export type ActedOnEach =
  | {
      readonly kind: 'acted';
      /** One for each denial that was named, in that order; each stands alone. */
      readonly results: readonly { readonly denialId: DenialId; readonly result: ActResult }[];
    }
  | Forbidden;

const CALLS_AT_ONCE = 8;

/** One act on several denials, each by its own version, with its own event and its own refusal. */
export async function actOnEach(
  ports: AccessPorts,
  user: UserRecord,
  action: Action,
  denials: readonly SeenDenial[],
  act: (request: ActRequest) => Promise<ActResult>,
): Promise<ActedOnEach> {
  // The role first, so that nobody learns by trying which denials there are.
  const anyOfTheirs = { practiceId: user.practices[0] ?? null };
  const refusal = await refusalOf(ports, user, { action, record: anyOfTheirs, subject: null });
  if (refusal !== null) return refusal;
  const results = await eachInFlight(CALLS_AT_ONCE, denials, async ({ denialId, version }) => ({
    denialId,
    result: await act({ user, denialId, expectedVersion: version }),
  }));
  return { kind: 'acted', results };
}
