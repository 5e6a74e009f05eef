import type { CleanDocument, Document } from './document.ts';

/** By these words a person marks a document as the form that the payer wants before the letter. */
export const PAYERS_FORM = 'the payer’s own form';

/** Whether a document is the payer's form, which stands before the letter and is no numbered enclosure. */
export function isPayersForm({ satisfies }: Pick<Document, 'satisfies'>): boolean {
  return satisfies.includes(PAYERS_FORM);
}

/** The form that was attached last and is checked; null where there is none. */
export function payersFormOf(documents: readonly Document[]): (Document & { clean: CleanDocument }) | null {
  const form = documents.findLast((document) => isPayersForm(document) && document.clean !== null);
  return form === undefined || form.clean === null ? null : { ...form, clean: form.clean };
}

/**
 * What keeps an appeal from leaving where the payer takes none without its own form.
 *
 * @param named by the payer registry; null where the payer wants no form
 */
export function missingForm(named: string | null, documents: readonly Document[]): readonly string[] {
  if (named === null || payersFormOf(documents) !== null) return [];
  return documents.some(isPayersForm)
    ? [`FORM of the payer (${named}) was attached before files were checked: attach it again`]
    : [`FORM of the payer (${named}): fill it in and attach it as “${PAYERS_FORM}”`];
}
