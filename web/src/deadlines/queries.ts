import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../../client/schema.d.ts';
import { answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';

export type Agenda = components['schemas']['ListDeadlinesAnswer'];
export type AgendaDay = Agenda['days'][number];
export type Grouping = 'clock' | 'payer' | 'route' | 'owner';

/** @param range days as yyyy-mm-dd, both included */
export function useAgenda(range: { readonly from: string; readonly to: string }, groupBy: Grouping) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['deadlines', range, groupBy],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/deadlines', {
          signal,
          params: { query: { ...range, groupBy } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
