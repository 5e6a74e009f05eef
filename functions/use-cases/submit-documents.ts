import { type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';
import { type Sending, type SendingPorts, sendingPlan } from './record-sending.ts';

export const DOCUMENT_CHANNELS = ['mail', 'fax', 'portal', 'electronic'] as const;

const DOCUMENTS = { type: 'DocumentsSent', action: 'documents' } as const;

/** A biller has sent the documents that the payer asked for: how, under which reference and on which day. */
export function submitDocuments(
  ports: SendingPorts,
  request: ActRequest & Sending & { readonly channel: (typeof DOCUMENT_CHANNELS)[number] },
): Promise<ActResult> {
  return actOnDenial(ports, 'submit_documents', request, (denial, at) =>
    sendingPlan(ports, DOCUMENTS, request, denial, at, { sentBy: request.channel }),
  );
}
