import type { Denial } from '../denial/denial.ts';
import type { ActionTaken } from './answer.ts';
import { lastAdverseDecisionOf } from './last-decision.ts';
import { appealLevelOf, type Levels, minimumOf } from './levels.ts';
import { appealActionOf } from './sendings.ts';

/** What a biller can take next after a decision of the payer, as far as it is known. */
export interface NextLevelOffer {
  readonly level: number;
  readonly action: ActionTaken;
  /** Null where only the decision, or the contract, says what it is. */
  readonly name: string | null;
  readonly decider: string | null;
  readonly requirements: readonly string[];
  /** Of the year of filing; null where none is asked, or where that year's is not configured. */
  readonly minimumCents: number | null;
  readonly meetsMinimum: 'yes' | 'no' | 'not_configured' | 'none_asked';
  /** False where the request is a form or a pleading. */
  readonly byLetter: boolean;
  readonly sendBy: string | null;
  readonly source: string | null;
}

/** The level that the last decision opened and nobody has taken; null where there is none. */
export function nextLevelOffer(denial: Denial, levels: Levels, today: string): NextLevelOffer | null {
  const decided = lastAdverseDecisionOf(denial);
  if (decided === null || decided.level < denial.level || denial.state !== 'needs_review') return null;
  if (denial.deadlines.length === 0) return null;
  const level = denial.level + 1;
  const action = appealActionOf(denial);
  const known = appealLevelOf({ payerType: denial.payerType, action, level }, levels);
  const minimum = known === null ? ({ kind: 'none' } as const) : minimumOf(known, today, levels);
  const minimumCents = minimum.kind === 'known' ? minimum.cents : null;
  return {
    level,
    action,
    name: known?.name ?? null,
    decider: known?.decider ?? null,
    requirements: known?.requirements ?? [],
    minimumCents,
    meetsMinimum:
      minimum.kind === 'none'
        ? 'none_asked'
        : minimum.kind === 'unknown'
          ? 'not_configured'
          : denial.amountCents >= minimum.cents
            ? 'yes'
            : 'no',
    byLetter: known?.byLetter ?? true,
    sendBy: denial.sendBy,
    source: known?.source ?? null,
  };
}
