import { createHash } from 'node:crypto';
import type { Delivery } from '../../ports/delivery.ts';
import type { ObjectStore } from '../../ports/object-store.ts';

/**
 * Puts the approved object version into the handover bucket, where a mailing or fax service takes it. A copy of the
 * stored bytes, checked against the approved hash first; the key is that of the approval, so that a repeat writes the
 * same letter to the same place and never a second one beside it.
 */
export function fileDrop(objects: ObjectStore): Delivery {
  return {
    async handOver({ key, object, sha256 }) {
      const bytes = await objects.read(object);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return { kind: 'bytes_differ' };
      const dropped = await objects.copy(object, { bucket: 'handover', key: `${key}.pdf` });
      return { kind: 'handed_over', channel: 'file_drop', reference: `${dropped.key}@${dropped.versionId}` };
    },
  };
}
