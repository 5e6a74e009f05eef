import type { Channel } from '../deadline/deadline.ts';

/** What a mailing or fax service, or a print room, is told beside the files. Nothing of the patient. */
export interface DeliveryManifest {
  readonly manifest: 1;
  /** Ours; what it says back names it. */
  readonly denialId: string;
  readonly to: {
    readonly name: string;
    readonly address: string | null;
    readonly fax: string | null;
  } | null;
  /** How it should go on; null where nobody settled that. */
  readonly by: Channel | null;
  /** In the order of printing. */
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly pages: number | null;
  }[];
}

/** The manifest as it is stored: JSON, the same bytes for the same content. */
export function manifestBytes(manifest: DeliveryManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
