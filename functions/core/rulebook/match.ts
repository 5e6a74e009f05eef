import type { Route } from '../denial/decision.ts';
import { type Circumstances, type CompiledCondition, holds } from './condition.ts';

/** A rule of the rulebook with its condition made ready. */
export type Compiled<R> = R & { readonly condition: CompiledCondition };

/** What several rules that hold at once come to. */
export type Pick<R> =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly rule: R }
  /** Equally specific rules with different routes: nobody may choose but a person. */
  | { readonly kind: 'tie'; readonly rules: readonly R[] };

/** The first rule of an ordered list that holds. */
export function firstThatHolds<R>(rules: readonly Compiled<R>[], c: Circumstances): Compiled<R> | undefined {
  for (const rule of rules) if (holds(rule.condition, c)) return rule;
  return undefined;
}

/**
 * The most specific of the rules that hold. Among equally specific ones the first stands for all
 * when their routes agree; when they do not, one that wants a review stands, and without one it is a tie.
 */
export function mostSpecific<R extends { readonly route?: Route | undefined }>(
  rules: readonly Compiled<R>[],
  c: Circumstances,
): Pick<Compiled<R>> {
  let best: Compiled<R> | undefined;
  let rivals: Compiled<R>[] | undefined;
  for (const rule of rules) {
    if (!holds(rule.condition, c)) continue;
    const lead = best === undefined ? 1 : rule.condition.specificity - best.condition.specificity;
    if (lead > 0) {
      best = rule;
      rivals = undefined;
    } else if (lead === 0 && rule.route !== best?.route) {
      rivals = [...(rivals ?? []), rule];
    }
  }
  if (best === undefined) return { kind: 'none' };
  if (rivals === undefined) return { kind: 'one', rule: best };
  const tied = [best, ...rivals];
  const review = tied.find((rule) => rule.route === 'review');
  return review === undefined ? { kind: 'tie', rules: tied } : { kind: 'one', rule: review };
}
