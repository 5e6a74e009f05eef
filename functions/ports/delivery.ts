import type { ObjectVersion } from './object-store.ts';

/** A channel that takes the approved bytes. Idempotent by `key` (approval hash + channel): never sent twice. */
export interface Delivery {
  handOver(packet: {
    readonly key: string;
    readonly object: ObjectVersion;
    readonly sha256: string;
  }): Promise<
    | { readonly kind: 'handed_over'; readonly channel: 'file_drop'; readonly reference: string }
    /** The stored bytes do not hash to what was approved: nothing was sent. */
    | { readonly kind: 'bytes_differ' }
  >;
}
