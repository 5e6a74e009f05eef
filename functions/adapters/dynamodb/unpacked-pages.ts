import type { QueueRow } from '../../core/views/queue-row.ts';
import { queueRowSchema } from '../../core/views/queue-row.ts';
import { unpackRows } from './view-items.ts';

// Some 50 MB; above it the pages that were read first are unpacked anew.
const MOST_ROWS = 50_000;

/**
 * Pages of the queue as they were unpacked last, for as long as the process lives. A page is still read at every
 * request: its version says whether it is the same, and no version is ever written twice.
 */
export class UnpackedPages {
  readonly #pages = new Map<string, { readonly version: unknown; readonly rows: readonly QueueRow[] }>();
  #rows = 0;

  rowsOf(table: string, item: Record<string, unknown>): readonly QueueRow[] {
    const key = `${table}\n${item.pk}\n${item.sk}`;
    const known = this.#pages.get(key);
    if (known !== undefined && known.version === item.version) return known.rows;
    if (known !== undefined) this.#forget(key, known.rows);
    const rows = unpackRows<QueueRow>(item, queueRowSchema);
    this.#pages.set(key, { version: item.version, rows });
    this.#rows += rows.length;
    for (const [oldest, page] of this.#pages) {
      if (this.#rows <= MOST_ROWS) break;
      this.#forget(oldest, page.rows);
    }
    return rows;
  }

  #forget(key: string, rows: readonly QueueRow[]): void {
    this.#pages.delete(key);
    this.#rows -= rows.length;
  }
}
