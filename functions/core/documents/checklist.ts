import type { Denial } from '../denial/denial.ts';
import { IN_OUR_HANDS } from '../denial/our-move.ts';
import { isInHistoryReview } from '../history/history-review.ts';
import { effectiveDueOn, openRequestsOf } from './request.ts';

/** One document that is wanted, and how far it is. */
export interface WantedDocument {
  readonly document: string;
  /** `needed`: asked of nobody. `asked`: somebody is to bring it. `received`: it is here, brought or attached. */
  readonly state: 'needed' | 'asked' | 'received';
  /** Of `asked`: the soonest day. */
  readonly dueOn: string | null;
}

type Wanting = Pick<Denial, 'decision' | 'documentRequests' | 'documents' | 'sendBy'>;

/** What the payer wants by the decision, then what people asked for beside it; withdrawn requests want nothing. */
export function checklistOf({
  decision,
  documentRequests,
  documents,
  sendBy,
}: Wanting): readonly WantedDocument[] {
  const requests = documentRequests.filter(({ state }) => state !== 'withdrawn');
  const names = new Set([
    ...decision.requiredDocuments.map(({ document }) => document),
    ...requests.map(({ document }) => document),
  ]);
  return [...names].map((document) => {
    const own = requests.filter((request) => request.document === document);
    const isHere =
      own.some(({ state }) => state === 'received') ||
      documents.some(({ satisfies }) => satisfies.includes(document));
    if (isHere) return { document, state: 'received', dueOn: null };
    const [dueOn = null] = own.map((request) => effectiveDueOn(request, sendBy)).sort();
    return { document, state: dueOn === null ? 'needed' : 'asked', dueOn };
  });
}

/**
 * Whether somebody is asked for a document on a route that is not itself about documents (an appeal that needs the
 * operative report): those stand in a list of their own, the others in that of `collecting_documents`.
 */
export function isAskedForBeside(denial: Pick<Denial, 'state' | 'history' | 'documentRequests'>): boolean {
  return (
    denial.state !== 'collecting_documents' &&
    IN_OUR_HANDS.includes(denial.state) &&
    !isInHistoryReview(denial) &&
    openRequestsOf(denial).length > 0
  );
}
