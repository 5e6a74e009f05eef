import type { DeliveryChannel } from '../appeal/packet/channel.ts';
import type { Denial } from '../denial/denial.ts';
import { type DeliveryStanding, deliveryStandingOf } from './evidence.ts';
import { DEFAULT_DELIVERY } from './setting.ts';

export interface ShownDelivery {
  readonly channel: DeliveryChannel | 'recorded_by_person';
  /** Null while nothing is approved. */
  readonly standing: DeliveryStanding | null;
}

/** By what way the packet of a denial would leave, is to leave or left, and how far it came; null where there is none. */
export function deliveryShown({
  candidate,
  approval,
  handover,
}: Pick<Denial, 'candidate' | 'approval' | 'handover'>): ShownDelivery | null {
  const standing = deliveryStandingOf({ approval, handover });
  if (standing !== null && standing !== 'queued' && handover !== null) {
    return { channel: handover.channel, standing };
  }
  const made = approval ?? candidate;
  return made === null ? null : { channel: made.channel ?? DEFAULT_DELIVERY.channel, standing };
}
