import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ifMatch, type OverturnClient } from '../../../client/client.ts';
import type { components } from '../../../client/schema.d.ts';
import { answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';

export type WriteOff = components['schemas']['ListWriteOffsAnswer']['writeOffs'][number];

const LOOKS_EVERY_MS = 20_000;

/** All write-offs that wait for a second person, page by page. */
export function useWriteOffs() {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['write-offs'],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/write-offs', {
          signal,
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: LOOKS_EVERY_MS,
  });
}

/** What the write-off would give up, as of now. */
export function useWriteOffCheck(denialId: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['write-offs', 'check', denialId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/denials/{denialId}/write-off', { signal, params: { path: { denialId } } })),
  });
}

type Verdict = { readonly verdict: 'approve' } | { readonly verdict: 'reject'; readonly reason: string };

export function decideWriteOff(
  api: OverturnClient,
  target: { readonly denialId: string; readonly version: number; readonly key: string },
  verdict: Verdict,
) {
  return answerOf(
    api.POST('/api/denials/{denialId}/write-off/decision', {
      params: {
        path: { denialId: target.denialId },
        header: { 'If-Match': ifMatch(target.version), 'Idempotency-Key': target.key },
      },
      body: verdict,
    }),
  );
}
