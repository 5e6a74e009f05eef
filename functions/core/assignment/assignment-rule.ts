import * as z from 'zod';
import type { Denial } from '../denial/denial.ts';

const some = z.array(z.string().min(1)).min(1).optional();

/** Who gets what: every condition that is there must hold. Settings of the organisation, never code. */
export const assignmentRuleSchema = z.strictObject({
  /** Named by the timeline. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  practices: some,
  /** Payer ids as the remittance has them. */
  payers: some,
  /** Root causes, in the words of the rulebook. */
  categories: some,
  /** Of the denied amount, in cents; both ends belong to it. */
  fromCents: z.int().nonnegative().optional(),
  toCents: z.int().nonnegative().optional(),
  /** User id. */
  assignee: z.string().min(1),
});
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;

type Assignable = Pick<Denial, 'practiceId' | 'payerId' | 'amountCents'> & {
  readonly decision: Pick<Denial['decision'], 'category'>;
};

/**
 * The rules that fit a denial, in the order in which they stand: the first whose assignee may work on it wins.
 *
 * @example
 * assignmentRulesFor(denial, [{ id: 'big', fromCents: 500_000, assignee: 'u1' }]) // that rule, for $5,000 and more
 */
export function assignmentRulesFor(
  denial: Assignable,
  rules: readonly AssignmentRule[],
): readonly AssignmentRule[] {
  const { practiceId, payerId, amountCents, decision } = denial;
  return rules.filter(
    ({ practices, payers, categories, fromCents = 0, toCents = Number.POSITIVE_INFINITY }) =>
      practices?.includes(practiceId) !== false &&
      payers?.includes(payerId) !== false &&
      categories?.includes(decision.category) !== false &&
      amountCents >= fromCents &&
      amountCents <= toCents,
  );
}
