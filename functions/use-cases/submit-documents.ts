import { type Enclosures, missingDocuments } from '../core/documents/completeness.ts';
import { type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';
import { type Sending, type SendingPorts, sendingPlan } from './record-sending.ts';

export const DOCUMENT_CHANNELS = ['mail', 'fax', 'portal', 'electronic'] as const;

const DOCUMENTS = { type: 'DocumentsSent', action: 'documents' } as const;

/**
 * A biller has sent the documents that the payer asked for: how, under which reference and on which day. Each of them
 * is attached here, enclosed from elsewhere, or the person says why the payer does not need it. What is attached left
 * with it, and stays.
 */
export function submitDocuments(
  ports: SendingPorts,
  request: ActRequest &
    Sending & {
      readonly channel: (typeof DOCUMENT_CHANNELS)[number];
      readonly enclosed?: Enclosures['enclosed'] | undefined;
      readonly notNeeded?: Enclosures['notNeeded'] | undefined;
    },
): Promise<ActResult> {
  const { channel, enclosed = [], notNeeded = [] } = request;
  return actOnDenial(ports, 'submit_documents', request, async (denial, at) => {
    const missing = missingDocuments(denial, { enclosed, notNeeded });
    if (missing.length > 0) {
      return refused(
        'DOCUMENT_MISSING',
        `The payer wants more: ${missing.join('; ')}. Attach or enclose it, or say why the payer does not need it.`,
        'enclosed',
      );
    }
    const leaving = denial.documents.filter(({ sentOn }) => sentOn === null);
    const sending = await sendingPlan(ports, DOCUMENTS, request, denial, at, {
      sentBy: channel,
      // The names are a person's words; how many there were is enough here.
      enclosedCount: String(enclosed.length),
      attachedSha256: leaving.map(({ sha256 }) => sha256).join(' '),
    });
    if (sending.kind === 'refused') return sending;
    const documents = denial.documents.map((each) => ({ ...each, sentOn: each.sentOn ?? request.sentOn }));
    const plan = { ...sending, patch: { ...sending.patch, documents } };
    if (notNeeded.length === 0) return plan;
    const reason = notNeeded.map((each) => `Not needed: ${each.document} (${each.reason})`).join(' ');
    return { ...plan, reason };
  });
}
