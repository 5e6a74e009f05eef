import type { StatedFact } from '../core/appeal/added-facts.ts';
import type { TemplateScope } from '../core/appeal/choose-template.ts';
import type { CompareTexts } from '../core/appeal/difference.ts';
import type { LetterFacts } from '../core/appeal/facts.ts';
import type { OwnTemplate } from '../core/appeal/own-template.ts';
import type { PassageSpec } from '../core/appeal/passages.ts';
import type { PayerType } from '../core/payer/profile.ts';
import type { DataProblem } from '../core/rulebook/problem.ts';

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

/** What a check of an organisation's template found. */
export interface OwnTemplateReport {
  /** With its fields filled in; null where there is a problem. */
  readonly template: OwnTemplate | null;
  readonly problems: readonly DataProblem[];
}

export interface Letters {
  /** With an organisation's own templates beside these; one that the checker refuses is left out. */
  withOwn(own: readonly OwnTemplate[]): Letters;
  /** A template as an organisation wrote it; nothing of it is run. */
  checkOwn(templateId: string, written: unknown): OwnTemplateReport;
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
