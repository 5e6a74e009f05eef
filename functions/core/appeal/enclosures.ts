import type { Draft } from '../denial/denial.ts';
import type { Document } from '../documents/document.ts';
import { isPayersForm } from '../documents/payers-form.ts';
import { problemOfText } from './passages.ts';

/** A document that goes along with a letter: its number in letter, stamps and list, from 1, and its name there. */
export interface ChosenEnclosure {
  readonly number: number;
  readonly name: string;
  readonly document: Document;
}

/**
 * What goes along with a letter, in the order of its numbers: as the biller chose, and where nobody chose, every
 * document in the order in which it was attached. A document that was taken off since is left out, and the payer's own
 * form, which stands before the letter.
 *
 * @example
 * enclosuresOf({ enclosures: null }, denial.documents) // [{ number: 1, name: 'the medical records', document }]
 */
export function enclosuresOf(
  { enclosures }: Pick<Draft, 'enclosures'>,
  documents: readonly Document[],
): readonly ChosenEnclosure[] {
  const chosen =
    enclosures === null
      ? documents
          .filter((document) => !isPayersForm(document))
          .map((document) => ({ name: nameOf(document), document }))
      : enclosures.flatMap(({ sha256, name }) => {
          const document = documents.find((attached) => attached.sha256 === sha256);
          return document === undefined || isPayersForm(document) ? [] : [{ name, document }];
        });
  return chosen.map((enclosure, at) => ({ number: at + 1, ...enclosure }));
}

/** Of the required documents that it is, by their words. */
function nameOf({ satisfies }: Document): string {
  const words = satisfies.join('; ');
  return words === '' ? 'further document' : words;
}

export const LONGEST_ENCLOSURE_NAME = 200;

/** What is wrong with a choice of enclosures, in words: each is attached, stands once and has a name. */
export function checkEnclosures(
  chosen: NonNullable<Draft['enclosures']>,
  documents: readonly Document[],
): readonly { readonly at: number; readonly problem: string }[] {
  return chosen.flatMap(({ sha256, name }, at) => {
    const problem = documents.every((document) => document.sha256 !== sha256)
      ? 'This document is not attached to the denial.'
      : chosen.findIndex((other) => other.sha256 === sha256) < at
        ? 'This document stands twice among the enclosures.'
        : name.trim() === ''
          ? 'An enclosure has a name.'
          : problemOfText(name, LONGEST_ENCLOSURE_NAME);
    return problem === null ? [] : [{ at, problem }];
  });
}
