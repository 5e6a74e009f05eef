/** A template of templates/<id>/ as the use cases see it. */
export interface LetterTemplate {
  readonly templateId: string;
  readonly sha256: string;
  readonly passages: readonly { readonly id: string; readonly label: string; readonly maxLength: number }[];
}

export interface Letters {
  template(templateId: string): LetterTemplate | null;
  /** Deterministic: the same template, facts and passages give the same text. Missing facts show as ⟦MISSING: …⟧. */
  render(templateId: string, facts: object, passages: Readonly<Record<string, string>>): string;
}
