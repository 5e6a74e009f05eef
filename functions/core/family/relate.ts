import type { DenialId } from '../ids.ts';
import {
  type Adjudication,
  adjudicationIdOf,
  byDay,
  carcsOf,
  decidedOn,
  deniedCentsOf,
  isReversal,
  remarksOf,
} from './adjudication.ts';
import { isDuplicateDenial, tieReversals } from './reversals.ts';
import { episodesOf, isLinked, isSameClaim, namesOther } from './same-claim.ts';

export type RelationKind =
  | 'duplicates'
  | 'reverses'
  | 'corrects'
  | 'replaces'
  | 'voids'
  | 'split_of'
  | 'answers';

/** `from` does it to `to`, both by their adjudication ids. */
export interface Relation {
  readonly kind: RelationKind;
  readonly from: DenialId;
  readonly to: DenialId;
}

/** What a later adjudication made of an earlier denial; cents by the two remittances alone. */
export interface Answer {
  readonly by: DenialId;
  readonly on: string | null;
  readonly outcome: 'overturned' | 'partly_overturned' | 'upheld';
  /** Paid more than before. */
  readonly recoveredCents: number;
  readonly stillDeniedCents: number;
  /** The payer says itself that it looked again and maintains its decision (CARC 193, MA46, MA91, N539). */
  readonly saysUpheld: boolean;
}

export interface Member<A extends Adjudication = Adjudication> {
  readonly id: DenialId;
  readonly adjudication: A;
  /** All members of one claim at one payer; the id of the first of them. */
  readonly episode: DenialId;
  /**
   * `in_force`: the payer's last word. `reversed`: taken back. `replaced`: another adjudication came after it.
   * `reversal`: takes another one back. `duplicate`: says that another one decided.
   */
  readonly standing: 'in_force' | 'reversed' | 'replaced' | 'reversal' | 'duplicate';
  readonly reversedBy: DenialId | null;
  /** The adjudication that stands in its place now, over any number of reversals and corrections. */
  readonly replacedBy: DenialId | null;
  /** How the one in its place came: with a reversal, by a new or named number, or simply later. */
  readonly replacedHow: 'corrects' | 'replaces' | 'voids' | 'answers' | null;
  /** Of a reversal: nothing came instead, so that the money is taken back for good. */
  readonly uncorrected: boolean;
  /** Of a denial that another adjudication answers. */
  readonly answer: Answer | null;
}

export interface Family<A extends Adjudication = Adjudication> {
  /** By day. */
  readonly members: readonly Member<A>[];
  readonly relations: readonly Relation[];
}

const SAYS_UPHELD = new Set(['193', 'MA46', 'MA91', 'N539']);

/**
 * Which of these adjudications duplicate, reverse, correct, replace or answer which. Pure, and the same for every
 * order in which they are given; what cannot be told apart stays apart, each in force by itself.
 *
 * @param adjudications what is on file under a claim number and the numbers it is linked to; repeats are dropped
 * @example
 * relate([denied, reversal, paid]).members.find(({ id }) => id === denialId)?.answer // { outcome: 'overturned', … }
 */
export function relate<A extends Adjudication>(adjudications: readonly A[]): Family<A> {
  const distinct = new Map(adjudications.map((each) => [adjudicationIdOf(each), each]));
  const sorted = [...distinct.values()].sort(byDay);
  const episodes = episodesOf(sorted).map((episode) => [...episode].sort(byDay) as A[]);
  const related = episodes.map(relateEpisode);
  return {
    members: related.flatMap(({ members }) => members).sort((a, b) => byDay(a.adjudication, b.adjudication)),
    relations: related
      .flatMap(({ relations }) => relations)
      .sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0)),
  };
}

interface Successor<A> {
  readonly next: A | null;
  readonly how: NonNullable<Member['replacedHow']>;
}

