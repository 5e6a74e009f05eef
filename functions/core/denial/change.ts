import { sealEvent } from '../audit/event.ts';
import { isInHistoryReview } from '../history/history-review.ts';
import type { Actor, Denial, DenialEvent, OutboxMessage } from './denial.ts';
import { mayMove, type State, workflowStepOf } from './lifecycle.ts';
import { pendAfter } from './pend.ts';
import { attendedBy } from './stalled.ts';

/** A change of state that the lifecycle does not allow: a bug in the caller, which checks first. */
export class IllegalTransitionError extends Error {
  override readonly name = 'IllegalTransitionError';
  readonly code = 'DEN-2001';
  readonly from: State;
  readonly to: State;
  constructor(from: State, to: State) {
    super(`No denial moves from ${from} to ${to}.`);
    this.from = from;
    this.to = to;
  }
}

export interface ChangeNote {
  /** Past tense: DraftEdited, AppealApproved, … */
  readonly type: string;
  readonly actor: Actor;
  readonly at: string;
  readonly reason?: string;
  /** Codes, numbers and hashes only; nothing of the patient. */
  readonly detail?: DenialEvent['detail'];
}

type Patch = Partial<
  Omit<Denial, 'denialId' | 'version' | 'lastEventHash' | 'changedAt' | 'openedAt' | 'closedAt'>
>;

/**
 * The record after a change, its audit event and what the relay must do: the one way a denial changes.
 * The execution is started anew when level or attempt changes, and woken when its next step is another one.
 *
 * @throws {IllegalTransitionError} when the lifecycle does not allow the change of state.
 */
export function changeDenial(
  before: Denial,
  patch: Patch,
  note: ChangeNote,
): {
  readonly before: Denial;
  readonly after: Denial;
  readonly event: DenialEvent;
  readonly outbox: readonly OutboxMessage[];
} {
  const patched: Denial = {
    ...before,
    ...attendedBy(note.actor, note.at),
    ...patch,
    version: before.version + 1,
    changedAt: note.at,
  };
  const changed: Denial = {
    ...patched,
    pend: pendAfter(before, patched),
    closedAt: closedAtAfter(before, patched),
  };
  if (changed.state !== before.state && !mayMove(before.state, changed.state)) {
    throw new IllegalTransitionError(before.state, changed.state);
  }
  const event = sealEvent({
    denialId: before.denialId,
    version: changed.version,
    at: note.at,
    actor: note.actor,
    type: note.type,
    before: { state: before.state, route: before.route },
    after: { state: changed.state, route: changed.route },
    reason: note.reason ?? null,
    detail: note.detail ?? {},
    prevHash: before.lastEventHash,
  });
  const after: Denial = { ...changed, lastEventHash: event.hash };
  return { before, after, event, outbox: outboxOf(before, after) };
}

/** Only another end, or none any more, moves it: a note on what is closed does not. */
function closedAtAfter(before: Denial, after: Denial): string | null {
  if (after.closedAs === null) return null;
  return after.closedAs === before.closedAs ? closedAtOf(before) : after.changedAt;
}

/** When a denial came to end as it did; of a record from before that was kept, its last change. */
export function closedAtOf({
  closedAs,
  closedAt,
  changedAt,
}: Pick<Denial, 'closedAs' | 'closedAt' | 'changedAt'>): string | null {
  return closedAs === null ? null : (closedAt ?? changedAt);
}

function outboxOf(before: Denial, after: Denial): readonly OutboxMessage[] {
  const { denialId, level, attempt, version } = after;
  // No execution works a follow-up, or what waits in the list of history.
  if (after.followUp !== null || isInHistoryReview(after)) return [];
  if (level !== before.level) {
    // The execution of the level before waits for its payer still: it looks again, and ends.
    const ended = { denialId, level: before.level, attempt: before.attempt, version };
    return [
      { kind: 'start', denialId, level, attempt, version },
      { kind: 'resume', ...ended },
    ];
  }
  if (attempt !== before.attempt) {
    return [{ kind: 'start', denialId, level, attempt, version }];
  }
  if (workflowStepOf(after) !== workflowStepOf(before)) {
    return [{ kind: 'resume', denialId, level, attempt, version }];
  }
  return [];
}
