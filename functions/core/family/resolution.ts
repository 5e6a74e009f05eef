import { type AfterAnswers, isAtRest } from '../answer/after-answers.ts';
import { creditOf, lastSendingBy } from '../answer/sendings.ts';
import { canonicalJson } from '../audit/event.ts';
import type { Denial, DenialEvent, Resolution } from '../denial/denial.ts';
import { mayMove } from '../denial/lifecycle.ts';
import { BEING_ROUTED } from '../denial/next-action.ts';
import { sendByOf } from '../denial/reminders.ts';
import { IN_HISTORY_REVIEW } from '../history/history-review.ts';
import type { Adjudication } from './adjudication.ts';
import { type ChangeAfterGivingUp, changeAfterGivingUp, wasGivenUp } from './after-giving-up.ts';
import type { Family, Member } from './relate.ts';

/**
 * What the payer's later remittances made of a denial; null while its adjudication is the payer's last word.
 * What we sent (appeal, corrected claim, documents) is answered with an outcome; what the payer took back or replaced
 * by itself is superseded, whatever came instead.
 *
 * @param denial of which only what was sent is looked at: the rest follows from the family
 * @param others the other denials on file of the family, so that no cent counts for two of them
 */
export function resolutionOf(
  denial: Sent,
  family: Family<Adjudication>,
  others: readonly Sent[] = [],
): Resolution | null {
  const resolution = ownResolutionOf(denial, family);
  if (resolution === null || resolution.recoveredCents === 0) return resolution;
  return { ...resolution, recoveredCents: recoveredOf(denial, resolution, family, others) };
}

type Sent = Pick<Denial, 'denialId' | 'handover' | 'sendings' | 'level' | 'decision'>;

function ownResolutionOf(denial: Sent, family: Family<Adjudication>): Resolution | null {
  const member = family.members.find(({ id }) => id === denial.denialId);
  if (member === undefined) return null;
  const { standing, reversedBy, replacedBy, replacedHow, answer } = member;
  if (standing !== 'reversed' && standing !== 'replaced') return null;

  const on = answer?.on ?? null;
  const superseded = {
    kind: 'superseded',
    reversedBy,
    by: replacedBy,
    on,
    recoveredCents: 0,
    credit: null,
  } as const;
  if (answer === null) return superseded;
  const isAnswered = lastSendingBy(denial, on) !== null;
  const isPaidLater = replacedHow === 'answers' && answer.outcome !== 'upheld';
  if (!isAnswered && !isPaidLater && !answer.saysUpheld) return superseded;
  const { outcome: kind, by, recoveredCents } = answer;
  return { kind, reversedBy, by, on, recoveredCents, credit: creditOf(denial, on) };
}

/**
 * What this denial recovered of a payment that answers several denials of one claim: the latest of them counts up from
 * what was paid when it was denied, each earlier one only to there. Together no more than was paid.
 */
function recoveredOf(
  denial: Sent,
  { by, recoveredCents }: Resolution,
  family: Family<Adjudication>,
  others: readonly Sent[],
): number {
  const claimants = new Set(
    others.flatMap((other) => {
      const its = ownResolutionOf(other, family);
      return its !== null && its.by === by && its.kind !== 'superseded' ? [other.denialId] : [];
    }),
  );
  const ids = family.members.map(({ id }) => id);
  const next = ids.slice(ids.indexOf(denial.denialId) + 1).find((id) => claimants.has(id) && id !== by);
  if (next === undefined) return recoveredCents;
  return Math.max(0, paidOf(next, family) - paidOf(denial.denialId, family));
}

function paidOf(denialId: string, { members }: Family<Adjudication>): number {
  return members.find(({ id }) => id === denialId)?.adjudication.claim.paidCents ?? 0;
}

/** Whether the adjudication in a denial's place carries a denial of its own, which goes on in its stead. */
export function goesOnElsewhere(resolution: Resolution, family: Family<Adjudication>): boolean {
  return family.members.some(
    ({ id, adjudication }: Member) => id === resolution.by && adjudication.decision?.class === 'denial',
  );
}

/** A change that a family asks for, ready for `changeDenial`; the caller adds when, and the next day to look. */
export interface FamilyChange {
  readonly type: string;
  readonly patch: Partial<Pick<Denial, 'resolution'>> & AfterAnswers & ChangeAfterGivingUp['patch'];
  readonly detail: DenialEvent['detail'];
}

/**
 * What changes on a denial, given the whole family as it stands now; null where the record says so already, or where a
 * person left it as history. Nothing is added to what was found before: the same family gives the same record.
 */