function relateEpisode<A extends Adjudication>(episode: readonly A[]): Family<A> {
  const reversals = tieReversals(episode);
  const tieOf = new Map(reversals.map((tie) => [tie.reversed as A | null, tie]));
  const corrections = new Set(reversals.map(({ correction }) => correction));
  const decisions = episode.filter((each) => !isReversal(each));
  const duplicates = new Set(decisions.filter((each) => isDuplicateDenial(each) && decisions.length > 1));
  const standing = decisions.filter((each) => !duplicates.has(each));

  const successors = new Map<A, Successor<A>>();
  for (const each of standing) {
    const tie = tieOf.get(each);
    const later =
      tie !== undefined
        ? { next: tie.correction as A | null, how: 'corrects' as const }
        : // What was corrected into this one does not come after it, whatever number it names.
          firstLater(
            each,
            standing.filter((next) => tieOf.get(next)?.correction !== each),
            corrections,
          );
    if (later !== null) successors.set(each, later);
  }

  const [first] = episode;
  const members = episode.map((adjudication): Member<A> => {
    const tie = tieOf.get(adjudication);
    const successor = successors.get(adjudication) ?? null;
    const last = successor === null ? null : lastOf(adjudication, successors);
    return {
      id: adjudicationIdOf(adjudication),
      adjudication,
      episode: adjudicationIdOf(first ?? adjudication),
      standing: isReversal(adjudication)
        ? 'reversal'
        : tie !== undefined
          ? 'reversed'
          : duplicates.has(adjudication)
            ? 'duplicate'
            : successor !== null
              ? 'replaced'
              : 'in_force',
      reversedBy: tie === undefined ? null : adjudicationIdOf(tie.reversal),
      replacedBy: last === null ? null : adjudicationIdOf(last),
      replacedHow: successor?.how ?? null,
      uncorrected: reversals.some(
        ({ reversal, correction }) => reversal === adjudication && correction === null,
      ),
      answer: last === null ? null : answerOf(adjudication, last),
    };
  });
  return {
    members,
    relations: [
      ...reversals.flatMap(({ reversal, reversed, correction }) => [
        ...(reversed === null ? [] : [relation('reverses', reversal, reversed)]),
        ...(correction === null ? [] : [relation('corrects', correction, reversed ?? reversal)]),
      ]),
      ...[...duplicates].flatMap((duplicate) => {
        const original = standing[0];
        return original === undefined ? [] : [relation('duplicates', duplicate, original)];
      }),
      ...[...successors].flatMap(([earlier, { next, how }]) =>
        next === null || how === 'corrects' ? [] : [relation(how, next, earlier)],
      ),
      ...members.flatMap(({ id, answer }) =>
        answer === null ? [] : [{ kind: 'answers' as const, from: answer.by, to: id }],
      ),
      ...splitsOf(standing),
    ].filter((each, index, all) => all.findIndex((other) => textOf(other) === textOf(each)) === index),
  };
}

/** The next adjudication of the same services without a reversal between: a replacement, a void, or a later answer. */
function firstLater<A extends Adjudication>(
  earlier: A,
  standing: readonly A[],
  corrections: ReadonlySet<Adjudication | null>,
): Successor<A> | null {
  for (const next of standing) {
    if (next === earlier || areParts(earlier, next) || !isSameClaim(next, earlier)) continue;
    const names = namesOther(next, earlier);
    if (!isLater(next, earlier, names)) continue;
    const linked = isLinked(next, earlier);
    if (next.claim.frequency === '8' && (linked || hasSameCharge(next, earlier)))
      return { next, how: 'voids' };
    if (names || (next.claim.frequency === '7' && !corrections.has(next))) return { next, how: 'replaces' };
    // Pending again, without a reversal: the earlier decision and its clocks still run.
    if (next.decision?.class === 'hold') continue;
    if (linked || (isPlainAnswer(next, earlier) && !corrections.has(next))) return { next, how: 'answers' };
  }
  return null;
}

/**
 * Without any number in common: the same charge, paid at last. One that denies again is a claim of its own, and the
 * clocks of the earlier denial run on.
 */
