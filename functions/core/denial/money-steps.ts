import type { ClaimPayment, ServiceLine } from '../remittance/remittance.ts';
import type { Decision } from './decision.ts';
import { normaliseCode } from './findings.ts';

export type MoneyKind = 'contractual' | 'patient_share' | 'denied' | 'undecided' | 'other';

/** What one group + CARC took off at one level. */
export interface MoneyStep {
  readonly kind: MoneyKind;
  readonly group: string;
  readonly carc: string;
  /** SVC ordinal in the claim, from 1; null at claim level. */
  readonly line: number | null;
  /** Negative where the payer added. */
  readonly amountCents: number;
}

export interface MoneySteps {
  readonly billedCents: number;
  readonly steps: readonly MoneyStep[];
  readonly paidCents: number;
  /** Billed less all that was taken off less paid (835 TR3, balancing): 0, or the remittance does not add up. */
  readonly unexplainedCents: number;
  /** The lines that do not add up, each by how much. */
  readonly unexplainedLines: readonly { readonly line: number; readonly unexplainedCents: number }[];
}

/**
 * From what was billed to what was paid, by every adjustment of the remittance. What was denied is what the decision
 * says; the rest goes by its group code.
 */
export function moneyStepsOf(
  { chargeCents, paidCents, adjustments, lines }: ClaimPayment,
  decision: Decision | null,
): MoneySteps {
  const kindOf = kindsBy(decision);
  const steps = new Map<string, MoneyStep>();
  const add = (taken: ServiceLine['adjustments'], line: number | null): void => {
    for (const { group, carc, amountCents } of taken) {
      const key = keyOf(group, carc, line);
      const before = steps.get(key)?.amountCents ?? 0;
      steps.set(key, {
        kind: kindOf(group, key),
        group,
        carc: normaliseCode(carc),
        line,
        amountCents: before + amountCents,
      });
    }
  };
  add(adjustments, null);
  for (const line of lines) add(line.adjustments, line.ordinal);
  const taken = [...steps.values()];
  return {
    billedCents: chargeCents,
    steps: taken,
    paidCents,
    unexplainedCents: chargeCents - sumOf(taken) - paidCents,
    unexplainedLines: lines
      .map((line) => ({
        line: line.ordinal,
        unexplainedCents: line.chargeCents - sumOf(line.adjustments) - line.paidCents,
      }))
      .filter(({ unexplainedCents }) => unexplainedCents !== 0),
  };
}

function kindsBy(decision: Decision | null): (group: string, key: string) => MoneyKind {
  const decided = new Set(decision?.reasons.map(({ group, carc, line }) => keyOf(group, carc, line)));
  return (group, key) => {
    if (decided.has(key) && decision?.class === 'denial') return 'denied';
    if (decided.has(key) && decision?.class === 'hold') return 'undecided';
    switch (group.trim().toUpperCase()) {
      case 'CO':
        return 'contractual';
      case 'PR':
        return 'patient_share';
      default:
        return 'other';
    }
  };
}

function keyOf(group: string, carc: string, line: number | null): string {
  return `${group.trim().toUpperCase()} ${normaliseCode(carc)} ${line}`;
}

function sumOf(adjustments: readonly { readonly amountCents: number }[]): number {
  return adjustments.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
