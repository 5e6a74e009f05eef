import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import type { QueueItem } from './queue-item.ts';
import type { Queue } from './use-queue.ts';

const AT_MOST = 100;

/** Gives denials to a person, or back; each succeeds or fails alone, and the sentence says how many did. */
export function useAssign() {
  const { api } = useSession();
  const queries = useQueryClient();
  return useCallback(
    async (items: readonly QueueItem[], assignee: string | null): Promise<string> => {
      const refusals: string[] = [];
      const done = new Map<string, number>();
      for (let at = 0; at < items.length; at += AT_MOST) {
        const some = items.slice(at, at + AT_MOST).map(({ denialId, version }) => ({ denialId, version }));
        try {
          const { results } = await answerOf(
            api.POST('/api/denials:bulk', {
              params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
              body: { action: { kind: 'assign', assignee }, preview: false, items: some },
            }),
          );
          for (const { denialId, outcome, version, sentence } of results) {
            if (outcome === 'done' && version !== null) done.set(denialId, version);
            else refusals.push(sentence ?? outcome);
          }
        } catch (error) {
          refusals.push(error instanceof ApiProblem ? error.sentence : 'The server did not answer.');
        }
      }
      queries.setQueryData<Queue>(['queue'], (queue) =>
        queue === undefined
          ? queue
          : {
              ...queue,
              items: queue.items.map((item) => {
                const version = done.get(item.denialId);
                return version === undefined ? item : { ...item, version, assignee };
              }),
            },
      );
      const what = assignee === null ? 'given back' : 'taken';
      const refused = refusals.length === 0 ? '' : `, ${refusals.length} refused: ${refusals[0]}`;
      return `${done.size} ${what}${refused}`;
    },
    [api, queries],
  );
}
