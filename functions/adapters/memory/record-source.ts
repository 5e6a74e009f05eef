import type { Denial } from '../../core/denial/denial.ts';
import type { DenialId } from '../../core/ids.ts';
import type { RecordSource } from '../../ports/view-store.ts';

/** The records of a denial store in memory. */
export function memoryRecordSource(denials: {
  read(denialId: DenialId): Promise<Denial | null>;
  all(): readonly Denial[];
}): RecordSource {
  return {
    async readMany(denialIds) {
      const found = await Promise.all(denialIds.map((id) => denials.read(id)));
      return { denials: found.filter((denial) => denial !== null), unreadable: [] };
    },
    async allIds() {
      return { ids: denials.all().map(({ denialId }) => denialId), cursor: null };
    },
  };
}
