import type { Action, Permission } from '../core/access/may-act.ts';
import { stateAllows, type WorkAction } from '../core/access/state-allows.ts';
import { changeDenial } from '../core/denial/change.ts';
import type { Denial, DenialEvent, Draft } from '../core/denial/denial.ts';
import { wakeOnOf } from '../core/denial/reminders.ts';
import { attendedBy } from '../core/denial/stalled.ts';
import type { DenialId } from '../core/ids.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type AccessPorts, type Forbidden, refusalOf } from './guard-access.ts';

export type RefusalCode =
  | 'NOT_IN_THIS_STATE'
  | 'HASH_MISMATCH'
  | 'STORED_BYTES_DIFFER'
  | 'FACTS_CHANGED'
  | 'TEMPLATE_CHANGED'
  | 'LETTER_OF_ANOTHER_DAY'
  | 'LETTER_INCOMPLETE'
  | 'PREPARER_IS_APPROVER'
  | 'PASSAGE_REFUSED'
  | 'FACT_REFUSED'
  | 'GOES_WITHOUT_REFUSED'
  | 'ENCLOSURE_REFUSED'
  | 'NOT_APPEALABLE'
  | 'HOLD_ENDED'
  | 'ROUTE_REFUSED'
  | 'DATE_REFUSED'
  | 'CLOCK_STILL_OPEN'
  | 'DOCUMENT_MISSING'
  | 'DOCUMENT_REFUSED'
  | 'DOCUMENT_BEING_CHECKED'
  | 'NO_SUCH_DOCUMENT'
  | 'BELOW_MINIMUM'
  | 'NO_FURTHER_LEVEL'
  | 'FREQUENCY_REFUSED'
  | 'CLAIM_NUMBER_REFUSED'
  | 'CHANGE_REFUSED'
  | 'APPEAL_OPEN'
  | 'SECOND_PERSON_NEEDED'
  | 'ALREADY_FORWARDED'
  | 'PATIENT_PROTECTED'
  | 'UNKNOWN_CLOCK'
  | 'UNKNOWN_USER';

/** An expected "no": a stable code and a sentence for the biller. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly sentence: string;
  /** The part of the request that is wrong, where it is one. */
  readonly field?: string;
}

export type ActResult =
  | { readonly kind: 'changed'; readonly denial: Denial }
  /** Somebody was faster: what stands now, and the event that made it so. */
  | { readonly kind: 'conflict'; readonly current: Denial; readonly lastEvent: DenialEvent | null }
  | Forbidden
  | { readonly kind: 'unknown' }
  | Refusal;

export interface ActRequest {
  readonly user: UserRecord;
  readonly denialId: DenialId;
  /** The version the person saw. */
  readonly expectedVersion: number;
  /** Says what would become of it, and changes nothing. */
  readonly preview?: boolean;
}

/** What the action does to the denial, once it may. */
export interface Plan {
  readonly kind: 'plan';
  readonly type: string;
  readonly patch: Parameters<typeof changeDenial>[1];
  readonly reason?: string;
  readonly detail?: DenialEvent['detail'];
  readonly draft?: Draft;
}

export interface ActPorts extends AccessPorts {
  readonly denials: DenialStore;
}

/**
 * The one way a person changes a denial: may this user, is it still what they saw, does its state allow it; then the
 * plan is stored as one versioned change. Nothing is written on any other outcome but the refusal in the access log.
 */
export async function actOnDenial(
  ports: ActPorts,
  action: Action,
  { user, denialId, expectedVersion, preview = false }: ActRequest,
  plan: (denial: Denial, at: string) => Promise<Plan | Refusal> | Plan | Refusal,
): Promise<ActResult> {
  const denial = await ports.denials.read(denialId);
  if (denial === null) return { kind: 'unknown' };

  const refusal = await refusalOf(ports, user, { action, record: denial, subject: denialId });
  if (refusal !== null) return refusal;
  if (denial.version !== expectedVersion) return conflict(ports, denial);

  const byState = stateAllowsAction(action, denial);
  if (!byState.allowed) return refused('NOT_IN_THIS_STATE', byState.reason);

  const at = ports.clock.now();
  const planned = await plan(denial, at);
  if (planned.kind === 'refused') return planned;

  const { type, patch, reason, detail, draft } = planned;
  const actor = { kind: 'user', userId: user.userId } as const;
  const wakeOn = wakeOnOf({ ...denial, ...attendedBy(actor, at), ...patch }, ports.clock.today());
  const change = changeDenial(
    denial,
    { ...patch, wakeOn },
    {
      type,
      actor,
      at,
      ...(reason === undefined ? {} : { reason }),
      ...(detail === undefined ? {} : { detail }),
    },
  );
  if (preview) return { kind: 'changed', denial: { ...change.after, version: denial.version } };
  const result = await ports.denials.change(draft === undefined ? change : { ...change, draft });
  return result.kind === 'changed'
    ? { kind: 'changed', denial: change.after }
    : conflict(ports, result.current);
}

export function refused(code: RefusalCode, sentence: string, field?: string): Refusal {
  return { kind: 'refused', code, sentence, ...(field === undefined ? {} : { field }) };
}

async function conflict(ports: ActPorts, current: Denial): Promise<ActResult> {
  const events = await ports.denials.events(current.denialId);
  return { kind: 'conflict', current, lastEvent: events.at(-1) ?? null };
}

const WITHOUT_STATE: ReadonlySet<Action> = new Set([
  'read',
  'read_files',
  'read_letter',
  'read_packet',
  'take',
  'assign',
  'write_note',
]);

function stateAllowsAction(action: Action, denial: Denial): Permission {
  return WITHOUT_STATE.has(action) ? { allowed: true } : stateAllows(action as WorkAction, denial);
}