export function changeByFamily(
  denial: Denial,
  family: Family<Adjudication>,
  { others, settle }: FamilyContext,
): FamilyChange | null {
  if (denial.closedAs === 'left_as_history') return null;
  const resolution = resolutionOf(denial, family, others);
  if (isSame(denial.resolution, resolution)) return null;
  const goesOn = resolution !== null && goesOnElsewhere(resolution, family);
  if (wasGivenUp(denial)) return afterGivingUp(denial, resolution, goesOn);
  if (resolution === null) return reinstated(denial, settle);

  const detail = detailOf(resolution);
  const type = typeOf(resolution);
  if (resolution.kind !== 'upheld' || goesOn) {
    const nextAction = NOTHING_LEFT[resolution.kind];
    return { type, detail, patch: { state: 'closed', closedAs: resolution.kind, nextAction, resolution } };
  }
  return { type, detail, patch: { resolution, ...maintained(denial, { ...denial, resolution }, settle) } };
}

export interface FamilyContext {
  /** The other denials on file of the same claim. */
  readonly others: readonly Denial[];
  /** Where a denial stands by its answers (core/answer). */
  readonly settle: (denial: Denial) => AfterAnswers;
}

function typeOf({ kind }: Resolution): string {
  return kind === 'superseded' ? 'DenialSuperseded' : 'DenialAnswered';
}

function afterGivingUp(denial: Denial, resolution: Resolution | null, goesOn: boolean): FamilyChange | null {
  const change = changeAfterGivingUp(denial, resolution, goesOn);
  if (change === null) return null;
  const { patch, detail } = change;
  return resolution === null
    ? { type: 'DenialReinstated', patch, detail }
    : { type: typeOf(resolution), patch, detail: { ...detailOf(resolution), ...detail } };
}

/** To where the answers lead; out of work that was under way it goes to a person all the same. */
function maintained(before: Denial, after: Denial, settle: FamilyContext['settle']): AfterAnswers {
  const { state } = before;
  if (state === 'closed' && before.closedAs === 'upheld' && before.resolution === null) return {};
  if (state === 'closed') {
    const open = settle({ ...after, state: 'needs_review', closedAs: null });
    return { ...open, state: 'needs_review', closedAs: null, attempt: before.attempt + 1 };
  }
  if (isAtRest(before)) return settle(after);
  const toReview = mayMove(state, 'needs_review');
  return {
    nextAction: MAINTAINED,
    ...(toReview && { ...settle({ ...after, state: 'needs_review' }), state: 'needs_review' }),
  };
}

/** Flat, so that it stands in an audit event and figures are made from it. */
function detailOf({ credit, ...resolution }: Resolution): DenialEvent['detail'] {
  if (credit === null) return resolution;
  const { action: creditedAction, level: creditedLevel, ...earned } = credit;
  return { ...resolution, creditedAction, creditedLevel, ...earned };
}

const MAINTAINED = 'The payer looked again and maintains its decision: see whether this still has to go out.';
const NOTHING_LEFT: { readonly [kind in Resolution['kind']]: string } = {
  superseded: 'Nothing: the payer took this decision back or replaced it.',
  overturned: 'Nothing: the payer overturned this denial.',
  partly_overturned: 'Nothing here: the payer paid a part; what is still denied is a denial of its own.',
  upheld: 'Nothing here: the payer denied again, which is a denial of its own.',
};

/** What had answered it is answered to another adjudication now: the work goes on where the rulebook sends it. */
function reinstated(denial: Denial, settle: FamilyContext['settle']): FamilyChange {
  const isClosed = denial.state === 'closed';
  return {
    type: 'DenialReinstated',
    detail: {},
    patch: {
      resolution: null,
      ...(!isClosed && settle({ ...denial, resolution: null })),
      ...(isClosed && {
        state: 'needs_review',
        closedAs: null,
        sendBy: sendByOf(denial.deadlines),
        ...(denial.history?.review === 'open'
          ? { nextAction: IN_HISTORY_REVIEW }
          : { nextAction: BEING_ROUTED, attempt: denial.attempt + 1 }),
      }),
    },
  };
}

/** What changes on a follow-up that is on file: closed once nothing asks for it any more, open again when it does. */
export function changeOfFollowUp(
  record: Denial,
  wanted: { readonly nextAction: string } | null,
  member: Member<Adjudication>,
): FamilyChange | null {
  if (wanted === null) {
    if (record.state === 'closed') return null;
    const { reversedBy, replacedBy: by } = member;
    const resolution = {
      kind: 'superseded',
      reversedBy,
      by,
      on: null,
      recoveredCents: 0,
      credit: null,
    } as const;
    return {
      type: 'FollowUpSuperseded',
      detail: detailOf(resolution),
      patch: { state: 'closed', closedAs: 'superseded', nextAction: NOTHING_LEFT.superseded, resolution },
    };
  }
  if (record.state !== 'closed' || record.closedAs !== 'superseded') return null;
  const { nextAction } = wanted;
  return {
    type: 'FollowUpReinstated',
    detail: {},
    patch: { state: 'needs_review', closedAs: null, nextAction, resolution: null },
  };
}

function isSame(a: Resolution | null, b: Resolution | null): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
