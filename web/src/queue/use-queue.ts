import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { itemOfRow, itemsOfColumns, type QueueItem } from './queue-item.ts';

export interface Queue {
  readonly asOf: string;
  /** Of all rows there are; the snapshot ends at a cap. */
  readonly total: number;
  readonly items: readonly QueueItem[];
  readonly cursor: string;
}

const KEY = ['queue'];
const LOOKS_EVERY_MS = 20_000;

/** The whole queue in memory, kept up by the change feed while the tab is looked at. */
export function useQueue() {
  const { api } = useSession();
  const queries = useQueryClient();
  const snapshot = useQuery({
    queryKey: KEY,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Queue> => {
      const { asOf, total, cursor, columns } = await answerOf(api.GET('/api/queue/snapshot', { signal }));
      return { asOf, total, cursor, items: itemsOfColumns(columns) };
    },
  });

  const isThere = snapshot.data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    const look = async () => {
      const known = queries.getQueryData<Queue>(KEY);
      if (known === undefined || document.visibilityState === 'hidden') return;
      const answer = await answerOf(
        api.GET('/api/queue/changes', { params: { query: { cursor: known.cursor } } }),
      ).catch(() => null);
      // A feed that does not answer is no news: the rows stay, and the next look tries again.
      if (answer === null) return;
      if (answer.kind === 'reload') return queries.invalidateQueries({ queryKey: KEY, exact: true });
      queries.setQueryData<Queue>(KEY, (queue) => (queue === undefined ? queue : withChanges(queue, answer)));
    };
    const timer = window.setInterval(() => void look(), LOOKS_EVERY_MS);
    const onVisibility = () => void look();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [isThere, api, queries]);

  return snapshot;
}

type Changes = Pick<Queue, 'asOf' | 'cursor'> & {
  readonly changes: readonly {
    readonly denialId: string;
    readonly row: Parameters<typeof itemOfRow>[0] | null;
  }[];
};

/** The queue after some denials changed, came or went. */
export function withChanges(queue: Queue, { asOf, cursor, changes }: Changes): Queue {
  if (changes.length === 0) return { ...queue, asOf, cursor };
  const rows = new Map(queue.items.map((item) => [item.denialId, item]));
  for (const { denialId, row } of changes) {
    if (row === null) rows.delete(denialId);
    else rows.set(denialId, itemOfRow(row));
  }
  const items = [...rows.values()];
  return { asOf, cursor, items, total: queue.total + items.length - queue.items.length };
}
