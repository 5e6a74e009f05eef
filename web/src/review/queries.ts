import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '../../../client/client.ts';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';

/** The packet that waits for approval, as its bytes are stored. */
export function useCandidate(denialId: string, sha256: string | null) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, 'candidate', sha256],
    enabled: sha256 !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const answer = await answerOf(
        api.GET('/api/denials/{denialId}/candidate', { signal, params: { path: { denialId } } }),
      );
      return { ...answer, bytes: await bytesOf(answer, signal) };
    },
  });
}

async function bytesOf(
  { pdf, link }: { readonly pdf: string | null; readonly link: { readonly url: string } | null },
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (pdf !== null) return Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  const file = link === null ? null : await fetch(link.url, { signal }).catch(() => null);
  if (file?.ok !== true) throw new ApiProblem(null, null);
  return new Uint8Array(await file.arrayBuffer());
}

/** What a person may write in the letter, and what they wrote. */
export function useDraft(denialId: string, draftNumber: number) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, 'draft', draftNumber],
    enabled: draftNumber > 0,
    // What changed since the letter was made is told here, whoever or whatever changed it.
    refetchInterval: 20_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/denials/{denialId}/draft', { signal, params: { path: { denialId } } })),
  });
}

/** How the present letter differs from the template, an earlier draft or the approved one. */
export function useDifference(denialId: string, number: number, from: string | null) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['denial', denialId, 'difference', number, from],
    enabled: from !== null,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/denials/{denialId}/drafts/{number}/difference', {
          signal,
          params: { path: { denialId, number: String(number) }, query: { from: from ?? 'template' } },
        }),
      ),
  });
}

interface Write {
  readonly version: number;
  readonly key: string;
}

function useLetterAct<Extra, Answer>(
  denialId: string,
  send: (
    api: ReturnType<typeof useSession>['api'],
    request: ReturnType<typeof requestOf>,
    extra: Extra,
  ) => Promise<Answer>,
) {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, key, ...extra }: Write & Extra) =>
      send(api, requestOf(denialId, version, key), extra as Extra),
    onSettled: () => queries.invalidateQueries({ queryKey: ['denial', denialId] }),
  });
}

function requestOf(denialId: string, version: number, key: string) {
  return {
    params: { path: { denialId }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
  };
}

/** The letter as it would be approved today: a fresh one where its day or a fact is another. */
export function useOpening(denialId: string) {
  return useLetterAct<object, { changed: string; changes: string[]; sha256: string; number: number }>(
    denialId,
    (api, request) => answerOf(api.POST('/api/denials/{denialId}/approval/opening', request)),
  );
}

export function useApproval(denialId: string) {
  return useLetterAct<{ readonly sha256: string }, unknown>(denialId, (api, request, { sha256 }) =>
    answerOf(api.POST('/api/denials/{denialId}/approval', { ...request, body: { sha256 } })),
  );
}

export function useUndo(denialId: string) {
  return useLetterAct<object, unknown>(denialId, (api, request) =>
    answerOf(api.DELETE('/api/denials/{denialId}/approval', request)),
  );
}

export function usePassages(denialId: string) {
  return useLetterAct<{ readonly passages: Readonly<Record<string, string>> }, { readonly version: number }>(
    denialId,
    (api, request, { passages }) =>
      answerOf(api.PUT('/api/denials/{denialId}/draft', { ...request, body: { passages } })),
  );
}
