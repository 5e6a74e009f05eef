import type { Levels } from '../core/answer/levels.ts';
import { appealActionOf, withSending } from '../core/answer/sendings.ts';
import { factsSha256 } from '../core/appeal/facts.ts';
import type { Approval, Denial, Handover } from '../core/denial/denial.ts';
import type { Delivery } from '../ports/delivery.ts';
import { currentFacts, type LetterPorts } from './make-letter.ts';
import { answerAwaitedBy } from './record-sending.ts';
import {
  runTask,
  type TaskChange,
  type TaskInput,
  type TaskOutput,
  type TaskPorts,
} from './workflow-task.ts';

export type DeliverPorts = TaskPorts &
  Pick<LetterPorts, 'remittances' | 'claims' | 'settings' | 'words'> & {
    readonly delivery: Delivery;
    readonly levels: Levels;
  };

/**
 * Workflow task after the hold: hands over the approved object version itself, never a new rendering (ADR-0006).
 * Does nothing when the approval was taken back; voids it when a fact or the stored bytes changed. Repeatable: the
 * channel is keyed by the approved hash.
 */
export function deliverAppeal(ports: DeliverPorts, input: TaskInput): Promise<TaskOutput> {
  let left: Handover | null = null;
  return runTask(ports, input, (denial) =>
    left !== null && denial.state !== 'held'
      ? recordLate(ports, denial, left)
      : deliver(ports, denial, (handover) => {
          left = handover;
        }),
  );
}

async function deliver(
  ports: DeliverPorts,
  denial: Denial,
  onHandedOver: (handover: Handover) => void,
): Promise<TaskChange | null> {
  if (denial.state === 'sent') return awaitPayer();
  const { approval } = denial;
  // Approved again within the first hold: the machine comes back when the second one has ended.
  if (denial.state !== 'held' || approval === null || ports.clock.now() < approval.holdUntil) return null;

  const { facts } = await currentFacts(ports, denial);
  if (factsSha256(facts) !== approval.factsSha256) return voided(approval, 'facts_changed');

  const taken = await ports.delivery.handOver({
    key: `${denial.denialId}/${approval.sha256}`,
    object: { bucket: 'packets', key: approval.objectKey, versionId: approval.objectVersionId },
    sha256: approval.sha256,
  });
  if (taken.kind === 'bytes_differ') return voided(approval, 'stored_bytes_differ');

  const handover: Handover = {
    sha256: approval.sha256,
    channel: taken.channel,
    reference: taken.reference,
    handedOverAt: ports.clock.now(),
    handedOverBy: 'deliver',
  };
  onHandedOver(handover);
  return handedOver(ports, denial, handover, { state: 'sent', nextAction: 'The letter was handed over.' });
}

/** The record changed (a payment came in) while the letter left: what left is recorded, whatever the state is now. */
async function recordLate(
  ports: DeliverPorts,
  denial: Denial,
  handover: Handover,
): Promise<TaskChange | null> {
  if (denial.state === 'sent') return awaitPayer();
  if (denial.handover?.sha256 === handover.sha256) return null;
  return handedOver(ports, denial, handover, {
    nextAction: 'The appeal had left before this change: check what the payer received.',
  });
}

async function handedOver(
  ports: DeliverPorts,
  denial: Denial,
  handover: Handover,
  patch: TaskChange['patch'],
): Promise<TaskChange> {
  const { sha256, channel } = handover;
  const sentOn = ports.clock.today();
  const action = appealActionOf(denial);
  const dueOn = await answerAwaitedBy(ports, denial, action, sentOn);
  const { templateId = null, templateSha256 = null } =
    denial.candidate?.sha256 === sha256 ? denial.candidate : {};
  const { level } = denial;
  return {
    part: 'deliver',
    type: 'AppealHandedOver',
    patch: {
      ...patch,
      handover,
      sendings: withSending(denial, { action, level, sentOn, templateId, templateSha256 }),
      answerDueOn: dueOn,
      lastReminder: null,
    },
    detail: { sha256, channel, sentOn, action, templateId, templateSha256, answerDueOn: dueOn },
  };
}

function awaitPayer(): TaskChange {
  return {
    part: 'deliver',
    type: 'PayerAwaited',
    patch: { state: 'awaiting_payer', nextAction: 'Wait for the payer’s answer to the appeal.' },
  };
}

/** Back to drafting without a letter, so that the workflow makes a new one from the facts as they are. */
function voided(approval: Approval, because: string): TaskChange {
  return {
    part: 'deliver',
    type: 'ApprovalVoided',
    patch: {
      state: 'drafting',
      nextAction: 'The approval is void because something changed: a new letter is being drafted.',
      candidate: null,
      approval: null,
    },
    detail: { candidateSha256: approval.sha256, because },
  };
}
