import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

interface Settled {
  /** Of the request, from 1 within the denial. */
  readonly number: number;
}

/** What was asked for is here. It counts as enclosed when the documents are sent. */
export function receiveDocument(ports: ActPorts, request: ActRequest & Settled): Promise<ActResult> {
  return settle(ports, request, { state: 'received', type: 'DocumentReceived' });
}

/** Nobody has to bring it any more, for a written reason: it was asked of the wrong person, or is not needed. */
export function withdrawDocumentRequest(
  ports: ActPorts,
  request: ActRequest & Settled & { readonly reason: string },
): Promise<ActResult> {
  const { reason } = request;
  return settle(ports, request, { state: 'withdrawn', type: 'DocumentRequestWithdrawn', reason });
}

function settle(
  ports: ActPorts,
  request: ActRequest & Settled,
  {
    state,
    ...note
  }: { readonly state: 'received' | 'withdrawn'; readonly type: string; readonly reason?: string },
): Promise<ActResult> {
  const { user, number } = request;
  return actOnDenial(ports, 'settle_document_request', request, ({ documentRequests }, at) => {
    if (!documentRequests.some((each) => each.number === number && each.state === 'open')) {
      return refused('NOT_IN_THIS_STATE', 'No open request has this number.', 'number');
    }
    const settled = { state, settledBy: user.userId, settledAt: at };
    return {
      kind: 'plan',
      ...note,
      patch: {
        documentRequests: documentRequests.map((each) =>
          each.number === number ? { ...each, ...settled } : each,
        ),
      },
      detail: { request: number },
    };
  });
}
