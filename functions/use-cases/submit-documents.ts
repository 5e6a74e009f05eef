import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';
import { type Sending, sendingPlan } from './record-sending.ts';

export const DOCUMENT_CHANNELS = ['mail', 'fax', 'portal', 'electronic'] as const;

/** A biller has sent the documents that the payer asked for: how, under which reference and on which day. */
export function submitDocuments(
  ports: ActPorts,
  request: ActRequest & Sending & { readonly channel: (typeof DOCUMENT_CHANNELS)[number] },
): Promise<ActResult> {
  return actOnDenial(ports, 'submit_documents', request, (denial, at) =>
    sendingPlan('DocumentsSent', request, denial, ports.clock.today(), at, { sentBy: request.channel }),
  );
}
