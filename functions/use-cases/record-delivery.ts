import { sentName } from '../core/appeal/letter-name.ts';
import type { DeliveryEvidence } from '../core/delivery/evidence.ts';
import { documentsLeftWith } from '../core/delivery/left-with.ts';
import type { Denial, Handover } from '../core/denial/denial.ts';
import {
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { letterSent, refusalOfSendingDay, type SendingPorts } from './record-sending.ts';

/** A document of the denial, by its hash, that shows what a person says. */
interface Proven {
  readonly documentSha256?: string | undefined;
}

/**
 * What a print room handed over to us is in the mail: from that day on the payer has the move. With a tracking number or
 * a proof of mailing the carrier has it; without either there is a person's word, and that is all that is claimed. Of
 * what was sent already it is added to the evidence.
 */
export function recordMailing(
  ports: SendingPorts,
  request: ActRequest & Proven & { readonly mailedOn: string; readonly trackingNumber?: string | undefined },
): Promise<ActResult> {
  const { user, mailedOn, trackingNumber, documentSha256 } = request;
  return actOnDenial(ports, 'record_mailing', request, async (denial, at) => {
    const handover = handoverOf(denial);
    const wrong =
      refusalOfSendingDay(ports, denial, mailedOn, 'mailedOn') ??
      notBefore(handover, mailedOn, 'mailedOn', 'handed over for printing') ??
      unknownDocument(denial, documentSha256);
    if (wrong !== null) return wrong;
    const isShown = trackingNumber !== undefined || documentSha256 !== undefined;
    const evidence: DeliveryEvidence = {
      shows: isShown ? 'accepted_by_channel' : 'handed_over',
      on: mailedOn,
      reference: trackingNumber ?? 'mailed',
      documentSha256: documentSha256 ?? null,
      recordedBy: user.userId,
      recordedAt: at,
    };
    const plan = withEvidence('MailingRecorded', handover, evidence);
    return handover.sentOn === null ? sentOnDay(ports, denial, plan, handover, mailedOn) : plan;
  });
}

/** A person has put the approved files into the payer's portal, which confirmed it by a number. */
export function recordPortalSubmission(
  ports: SendingPorts,
  request: ActRequest & Proven & { readonly submittedOn: string; readonly confirmationNumber: string },
): Promise<ActResult> {
  const { user, submittedOn, confirmationNumber: reference, documentSha256 } = request;
  return actOnDenial(ports, 'record_portal_submission', request, async (denial, at) => {
    const { approval, candidate } = denial;
    const wrong =
      refusalOfSendingDay(ports, denial, submittedOn, 'submittedOn') ??
      beforeLetter(candidate?.datedOn ?? null, submittedOn) ??
      unknownDocument(denial, documentSha256);
    if (wrong !== null) return wrong;
    const handover: Handover = {
      sha256: approval?.sha256 ?? null,
      channel: 'portal',
      reference,
      handedOverAt: at,
      handedOverBy: user.userId,
      sentOn: null,
      evidence: [],
    };
    const evidence: DeliveryEvidence = {
      shows: 'accepted_by_channel',
      on: submittedOn,
      reference,
      documentSha256: documentSha256 ?? null,
      recordedBy: user.userId,
      recordedAt: at,
    };
    const plan = withEvidence('PortalSubmissionRecorded', handover, evidence);
    return sentOnDay(ports, denial, plan, handover, submittedOn);
  });
}

/** The channel, or the payer, says that it has what was sent: a fax receipt, a letter of acknowledgement. */
export function recordAcknowledgement(
  ports: SendingPorts,
  request: ActRequest &
    Proven & {
      readonly by: 'channel' | 'payer';
      readonly acknowledgedOn: string;
      readonly reference: string;
    },
): Promise<ActResult> {
  const { user, by, acknowledgedOn, reference, documentSha256 } = request;
  return actOnDenial(ports, 'record_acknowledgement', request, (denial, at) => {
    const handover = handoverOf(denial);
    const wrong =
      refusalOfSendingDay(ports, denial, acknowledgedOn, 'acknowledgedOn') ??
      notBefore(handover, acknowledgedOn, 'acknowledgedOn', 'sent') ??
      unknownDocument(denial, documentSha256);
    if (wrong !== null) return wrong;
    return withEvidence('DeliveryAcknowledged', handover, {
      shows: by === 'payer' ? 'acknowledged_by_payer' : 'accepted_by_channel',
      on: acknowledgedOn,
      reference,
      documentSha256: documentSha256 ?? null,
      recordedBy: user.userId,
      recordedAt: at,
    });
  });
}

function handoverOf({ handover }: Denial): Handover {
  if (handover === null) throw new Error('The state allows this only where something was handed over.');
  return handover;
}

function withEvidence(type: string, handover: Handover, evidence: DeliveryEvidence): Plan {
  const { shows, on, reference, documentSha256 } = evidence;
  return {
    kind: 'plan',
    type,
    patch: { handover: { ...handover, evidence: [...handover.evidence, evidence] } },
    detail: { channel: handover.channel, shows, on, reference, documentSha256 },
  };
}

/** It leaves the building with this: the payer has the move, and a day on which its silence becomes work. */
async function sentOnDay(
  ports: SendingPorts,
  denial: Denial,
  { patch, detail, ...plan }: Plan,
  { sha256 }: Handover,
  sentOn: string,
): Promise<Plan> {
  const sent = await letterSent(ports, denial, sentOn);
  return {
    ...plan,
    patch: {
      ...sent.patch,
      state: 'awaiting_payer',
      nextAction: `Wait for the payer’s answer to the ${sentName(denial)}.`,
      documents: documentsLeftWith(sha256, denial, sentOn),
      handover: { ...(patch.handover as Handover), sentOn },
    },
    detail: { ...sent.detail, ...detail },
  };
}

function notBefore({ sentOn, evidence }: Handover, on: string, field: string, what: string): Refusal | null {
  const first = sentOn ?? evidence[0]?.on;
  return first !== undefined && on < first
    ? refused('DATE_REFUSED', `The day lies before ${first}, when it was ${what}.`, field)
    : null;
}

/** A letter is approved on the day that it bears. */
function beforeLetter(datedOn: string | null, on: string): Refusal | null {
  return datedOn !== null && on < datedOn
    ? refused('DATE_REFUSED', `The day lies before ${datedOn}, when the letter was approved.`, 'submittedOn')
    : null;
}

function unknownDocument({ documents }: Denial, sha256: string | undefined): Refusal | null {
  return sha256 === undefined || documents.some((each) => each.sha256 === sha256)
    ? null
    : refused(
        'NO_SUCH_DOCUMENT',
        'Attach the document first: the denial has none of this hash.',
        'documentSha256',
      );
}
