import type { CompiledClocks } from '../deadline/compile.ts';
import { type AppealDecision, type NextLevel, nextLevelOf } from '../deadline/next-level.ts';
import type { Denial, Resolution } from '../denial/denial.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { ActionTaken, RecordedAnswer } from './answer.ts';

/** What the payer decided last about a denial, by whatever way it came. */
export interface PayerDecision {
  readonly level: number;
  readonly action: ActionTaken;
  readonly decision: RecordedAnswer['decision'];
  /** Null where a remittance carries no date. */
  readonly decidedOn: string | null;
  /** Id of the remittance's claim, or the channel and number of what a person recorded. */
  readonly evidence: string;
  readonly wantedBy: string | null;
}

type Answered = Pick<Denial, 'answers' | 'resolution' | 'decision' | 'datesOnPaper'>;

/**
 * The decision that counts now: the latest one of the highest level. It depends on what is on file alone, not on the
 * order in which it came. Where letter and remittance say the same, the letter's date is the decision's; what a person
 * recorded of a talk that changed nothing decides nothing.
 */
export function lastDecisionOf(denial: Answered): PayerDecision | null {
  const recorded = denial.answers.map(
    ({ level, action, decision, decidedOn, channel, reference, wantedBy }): PayerDecision => ({
      level,
      action,
      decision,
      decidedOn,
      evidence: `${channel} ${reference}`,
      wantedBy,
    }),
  );
  const decisions = [...recorded, ...remitted(denial, recorded)].filter(
    ({ action, decision }) => action !== 'peer_to_peer' || decision === 'overturned',
  );
  return decisions.sort(byWeight).at(-1) ?? null;
}

/** A remittance that maintains the denial; not where a recorded answer of the level says so already. */
function remitted(
  { resolution }: Pick<Denial, 'resolution'>,
  recorded: readonly PayerDecision[],
): readonly PayerDecision[] {
  if (resolution === null || resolution.kind !== 'upheld') return [];
  const level = resolution.credit?.level ?? 1;
  const isSaid = recorded.some(
    (each) => each.level === level && (each.decision === 'upheld' || each.decision === 'dismissed'),
  );
  if (isSaid) return [];
  const credited = resolution.credit?.action;
  return [
    {
      level,
      // By its own codes it has looked again (CARC 193, MA46, MA91, N539): that level is decided, whatever was sent.
      action: credited === 'dispute' || credited === 'external_review' ? credited : 'appeal',
      decision: 'upheld',
      decidedOn: resolution.on,
      evidence: resolution.by ?? 'remittance',
      wantedBy: null,
    },
  ];
}

// Of several of one day the one that gives more counts; more wanted only until something is decided.
const WEIGHT: { readonly [decision in PayerDecision['decision']]: number } = {
  more_wanted: 0,
  dismissed: 1,
  upheld: 2,
  partly_overturned: 3,
  overturned: 4,
};

function byWeight(a: PayerDecision, b: PayerDecision): number {
  const [first, second] = [a.decidedOn ?? '', b.decidedOn ?? ''];
  if (a.level !== b.level) return a.level - b.level;
  if (first !== second) return first < second ? -1 : 1;
  return WEIGHT[a.decision] - WEIGHT[b.decision] || (a.evidence < b.evidence ? -1 : 1);
}

/** What the last decision opens, counted from its own date; null where no decision opens anything. */
export function openedBy(
  denial: Answered,
  payer: PayerProfile,
  clocks: CompiledClocks,
): { readonly decision: PayerDecision; readonly next: NextLevel } | null {
  const decision = lastAdverseDecisionOf(denial);
  if (decision === null) return null;
  // The independent review is the last one that is not a court's.
  if (decision.action === 'external_review') return { decision, next: { kind: 'no_further_level' } };
  const onPaper = denial.datesOnPaper.previous_decision ?? denial.datesOnPaper.final_internal_denial;
  const asked: AppealDecision = {
    kind: decision.action === 'dispute' ? 'dispute' : 'appeal',
    level: decision.level,
    outcome: decision.decision,
    decidedOn: onPaper?.on ?? decision.decidedOn,
    evidence: onPaper?.evidence ?? decision.evidence,
    remarks: denial.decision.reasons.flatMap(({ remarks }) => remarks),
  };
  return { decision, next: nextLevelOf(asked, payer, clocks) };
}

type Adverse = PayerDecision & { readonly decision: AppealDecision['outcome'] };

/** The last decision on an appeal that leaves something denied. */
export function lastAdverseDecisionOf(denial: Answered): Adverse | null {
  const last = lastDecisionOf(denial);
  if (last === null || last.decision === 'overturned' || last.decision === 'more_wanted')
    return beforeIt(denial, last);
  return isOfAppeal(last.action) ? (last as Adverse) : null;
}

/** While a further level is under way, or more is wanted at it, the clocks are those that led there. */
function beforeIt(denial: Answered, last: PayerDecision | null): Adverse | null {
  if (last === null || last.level === 1) return null;
  const answers = denial.answers.filter(({ level }) => level < last.level);
  return lastAdverseDecisionOf({ ...denial, answers });
}

/** How a remittance ends the denial, whatever else was said of it; null while none does. */
export function endByRemittanceOf({
  resolution,
}: Pick<Denial, 'resolution'>): Exclude<Resolution['kind'], 'upheld'> | null {
  return resolution === null || resolution.kind === 'upheld' ? null : resolution.kind;
}

export function isOfAppeal(action: ActionTaken): boolean {
  return action === 'appeal' || action === 'dispute' || action === 'external_review';
}
