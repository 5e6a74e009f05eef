import type { Denial } from '../denial/denial.ts';

/** What a person says of the documents that the payer wants, each by its words in `requiredDocuments`. */
export interface Enclosures {
  readonly enclosed: readonly string[];
  /** Those that the payer does not need here, and why. */
  readonly notNeeded: readonly { readonly document: string; readonly reason: string }[];
}

/**
 * The documents that are neither enclosed nor declared unneeded: a submission waits for them. On a route that a person
 * chose nothing is asked for by rule, since the list of the decision is of another route.
 *
 * @example
 * missingDocuments(denial, { enclosed: ['the operative report'], notNeeded: [] }) // ['the implant invoice']
 */
export function missingDocuments(
  { decision }: Pick<Denial, 'decision'>,
  { enclosed, notNeeded }: Enclosures,
): readonly string[] {
  if (decision.route !== 'documentation') return [];
  const settled = new Set([...enclosed, ...notNeeded.map(({ document }) => document)]);
  return decision.requiredDocuments.map(({ document }) => document).filter((name) => !settled.has(name));
}
