import { isOfOrganisation } from './compile.ts';
import { type AnyRule, placedRulesOf } from './references.ts';
import type { Condition, RulebookData } from './schema.ts';

/** A rule as a person reads it. */
export interface WrittenRule {
  readonly id: string;
  /** The file it stands in: what it decides. */
  readonly kind: string;
  readonly setBy: 'release' | 'organisation';
  readonly says: string;
  /** The route it leads to; null where it decides something else. */
  readonly route: string | null;
  /** What must be true; null where codes or the file itself say it. */
  readonly when: Condition | null;
  /** Everything else that it says, by the names of its file. */
  readonly more: { readonly [name: string]: unknown };
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

type FullRule = AnyRule & {
  readonly says: string;
  readonly source: string;
  readonly confidence: WrittenRule['confidence'];
  readonly route?: string | undefined;
};

/** Every rule of a rulebook as it is written, file by file and in the order in which they are asked; codes aside. */
export function writtenRulesOf(data: RulebookData): readonly WrittenRule[] {
  return placedRulesOf(data).map(({ part, rule }) => {
    // Every file's schema has the sentence, its source and its confidence.
    const { id, says, source, confidence, when, route, effectiveFrom, effectiveUntil, ...more } =
      rule as FullRule;
    return {
      id,
      kind: part,
      setBy: isOfOrganisation(id) ? 'organisation' : 'release',
      says,
      route: route ?? null,
      when: when ?? null,
      more,
      effectiveFrom: effectiveFrom ?? null,
      effectiveUntil: effectiveUntil ?? null,
      source,
      confidence,
    };
  });
}
