import type { GoesWithout, LetterDocument } from '../../denial/denial.ts';
import type { ChosenEnclosure } from '../enclosures.ts';
import { problemOfText } from '../passages.ts';

export const LONGEST_REASON_WITHOUT = 2_000;

/**
 * The documents that a letter requires, by their words: those of the decision; where it asks for none, because a person
 * chose the letter, those of its template.
 */
export function requiredByLetter(
  {
    decision,
  }: { readonly decision: { readonly requiredDocuments: readonly { readonly document: string }[] } },
  template: { readonly requiredDocuments: readonly string[] },
): readonly string[] {
  const asked = decision.requiredDocuments.map(({ document }) => document);
  return asked.length > 0 ? asked : template.requiredDocuments;
}

/**
 * How each required document stands: it goes along, the letter goes without it for a reason that somebody gave, or it is
 * missing. What goes along needs no reason any more.
 *
 * @example
 * requiredDocumentsOf(['the order'], [], []) // [{ document: 'the order', state: 'missing', reason: null, … }]
 */
export function requiredDocumentsOf(
  required: readonly string[],
  chosen: readonly ChosenEnclosure[],
  goesWithout: readonly GoesWithout[],
): readonly LetterDocument[] {
  const enclosed = new Set(chosen.flatMap(({ document }) => document.satisfies));
  return required.map((document): LetterDocument => {
    const said = goesWithout.find((each) => each.document === document);
    if (enclosed.has(document)) return { document, state: 'enclosed', reason: null, by: null, at: null };
    if (said === undefined) return { document, state: 'missing', reason: null, by: null, at: null };
    return { ...said, state: 'goes_without' };
  });
}

/**
 * What stops approval, in words: each required document that is missing.
 *
 * @example
 * missingDocumentsOf(documents) // ['DOCUMENT (the order): attach it, or say why the letter goes without it']
 */
export function missingDocumentsOf(documents: readonly LetterDocument[]): readonly string[] {
  return documents
    .filter(({ state }) => state === 'missing')
    .map(({ document }) => `DOCUMENT (${document}): attach it, or say why the letter goes without it`);
}

/** What is wrong with reasons for going without, in words: each is of a document that the letter requires, once. */
export function checkGoesWithout(
  said: readonly Pick<GoesWithout, 'document' | 'reason'>[],
  required: readonly string[],
): readonly { readonly at: number; readonly problem: string }[] {
  return said.flatMap(({ document, reason }, at) => {
    const problem = !required.includes(document)
      ? 'The letter requires no document of these words.'
      : said.findIndex((other) => other.document === document) < at
        ? 'This document stands twice among those that it goes without.'
        : reason.trim() === ''
          ? 'Say why the letter goes without it.'
          : problemOfText(reason, LONGEST_REASON_WITHOUT);
    return problem === null ? [] : [{ at, problem }];
  });
}

/** The reasons with who gave them and when: one that was given before in the same words stays its giver's. */
export function saidBy(
  said: readonly Pick<GoesWithout, 'document' | 'reason'>[],
  before: readonly GoesWithout[],
  giver: Pick<GoesWithout, 'by' | 'at'>,
): readonly GoesWithout[] {
  return said.map(
    ({ document, reason }) =>
      before.find((each) => each.document === document && each.reason === reason) ?? {
        document,
        reason,
        ...giver,
      },
  );
}
