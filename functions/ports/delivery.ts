import type { Channel } from '../core/deadline/deadline.ts';
import type { DeliveryRefusal } from '../core/delivery/refusal.ts';
import type { DeliverySetting } from '../core/delivery/setting.ts';
import type { DenialId } from '../core/ids.ts';
import type { ObjectVersion } from './object-store.ts';

/** One file as it was approved. */
export interface ApprovedFile {
  readonly object: ObjectVersion;
  readonly sha256: string;
  readonly fileName: string;
}

/** A packet as it was approved, and whom it is for. */
export interface ApprovedPacket {
  readonly denialId: DenialId;
  /** The packet in one file. Its hash, with the channel, is what a delivery is known by: once each. */
  readonly packet: ApprovedFile;
  /** What the channel wants beside it. */
  readonly parts: readonly ApprovedFile[];
  readonly pageCount: number | null;
  /** The payer's office; null where none is configured. */
  readonly to: {
    readonly name: string;
    readonly address: string | null;
    readonly fax: string | null;
    readonly portal: string | null;
  } | null;
  /** How its clock reckons that it goes on from there; null where no clock says. */
  readonly by: Channel | null;
}

export interface HandedOver {
  readonly kind: 'handed_over';
  readonly reference: string;
  /** It was put there before, and was taken away since: nobody saw it lie there. */
  readonly unseen?: true;
}

export type HandOver =
  | HandedOver
  /** Nothing leaves by itself: a person takes the files and puts them in. */
  | { readonly kind: 'waits_for_person' }
  /** The stored bytes do not hash to what was approved: nothing was sent. */
  | { readonly kind: 'bytes_differ' }
  | { readonly kind: 'refused'; readonly because: DeliveryRefusal };

/** Something on the way did not answer. It is tried again; what was sent is found then, and not sent twice. */
export class ChannelUnreachableError extends Error {
  override readonly name = 'ChannelUnreachableError';
  readonly code = 'DEN-2003';
}

/** Takes approved bytes to where a setting says. Repeatable: a packet that is there counts as handed over. */
export interface Delivery {
  /** @throws {ChannelUnreachableError} */
  handOver(packet: ApprovedPacket, setting: DeliverySetting): Promise<HandOver>;
  /**
   * What an earlier try, whose answer was lost, has handed over; null where nothing has left. Puts nothing anywhere.
   *
   * @param setting null where the payer's packets take another channel by now
   * @throws {ChannelUnreachableError}
   */
  findHandedOver(packet: ApprovedPacket, setting: DeliverySetting | null): Promise<HandedOver | null>;
}