function isPlainAnswer(next: Adjudication, earlier: Adjudication): boolean {
  if (!hasSameCharge(next, earlier)) return false;
  return next.claim.paidCents > earlier.claim.paidCents || saysUpheld(next);
}

/** The payer looked again and maintains its decision. */
function saysUpheld(adjudication: Adjudication): boolean {
  return [...carcsOf(adjudication), ...remarksOf(adjudication)].some((code) => SAYS_UPHELD.has(code));
}

/** On a later day; on the same day only where it names the other one as its original. */
function isLater(next: Adjudication, earlier: Adjudication, names: boolean): boolean {
  const [day, before] = [decidedOn(next), decidedOn(earlier)];
  if (day === null || before === null) return names;
  return day > before || (day === before && names && !namesOther(earlier, next));
}

function hasSameCharge(a: Adjudication, b: Adjudication): boolean {
  return a.claim.chargeCents === b.claim.chargeCents;
}

/** Over reversals and corrections to the one that stands now; null where what came was taken back in turn. */
function lastOf<A extends Adjudication>(from: A, successors: ReadonlyMap<A, Successor<A>>): A | null {
  const seen = new Set<A>([from]);
  let at: A | null = successors.get(from)?.next ?? null;
  // An answer stays the answer when a later level gives another one, except where it only maintains and opens no denial
  // of its own: then nothing else would take up what comes after it.
  while (
    at !== null &&
    !seen.has(at) &&
    successors.has(at) &&
    (successors.get(at)?.how === 'corrects' || onlyMaintains(at))
  ) {
    seen.add(at);
    at = successors.get(at)?.next ?? null;
  }
  return at !== null && seen.has(at) ? null : at;
}

function onlyMaintains(adjudication: Adjudication): boolean {
  return saysUpheld(adjudication) && adjudication.decision?.class !== 'denial';
}

function answerOf(denied: Adjudication, by: Adjudication): Answer | null {
  if (denied.decision?.class !== 'denial' || by.decision?.class === 'hold') return null;
  const recoveredCents = Math.max(0, by.claim.paidCents - denied.claim.paidCents);
  const stillDeniedCents = deniedCentsOf(by);
  const isUpheld = saysUpheld(by) && recoveredCents === 0;
  return {
    by: adjudicationIdOf(by),
    on: decidedOn(by),
    outcome:
      isUpheld || (stillDeniedCents > 0 && recoveredCents === 0)
        ? 'upheld'
        : stillDeniedCents > 0
          ? 'partly_overturned'
          : 'overturned',
    recoveredCents,
    stillDeniedCents,
    saysUpheld: isUpheld,
  };
}

function splitsOf(standing: readonly Adjudication[]): readonly Relation[] {
  return standing.flatMap((part, index) => {
    const whole = standing.slice(0, index).find((other) => areParts(other, part));
    return whole === undefined ? [] : [relation('split_of', part, whole)];
  });
}

/** Two answers of one day to different lines or charges: the payer split the claim (X12 RFI 1808). */
function areParts(a: Adjudication, b: Adjudication): boolean {
  const day = decidedOn(a);
  const together = a.remittanceId === b.remittanceId || (day !== null && day === decidedOn(b));
  if (!together) return false;
  const [first, second] = [lineNumbersOf(a), lineNumbersOf(b)];
  if (first.size > 0 && second.size > 0) return ![...first].some((number) => second.has(number));
  return !hasSameCharge(a, b);
}

function lineNumbersOf({ claim }: Adjudication): ReadonlySet<string> {
  const references = claim.lines.flatMap((line) => line.references);
  return new Set(references.flatMap(({ qualifier, value }) => (qualifier === '6R' ? [value] : [])));
}

function relation(kind: RelationKind, from: Adjudication, to: Adjudication): Relation {
  return { kind, from: adjudicationIdOf(from), to: adjudicationIdOf(to) };
}

function textOf({ kind, from, to }: Relation): string {
  return `${to}#${from}#${kind}`;
}
