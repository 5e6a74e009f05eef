import type { Levels } from '../core/answer/levels.ts';
import { eventPrefix, letterName, sentName } from '../core/appeal/letter-name.ts';
import type { DeliveryChannel } from '../core/appeal/packet/channel.ts';
import { changedInWords, sayVoided } from '../core/appeal/what-changed.ts';
import { documentsLeftWith } from '../core/delivery/left-with.ts';
import { type DeliveryRefusal, sayRefusal } from '../core/delivery/refusal.ts';
import { DEFAULT_DELIVERY, settingFor } from '../core/delivery/setting.ts';
import type { Approval, Denial, Handover } from '../core/denial/denial.ts';
import { appealsOffice, type RegistryPayer, registeredPayerOf } from '../core/payer/registry.ts';
import {
  type ApprovedPacket,
  ChannelUnreachableError,
  type Delivery,
  type HandedOver,
} from '../ports/delivery.ts';
import { changesOf } from './letter-basis.ts';
import type { LetterPorts } from './make-letter.ts';
import { letterSent } from './record-sending.ts';
import {
  runTask,
  type TaskChange,
  type TaskInput,
  type TaskOutput,
  type TaskPorts,
} from './workflow-task.ts';

export type DeliverPorts = TaskPorts &
  Pick<LetterPorts, 'remittances' | 'claims' | 'settings' | 'words' | 'letters' | 'objects'> & {
    readonly delivery: Delivery;
    readonly levels: Levels;
  };

/** What a person looks at who reads the log: a channel took nothing, and will not until something is mended. */
export type OnRefused = (because: DeliveryRefusal) => void;

/**
 * Workflow task after the hold: hands over the approved object version itself, never a new rendering (ADR-0006), by the
 * channel it was approved for. Does nothing when the approval was taken back; voids it, with what changed, when a fact,
 * the template, an enclosure, a remittance, the channel or the stored bytes did. Repeatable: a channel knows a packet by the approved hash.
 *
 * @throws {ChannelUnreachableError} to be tried again
 */
export function deliverAppeal(
  ports: DeliverPorts,
  input: TaskInput,
  onRefused: OnRefused = () => {},
): Promise<TaskOutput> {
  let left: Handover | null = null;
  return runTask(ports, input, (denial) =>
    left !== null && denial.state !== 'held'
      ? recordLate(ports, denial, left)
      : deliver(ports, denial, onRefused, (handover) => {
          left = handover;
        }),
  );
}

async function deliver(
  ports: DeliverPorts,
  denial: Denial,
  onRefused: OnRefused,
  onHandedOver: (handover: Handover) => void,
): Promise<TaskChange | null> {
  if (denial.state === 'sent') return awaitPayer(denial);
  const { approval } = denial;
  // Approved again within the first hold: the machine comes back when the second one has ended.
  if (denial.state !== 'held' || approval === null || ports.clock.now() < approval.holdUntil) return null;

  const voidedBy = (because: readonly string[]) => voided(denial, approval, because, ports.clock.now());
  const channel = approval.channel ?? DEFAULT_DELIVERY.channel;
  const { payers } = await ports.settings.organisation();
  const payer = registeredPayerOf({ id: denial.payerId, name: denial.payerName }, payers);
  const setting = settingFor(payer, approval.channel);
  const packet = approvedPacket(denial, approval, payer);
  const changes = await changesOf(ports, denial);
  const leave = (taken: HandedOver): Promise<TaskChange> => {
    const handover = handoverOf(ports, approval, channel, taken.reference);
    onHandedOver(handover);
    return handedOver(ports, denial, handover, leavingWith(channel, taken.unseen === true, changes));
  };

  // What has left is recorded as sent, whatever has changed since: an earlier try may have died before it could.
  const before = await reached(denial, () => ports.delivery.findHandedOver(packet, setting));
  if (before?.kind === 'unreachable') return delayed(channel);
  if (before !== null) return leave(before);
  if (changes.length > 0) return voidedBy(changes);
  if (setting === null) return voidedBy(['the channel for this payer']);

  const taken = await reached(denial, () => ports.delivery.handOver(packet, setting));
  switch (taken.kind) {
    case 'unreachable':
      return delayed(channel);
    case 'bytes_differ':
      return voidedBy(['the stored packet, which is not the one that was approved']);
    case 'refused':
      onRefused(taken.because);
      return refusedBy(channel, approval, taken.because);
    case 'waits_for_person':
      return awaitPortal(approval, denial);
    case 'handed_over':
      return leave(taken);
  }
}

/** Tells once that the channel does not answer; the next time that is what the machine is to know. */
async function reached<T>(
  { nextAction }: Denial,
  ask: () => Promise<T>,
): Promise<T | { readonly kind: 'unreachable' }> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ChannelUnreachableError) || nextAction === NOT_REACHED) throw error;
    return { kind: 'unreachable' };
  }
}

function approvedPacket(denial: Denial, approval: Approval, payer: RegistryPayer | null): ApprovedPacket {
  const { candidate, denialId, level, deadlines } = denial;
  const stored = ({
    sha256,
    objectKey,
    objectVersionId,
  }: Pick<Approval, 'sha256' | 'objectKey' | 'objectVersionId'>) => ({
    sha256,
    object: { bucket: 'packets', key: objectKey, versionId: objectVersionId } as const,
  });
  return {
    denialId,
    packet: { ...stored(approval), fileName: 'packet.pdf' },
    parts: approval.parts.map((part) => ({ ...stored(part), fileName: part.fileName })),
    pageCount: candidate?.sha256 === approval.sha256 ? candidate.pageCount : null,
    to: payer === null ? null : appealsOffice(payer, level),
    by: deadlines.find(({ governs }) => governs)?.counting?.channel ?? null,
  };
}

