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

/** A fault of ours with this one alone: it may have changed, or not. */
export interface FailedAct {
  readonly kind: 'failed';
  readonly error: unknown;
}

export type ActedOnEach =
  | {
      readonly kind: 'acted';
      /** One for each denial that was named, in that order; each stands alone. */
      readonly results: readonly { readonly denialId: DenialId; readonly result: ActResult | FailedAct }[];
    }
  | Forbidden;

const CALLS_AT_ONCE = 8;

/**
 * One act on several denials, each by its own version, with its own event, its own refusal and its own failure.
 *
 * @throws what the first failed with, where every one of them fails: that is an outage, not a result
 */
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
    result: await orFailure(act({ user, denialId, expectedVersion: version })),
  }));
  const failures = results.flatMap(({ result }) => (result.kind === 'failed' ? [result] : []));
  if (failures[0] !== undefined && failures.length === results.length) throw failures[0].error;
  return { kind: 'acted', results };
}

function orFailure(acting: Promise<ActResult>): Promise<ActResult | FailedAct> {
  return acting.catch((error: unknown) => ({ kind: 'failed', error }));
}
