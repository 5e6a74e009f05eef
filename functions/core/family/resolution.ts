import type { Denial, DenialEvent, Resolution } from '../denial/denial.ts';
import { mayMove } from '../denial/lifecycle.ts';
import { BEING_ROUTED } from '../denial/next-action.ts';
import { IN_HISTORY_REVIEW } from '../history/history-review.ts';
import type { Adjudication } from './adjudication.ts';
import type { Family, Member } from './relate.ts';

/**
 * What the payer's later remittances made of a denial; null while its adjudication is the payer's last word.
 * What we sent (appeal, corrected claim, documents) is answered with an outcome; what the payer took back or replaced
 * by itself is superseded, whatever came instead.
 *
 * @param denial of which only what was sent is looked at: the rest follows from the family
 */
export function resolutionOf(
  denial: Pick<Denial, 'denialId' | 'handover'>,
  family: Family<Adjudication>,
): Resolution | null {
  const member = family.members.find(({ id }) => id === denial.denialId);
  if (member === undefined) return null;
  const { standing, reversedBy, replacedBy, replacedHow, answer } = member;
  if (standing !== 'reversed' && standing !== 'replaced') return null;

  const superseded = { kind: 'superseded', reversedBy, by: replacedBy, recoveredCents: 0 } as const;
  if (answer === null) return superseded;
  const sentOn = denial.handover?.handedOverAt.slice(0, 10) ?? null;
  const isAnswered = sentOn !== null && (answer.on === null || sentOn <= answer.on);
  const isPaidLater = replacedHow === 'answers' && answer.outcome !== 'upheld';
  return isAnswered || isPaidLater || answer.saysUpheld
    ? { kind: answer.outcome, reversedBy, by: answer.by, recoveredCents: answer.recoveredCents }
    : superseded;
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
  readonly patch: Partial<Pick<Denial, 'state' | 'closedAs' | 'nextAction' | 'resolution' | 'attempt'>>;
  readonly detail: DenialEvent['detail'];
}

/**
 * What changes on a denial, given the whole family as it stands now; null where the record says so already, or where a
 * person closed it. Nothing is added to what was found before: the same family gives the same record.
 */
export function changeByFamily(denial: Denial, family: Family<Adjudication>): FamilyChange | null {
  const { state, closedAs, resolution: known } = denial;
  if (state === 'closed' && closedAs !== (known?.kind ?? null)) return null;
  const resolution = resolutionOf(denial, family);
  if (isSame(known, resolution)) return null;
  if (resolution === null) return reinstated(denial);

  const detail = { ...resolution };
  const type = resolution.kind === 'superseded' ? 'DenialSuperseded' : 'DenialAnswered';
  if (resolution.kind !== 'upheld' || goesOnElsewhere(resolution, family)) {
    const nextAction = NOTHING_LEFT[resolution.kind];
    return { type, detail, patch: { state: 'closed', closedAs: resolution.kind, nextAction, resolution } };
  }
  const wasClosed = state === 'closed';
  const toReview = wasClosed || state === 'needs_review' || mayMove(state, 'needs_review');
  return {
    type,
    detail,
    patch: {
      resolution,
      nextAction: MAINTAINED,
      ...(toReview && { state: 'needs_review', closedAs: null }),
      ...(wasClosed && { attempt: denial.attempt + 1 }),
    },
  };
}

const MAINTAINED =
  'The payer looked again and maintains its decision: choose the next level of appeal, or write it off.';
const NOTHING_LEFT: { readonly [kind in Resolution['kind']]: string } = {
  superseded: 'Nothing: the payer took this decision back or replaced it.',
  overturned: 'Nothing: the payer overturned this denial.',
  partly_overturned: 'Nothing here: the payer paid a part; what is still denied is a denial of its own.',
  upheld: 'Nothing here: the payer denied again, which is a denial of its own.',
};

/** What had answered it is answered to another adjudication now: the work goes on where the rulebook sends it. */
function reinstated(denial: Denial): FamilyChange {
  const isClosed = denial.state === 'closed';
  return {
    type: 'DenialReinstated',
    detail: {},
    patch: {
      resolution: null,
      ...(isClosed && {
        state: 'needs_review',
        closedAs: null,
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
    const resolution = { kind: 'superseded', reversedBy, by, recoveredCents: 0 } as const;
    return {
      type: 'FollowUpSuperseded',
      detail: { ...resolution },
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
  if (a === null || b === null) return a === b;
  return (
    a.kind === b.kind &&
    a.by === b.by &&
    a.reversedBy === b.reversedBy &&
    a.recoveredCents === b.recoveredCents
  );
}
