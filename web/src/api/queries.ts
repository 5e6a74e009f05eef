import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.tsx';
import { answerOf } from './problem.ts';

/** Who is signed in, for which practices, and what day the organisation has. */
export function useMe() {
  const { api } = useSession();
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => answerOf(api.GET('/api/me', { signal })) });
}

export function useToday() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/today', { signal })),
    refetchInterval: 60_000,
  });
}

export function useDenial(denialId: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/denials/{denialId}', { signal, params: { path: { denialId } } })),
    refetchInterval: 20_000,
  });
}

export function useTimeline(denialId: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, 'timeline'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/denials/{denialId}/timeline', { signal, params: { path: { denialId } } })),
  });
}

export function useTrace(denialId: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, 'trace'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/denials/{denialId}/trace', { signal, params: { path: { denialId } } })),
  });
}
