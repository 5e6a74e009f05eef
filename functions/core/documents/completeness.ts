import type { RequiredDocument } from '../denial/decision.ts';
import type { Denial } from '../denial/denial.ts';
import { receivedDocumentsOf } from './request.ts';

/** What a person says of the documents that the payer wants, each by its words in `requiredDocuments`. */
export interface Enclosures {
  readonly enclosed: readonly string[];
  /** Those that the payer does not need here, and why. */
  readonly notNeeded: readonly { readonly document: string; readonly reason: string }[];
}

/** A document that the decision asks for, and what is attached of it, by hash. */
export interface Requirement extends RequiredDocument {
  readonly state: 'attached' | 'missing';
  readonly attached: readonly string[];
}

/** What the decision asks for, with what is attached to the denial; where it asks for nothing, what the letter requires. */
export function requirementsOf({
  decision,
  documents,
  candidate,
}: Pick<Denial, 'decision' | 'documents' | 'candidate'>): readonly Requirement[] {
  const asked = decision.requiredDocuments.length > 0 ? decision.requiredDocuments : ofLetter(candidate);
  return asked.map((required) => {
    const attached = documents
      .filter(({ satisfies }) => satisfies.includes(required.document))
      .map(({ sha256 }) => sha256);
    return { ...required, state: attached.length > 0 ? 'attached' : 'missing', attached };
  });
}

function ofLetter(candidate: Denial['candidate']): readonly RequiredDocument[] {
  return (candidate?.requiredDocuments ?? []).map(({ document }) => ({
    document,
    ruleId: `template.${candidate?.templateId}`,
    source: 'the template of the letter',
    confidence: 'medium',
  }));
}

/**
 * The documents that are neither attached, nor received from whoever was asked, nor enclosed by a person's word, nor
 * declared unneeded: a submission waits for them. On a route that a person chose nothing is asked for by rule, since the
 * list of the decision is of another route.
 *
 * @example
 * missingDocuments(denial, { enclosed: ['the operative report'], notNeeded: [] }) // ['the implant invoice']
 */
export function missingDocuments(
  denial: Pick<Denial, 'decision' | 'documents' | 'documentRequests' | 'candidate'>,
  { enclosed, notNeeded }: Enclosures,
): readonly string[] {
  if (denial.decision.route !== 'documentation') return [];
  const settled = new Set([
    ...enclosed,
    ...receivedDocumentsOf(denial),
    ...notNeeded.map(({ document }) => document),
  ]);
  return requirementsOf(denial)
    .filter(({ state, document }) => state === 'missing' && !settled.has(document))
    .map(({ document }) => document);
}
