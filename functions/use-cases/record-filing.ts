import { appealActionOf } from '../core/answer/sendings.ts';
import { type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';
import { type Sending, type SendingPorts, sendingPlan } from './record-sending.ts';

export const FILING_CHANNELS = ['mail', 'fax', 'portal', 'electronic', 'in_person'] as const;

/** A person has filed the appeal of this level by form, portal or counsel, where no letter of ours is the request. */
export function recordFiling(
  ports: SendingPorts,
  request: ActRequest & Sending & { readonly channel: (typeof FILING_CHANNELS)[number] },
): Promise<ActResult> {
  return actOnDenial(ports, 'record_filing', request, (denial, at) =>
    sendingPlan(ports, { type: 'AppealFiled', action: appealActionOf(denial) }, request, denial, at, {
      sentBy: request.channel,
    }),
  );
}
