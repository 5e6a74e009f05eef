import * as z from 'zod';
import { categorySchema, type Mechanism, mechanismSchema, type Reason } from '../denial/decision.ts';
import type { Denial } from '../denial/denial.ts';
import { type PayerType, payerTypeSchema } from '../payer/profile.ts';

const codes = z.array(z.string().min(1)).min(1).readonly();

/**
 * When an entry of the work data (corrections, redirects, reviews) is for a denial: every field that is present, and of
 * a list any one value. What a denial is decided by is another condition ({@link Condition}).
 */
export const caseConditionSchema = z.strictObject({
  groups: codes.optional(),
  carcs: codes.optional(),
  remarks: codes.optional(),
  categories: z.array(categorySchema).min(1).readonly().optional(),
  payerTypes: z.array(payerTypeSchema).min(1).readonly().optional(),
  mechanisms: z.array(mechanismSchema).min(1).readonly().optional(),
});
export type CaseCondition = z.infer<typeof caseConditionSchema>;

/** Who says an entry, in the form of the rulebook. */
export const saidBy = {
  says: z.string().min(3),
  /** Keys of rulebook/SOURCES.md or public citations. */
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium']),
};

/** What an entry asks about. */
export interface CaseFacts {
  readonly reasons: readonly Pick<Reason, 'group' | 'carc' | 'remarks'>[];
  readonly category: Denial['decision']['category'];
  readonly payerType: PayerType;
  readonly mechanism: Mechanism;
}

/** The facts of a denial, with the mechanism of its route where another one than the decision's is worked. */
export function caseFactsOf(
  { decision, payerType }: Pick<Denial, 'decision' | 'payerType'>,
  mechanism: Mechanism = decision.mechanism,
): CaseFacts {
  return { reasons: decision.reasons, category: decision.category, payerType, mechanism };
}

/** @example isCaseOf({ carcs: ['18'] }, caseFactsOf(denial)) */
export function isCaseOf(when: CaseCondition, facts: CaseFacts): boolean {
  const { groups, carcs, remarks, categories, payerTypes, mechanisms } = when;
  const { reasons } = facts;
  return (
    (categories?.includes(facts.category) ?? true) &&
    (payerTypes?.includes(facts.payerType) ?? true) &&
    (mechanisms?.includes(facts.mechanism) ?? true) &&
    (groups === undefined || reasons.some(({ group }) => groups.includes(group))) &&
    (carcs === undefined || reasons.some(({ carc }) => carcs.includes(carc))) &&
    (remarks === undefined || reasons.some((reason) => reason.remarks.some((r) => remarks.includes(r))))
  );
}