function handoverOf(
  { clock }: DeliverPorts,
  { sha256 }: Approval,
  channel: DeliveryChannel,
  reference: string,
): Handover {
  const [at, today] = [clock.now(), clock.today()];
  return {
    sha256,
    channel,
    reference,
    handedOverAt: at,
    handedOverBy: 'deliver',
    // What lies in a print room has not left the building.
    sentOn: channel === 'print_and_mail' ? null : today,
    evidence: [
      {
        shows: 'handed_over',
        on: today,
        reference,
        documentSha256: null,
        recordedBy: 'deliver',
        recordedAt: at,
      },
    ],
  };
}

/** State and next action with which it leaves. Until it is mailed our own clock runs, and the sweep reminds of it. */
function leavingWith(
  channel: DeliveryChannel,
  unseen: boolean,
  changes: readonly string[],
): TaskChange['patch'] {
  const changed =
    changes.length === 0
      ? ''
      : ` ${changedInWords(changes)} It had left by then: see what the payer received.`;
  if (channel === 'print_and_mail') {
    const mail = 'Handed over for printing: once it is mailed, record the day and the tracking number.';
    return { state: 'needs_review', nextAction: `${mail}${changed}` };
  }
  const handed = unseen
    ? 'It was handed over, and was gone when looked for again: ask the receiver whether they have it.'
    : HANDED_OVER;
  return { state: 'sent', nextAction: `${handed}${changed}` };
}

const HANDED_OVER = 'The packet was handed over.';

/** The record changed (a payment came in) while the letter left: what left is recorded, whatever the state is now. */
async function recordLate(
  ports: DeliverPorts,
  denial: Denial,
  handover: Handover,
): Promise<TaskChange | null> {
  if (denial.state === 'sent') return awaitPayer(denial);
  if (denial.handover?.sha256 === handover.sha256) return null;
  return handedOver(ports, denial, handover, {
    nextAction: `The ${sentName(denial)} had left before this change: check what the payer received.`,
  });
}

async function handedOver(
  ports: DeliverPorts,
  denial: Denial,
  handover: Handover,
  patch: TaskChange['patch'],
): Promise<TaskChange> {
  const { sha256, channel, sentOn } = handover;
  const documents = documentsLeftWith(sha256, denial, ports.clock.today());
  const told = { sha256, channel };
  if (sentOn === null) {
    return {
      part: 'deliver',
      type: `${eventPrefix(denial)}HandedOver`,
      patch: { ...patch, handover, documents },
      detail: { ...told, sentOn },
    };
  }
  const sent = await letterSent(ports, denial, sentOn);
  return {
    part: 'deliver',
    type: `${eventPrefix(denial)}HandedOver`,
    patch: { ...patch, ...sent.patch, handover, documents },
    detail: { ...told, ...sent.detail },
  };
}

/** What a person is to look at first stays in front of it. */
function awaitPayer(denial: Denial): TaskChange {
  const first = denial.nextAction === HANDED_OVER ? '' : `${denial.nextAction} `;
  return {
    part: 'deliver',
    type: 'PayerAwaited',
    patch: {
      state: 'awaiting_payer',
      nextAction: `${first}Wait for the payer’s answer to the ${sentName(denial)}.`,
    },
  };
}

function awaitPortal({ sha256 }: Approval, { payerName }: Denial): TaskChange {
  return {
    part: 'deliver',
    type: 'PortalSubmissionAwaited',
    patch: {
      state: 'needs_review',
      nextAction: `Submit the approved files in the portal of ${payerName}, then record its confirmation number.`,
    },
    detail: { sha256, channel: 'portal' },
  };
}

const NOT_REACHED = 'The channel does not answer: the packet has not left yet, and is tried again.';

function delayed(channel: DeliveryChannel): TaskChange {
  return {
    part: 'deliver',
    type: 'DeliveryDelayed',
    patch: { nextAction: NOT_REACHED },
    detail: { channel },
  };
}

/** Back to a letter that waits for approval: once it is mended the same bytes are approved again. */
function refusedBy(channel: DeliveryChannel, { sha256 }: Approval, because: DeliveryRefusal): TaskChange {
  return {
    part: 'deliver',
    type: 'DeliveryRefused',
    patch: {
      state: 'ready_to_approve',
      nextAction: `Not sent: ${sayRefusal(because)}; then approve again.`,
      approval: null,
    },
    detail: { sha256, channel, because },
  };
}

/** Back to drafting without a letter, so that the workflow makes a new one from the facts as they are. */
function voided(denial: Denial, approval: Approval, because: readonly string[], at: string): TaskChange {
  const { sha256, approvedBy, approvedAt } = approval;
  return {
    part: 'deliver',
    type: 'ApprovalVoided',
    patch: {
      state: 'drafting',
      nextAction: `${sayVoided(because)} A new ${letterName(denial)} is being drafted.`,
      candidate: null,
      approval: null,
      voidedApproval: {
        level: denial.level,
        sha256,
        approvedBy,
        approvedAt,
        voidedAt: at,
        because: [...because],
      },
    },
    reason: changedInWords(because),
    detail: { candidateSha256: sha256, because: because.join('; ') },
  };
}
