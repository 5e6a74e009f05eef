import type { Denial } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import { deniedOnOf, figureRowOf } from '../core/views/figure-row.ts';
import { outcomeChangesOf } from '../core/views/outcome-cells.ts';
import { applyEntries, FIGURE_PAGES, pageOf, QUEUE_PAGES } from '../core/views/page.ts';
import { queueRowOf } from '../core/views/queue-row.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  FigurePageKey,
  PageResult,
  QueuePageKey,
  RecordSource,
  ViewStore,
} from '../ports/view-store.ts';

export interface ProjectPorts {
  readonly records: RecordSource;
  readonly views: ViewStore;
  readonly clock: Clock;
}

// Others write the same page at most once each between a read and a write of ours.
const MAX_ATTEMPTS = 20;
// A page and its changes are one transaction, which takes 100 items.
const RECORDS_A_PAGE = 90;
const RECORDS_AT_ONCE = 500;

/**
 * Brings the views to what these records say now. What happened to a record is not asked: so the same notice twice,
 * late or in another order leads to the same views.
 *
 * @throws {RecordsUnreadableError} after all others were projected, so that they are looked at again and then set aside.
 */
export async function projectDenials(denialIds: readonly DenialId[], ports: ProjectPorts): Promise<void> {
  const { current, building } = await ports.views.generations();
  for (const generation of building === null ? [current] : [current, building]) {
    await projectInto(generation, denialIds, ports, 'tell_changes');
  }
}

/**
 * {@link projectDenials} for one generation.
 *
 * @param feed whether what changes in the queue goes into the change feed: not while all is made anew, which changes
 * nothing for anybody
 */
export async function projectInto(
  generation: number,
  denialIds: readonly DenialId[],
  ports: ProjectPorts,
  feed: 'tell_changes' | 'silent',
): Promise<void> {
  const distinct = [...new Set(denialIds)];
  const unreadable = new Set<DenialId>();
  for (let start = 0; start < distinct.length; start += RECORDS_AT_ONCE) {
    const ids = distinct.slice(start, start + RECORDS_AT_ONCE);
    for (const id of await projectSome(generation, ids, ports, feed)) unreadable.add(id);
  }
  if (unreadable.size > 0) throw new RecordsUnreadableError(unreadable.size);
}

async function projectSome(
  generation: number,
  ids: readonly DenialId[],
  ports: ProjectPorts,
  feed: 'tell_changes' | 'silent',
): Promise<readonly DenialId[]> {
  // Only for the pages they stand on, which never change.
  const { denials, unreadable } = await ports.records.readMany(ids);
  const queuePages = grouped(denials, (denial): QueuePageKey => {
    const { practiceId, denialId } = denial;
    return { generation, practiceId, page: pageOf(denialId, QUEUE_PAGES) };
  });
  const counted = denials.filter(({ followUp }) => followUp === null);
  const figurePages = grouped(counted, (denial): FigurePageKey => {
    const { practiceId, denialId } = denial;
    return { generation, practiceId, deniedOn: deniedOnOf(denial), page: pageOf(denialId, FIGURE_PAGES) };
  });
  await untilWritten(queuePages, (pages) => projectQueuePages(pages, ports, feed));
  await untilWritten(figurePages, (pages) => projectFigurePages(pages, ports));
  return unreadable;
}

interface PageOfRecords<Key> {
  readonly key: Key;
  readonly denialIds: readonly DenialId[];
}

/** Tries pages again that somebody else wrote between. */
async function untilWritten<Key>(
  pages: readonly PageOfRecords<Key>[],
  project: (pages: readonly PageOfRecords<Key>[]) => Promise<readonly PageResult[]>,
): Promise<void> {
  let left = pages;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > MAX_ATTEMPTS) throw new PagesContendedError(left.length);
    const results = await project(left);
    left = left.filter((_, index) => results[index] === 'conflict');
  }
}

async function projectQueuePages(
  pages: readonly PageOfRecords<QueuePageKey>[],
  ports: ProjectPorts,
  feed: 'tell_changes' | 'silent',
): Promise<readonly PageResult[]> {
  // The pages first and the records after them: see applyEntries.
  const read = await Promise.all(pages.map(({ key }) => ports.views.queuePage(key)));
  const recordOf = await recordsOf(pages, ports);
  const at = ports.clock.now();
  return Promise.all(
    pages.map(async ({ key, denialIds }, index): Promise<PageResult> => {
      const page = read[index] ?? { rows: [], version: 0 };
      const entries = denialIds.flatMap((denialId) => {
        const record = recordOf.get(denialId);
        return record === undefined ? [] : [{ denialId, row: queueRowOf(record) }];
      });
      const { rows, changed } = applyEntries(page.rows, entries);
      if (changed.length === 0) return 'written';
      const changes = feed === 'silent' ? [] : changed.map((entry) => ({ ...entry, at }));
      return ports.views.putQueuePage(key, page, rows, changes);
    }),
  );
}

async function projectFigurePages(
  pages: readonly PageOfRecords<FigurePageKey>[],
  ports: ProjectPorts,
): Promise<readonly PageResult[]> {
  const read = await Promise.all(pages.map(({ key }) => ports.views.figurePage(key)));
  const recordOf = await recordsOf(pages, ports);
  const results: PageResult[] = [];
  // One after the other: they may count the same outcomes.
  for (const [index, { key, denialIds }] of pages.entries()) {
    const page = read[index] ?? { rows: [], version: 0 };
    const entries = denialIds.flatMap((denialId) => {
      const record = recordOf.get(denialId);
      return record === undefined ? [] : [{ denialId, row: figureRowOf(record) }];
    });
    const { rows, changed } = applyEntries(page.rows, entries);
    results.push(
      changed.length === 0
        ? 'written'
        : await ports.views.putFigurePage(key, page, rows, outcomeChangesOf(page.rows, rows)),
    );
  }
  return results;
}

async function recordsOf(
  pages: readonly PageOfRecords<unknown>[],
  { records }: ProjectPorts,
): Promise<ReadonlyMap<DenialId, Denial>> {
  const { denials } = await records.readMany(pages.flatMap(({ denialIds }) => denialIds));
  return new Map(denials.map((denial) => [denial.denialId, denial]));
}

/** The records by page. More than fit one write make a second entry, which is tried again after the first. */
function grouped<Key>(
  denials: readonly Denial[],
  keyOf: (denial: Denial) => Key,
): readonly PageOfRecords<Key>[] {
  const pages: PageOfRecords<Key>[] = [];
  const open = new Map<string, DenialId[]>();
  for (const denial of denials) {
    const key = keyOf(denial);
    const text = JSON.stringify(key);
    let denialIds = open.get(text);
    if (denialIds === undefined || denialIds.length === RECORDS_A_PAGE) {
      denialIds = [];
      open.set(text, denialIds);
      pages.push({ key, denialIds });
    }
    denialIds.push(denial.denialId);
  }
  return pages;
}

/** Records that no release of ours wrote so. */
export class RecordsUnreadableError extends Error {
  override readonly name = 'RecordsUnreadableError';
  readonly code = 'DEN-3007';
  constructor(records: number) {
    super(`${records} records could not be read.`);
  }
}

/** Too many write the same pages: the records come again. */
export class PagesContendedError extends Error {
  override readonly name = 'PagesContendedError';
  readonly code = 'DEN-3008';
  constructor(pages: number) {
    super(`${pages} pages were always written by others.`);
  }
}
