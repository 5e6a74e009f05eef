import { type DocumentRequest, dueOnRefusal } from '../core/documents/request.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

export interface AskedDocument {
  /** As `requiredDocuments` of the decision names it, or in the person's own words. */
  readonly document: string;
  readonly holder: { readonly name: string; readonly email?: string | undefined };
  /** The day by which it must be here. */
  readonly dueOn: string;
}

/** A biller asks whoever holds a document for it, by a day that leaves time to send it. The sweep reminds of it. */
export function requestDocument(ports: ActPorts, request: ActRequest & AskedDocument): Promise<ActResult> {
  const { user, document, holder, dueOn } = request;
  return actOnDenial(ports, 'request_document', request, ({ documentRequests, sendBy }, at) => {
    const refusal = dueOnRefusal(dueOn, sendBy, ports.clock.today());
    if (refusal !== null) return refused('DATE_REFUSED', refusal, 'dueOn');
    const asked: DocumentRequest = {
      number: documentRequests.length + 1,
      document,
      holder: { name: holder.name, email: holder.email ?? null },
      dueOn,
      state: 'open',
      askedBy: user.userId,
      askedAt: at,
      settledBy: null,
      settledAt: null,
      reminded: null,
    };
    return {
      kind: 'plan',
      type: 'DocumentRequested',
      patch: { documentRequests: [...documentRequests, asked] },
      reason: `${document}, of ${holder.name}`,
      detail: { request: asked.number, dueOn },
    };
  });
}
