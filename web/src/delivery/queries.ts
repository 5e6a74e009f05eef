import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';

/** How the packet leaves, or left: channel, files, evidence. */
export function useDelivery(denialId: string, version: number) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, 'delivery', version],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/denials/{denialId}/delivery', { signal, params: { path: { denialId } } })),
  });
}
