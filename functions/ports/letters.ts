import type { StatedFact } from '../core/appeal/added-facts.ts';
import type { TemplateScope } from '../core/appeal/choose-template.ts';
import type { CompareTexts } from '../core/appeal/difference.ts';
import type { LetterFacts } from '../core/appeal/facts.ts';
import type { PassageSpec } from '../core/appeal/passages.ts';
import type { PayerType } from '../core/payer/profile.ts';

/** A template of templates/<id>/ as the use cases see it. */
export interface LetterTemplate extends TemplateScope {
  readonly templateId: string;
  /** What the letter is, for the biller. */
  readonly title: string;
  /** Of the template's source, its partials, its manifest and the law. */
  readonly sha256: string;
  readonly passages: readonly PassageSpec[];
  /** What the packet of this letter needs, in words. */
  readonly requiredDocuments: readonly string[];
}

export interface Letters {
  templates(): readonly LetterTemplate[];
  template(templateId: string): LetterTemplate | null;
  readonly compare: CompareTexts;
  /** Citations in a text that are no law of this payer's line of business, each as one thing that is open. */
  otherLaw(payerType: PayerType, text: string): readonly string[];
  /** Deterministic: the same template, facts and passages give the same text. Missing facts show as ⟦MISSING: …⟧. */
  render(
    templateId: string,
    facts: LetterFacts,
    passages: Readonly<Record<string, string>>,
    added?: readonly StatedFact[],
  ): string;
}
