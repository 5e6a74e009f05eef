import { useQuery } from '@tanstack/react-query';
import type { OverturnClient } from '../../../client/client.ts';
import { useSession } from '../session/session.tsx';

/** What the server says about a task of a denial, read when its dialog opens. */
export function useTask<Answer>(
  what: string,
  { denialId, version }: { readonly denialId: string; readonly version: number },
  read: (api: OverturnClient, request: { readonly signal: AbortSignal; params: Path }) => Promise<Answer>,
) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, what, version],
    queryFn: ({ signal }) => read(api, { signal, params: { path: { denialId } } }),
  });
}

interface Path {
  readonly path: { readonly denialId: string };
}
