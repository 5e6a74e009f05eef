import * as z from 'zod';
import type { Approval, Handover } from '../denial/denial.ts';

/** What is known of a packet's way, each proven by the one before and by more. */
export const DELIVERY_STANDINGS = [
  /** Approved; nothing has left. */
  'queued',
  /** Put where the channel takes it, or sent by a person's word. */
  'handed_over',
  /** The channel says that it has it: a tracking number, a portal's confirmation, a fax service's receipt. */
  'accepted_by_channel',
  /** The payer says that it has it. */
  'acknowledged_by_payer',
] as const;
export type DeliveryStanding = (typeof DELIVERY_STANDINGS)[number];

/** One thing that shows how far a packet came. Added to, never changed. */
export const deliveryEvidenceSchema = z.strictObject({
  shows: z.enum(DELIVERY_STANDINGS).exclude(['queued']),
  /** The day it happened, as whoever recorded it says. */
  on: z.iso.date(),
  /** Where it lies, tracking number, confirmation number. */
  reference: z.string(),
  /** A document of the denial that shows it. */
  documentSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** User id, or the part of the system. */
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
});
export type DeliveryEvidence = z.infer<typeof deliveryEvidenceSchema>;

/**
 * How far the packet that was approved last has come, by its evidence; null where none was approved and nothing left.
 * What a person sent by themselves has no approval: it stands by its own evidence.
 *
 * @example
 * deliveryStandingOf({ approval, handover: null }) // 'queued'
 */
export function deliveryStandingOf({
  approval,
  handover,
}: {
  readonly approval: Pick<Approval, 'sha256' | 'approvedAt'> | null;
  readonly handover: Pick<Handover, 'sha256' | 'evidence' | 'handedOverAt'> | null;
}): DeliveryStanding | null {
  if (approval !== null && !isOf(handover, approval)) return 'queued';
  if (handover === null) return null;
  // A record from before evidence was kept says that it was handed over, and no more.
  return handover.evidence.reduce<DeliveryStanding>(
    (furthest, { shows }) =>
      DELIVERY_STANDINGS.indexOf(shows) > DELIVERY_STANDINGS.indexOf(furthest) ? shows : furthest,
    'handed_over',
  );
}

/** Whether this is what became of the approval: a later approval is of another packet, and a person's own sending ends it. */
function isOf(
  handover: Pick<Handover, 'sha256' | 'handedOverAt'> | null,
  approval: Pick<Approval, 'sha256' | 'approvedAt'>,
): handover is Handover {
  if (handover === null) return false;
  return handover.sha256 === approval.sha256 || handover.handedOverAt >= approval.approvedAt;
}

/** The day on which it left the building; null while it waits to be mailed. */
export function leftOn({ evidence, sentOn, handedOverAt }: Handover): string | null {
  return evidence.length === 0 ? handedOverAt.slice(0, 10) : sentOn;
}

const IN_WORDS: Readonly<Record<DeliveryStanding, string>> = {
  queued: 'approved, nothing has left',
  handed_over: 'handed over',
  accepted_by_channel: 'accepted by the channel',
  acknowledged_by_payer: 'acknowledged by the payer',
};

/** The standing in words that claim no more than it does. */
export function sayStanding(standing: DeliveryStanding): string {
  return IN_WORDS[standing];
}
