import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ifMatch, type OverturnClient } from '../../../client/client.ts';
import type { components } from '../../../client/schema.d.ts';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { versionedAnswerOf } from '../api/versioned.ts';
import { useSession } from '../session/session.tsx';

export type RemittanceRow = components['schemas']['RemittanceRow'];
export type Remittance = components['schemas']['Remittance'];
export type RemittanceClaim = components['schemas']['RemittanceClaim'];
export type InboxFile = components['schemas']['File'];
export type FileDetail = components['schemas']['FileDetail'];

/** All, or only those that a person must look at. */
export type Only = 'all' | 'exceptions';

const LOOKS_EVERY_MS = 30_000;
const WATCHES_EVERY_MS = 2_000;

const queryOf = (only: Only, cursor: string | null) => ({
  ...(only === 'exceptions' && { only }),
  ...(cursor !== null && { cursor }),
});

export function useRemittances(only: Only) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['remittances', only],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      answerOf(api.GET('/api/remittances', { signal, params: { query: queryOf(only, pageParam) } })),
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: LOOKS_EVERY_MS,
  });
}

/** One remittance, its claims 50 at a time. */
export function useRemittance(remittanceId: string) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['remittances', 'one', remittanceId],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      versionedAnswerOf(
        api.GET('/api/remittances/{remittanceId}', {
          signal,
          params: { path: { remittanceId }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ data }) => data.cursor,
  });
}

export function useFiles(only: Only) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['files', only],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      answerOf(api.GET('/api/files', { signal, params: { query: queryOf(only, pageParam) } })),
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: LOOKS_EVERY_MS,
  });
}

/** One file; looked at often while it is read or a preview is awaited. */
export function useFile(sha256: string, previewAskedAt: string | null) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['files', 'one', sha256],
    queryFn: ({ signal }) =>
      versionedAnswerOf(api.GET('/api/files/{sha256}', { signal, params: { path: { sha256 } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.data.status === 'reading' || awaitsPreview(data?.data ?? null, previewAskedAt)
        ? WATCHES_EVERY_MS
        : LOOKS_EVERY_MS,
  });
}

/** Whether the dry run that was asked for has not answered yet. */
export function awaitsPreview(
  file: Pick<FileDetail, 'preview'> | null,
  previewAskedAt: string | null,
): boolean {
  if (previewAskedAt === null) return false;
  return file === null || file.preview === null || file.preview.askedAt < previewAskedAt;
}

export function redriveFile(
  api: OverturnClient,
  target: { readonly sha256: string; readonly version: number; readonly key: string },
  { reason, dryRun }: { readonly reason: string; readonly dryRun: boolean },
) {
  return answerOf(
    api.POST('/api/files/{sha256}/redrive', {
      params: {
        path: { sha256: target.sha256 },
        query: { dryRun: dryRun ? 'true' : 'false' },
        header: { 'If-Match': ifMatch(target.version), 'Idempotency-Key': target.key },
      },
      body: { reason },
    }),
  );
}

export function releaseRemittance(
  api: OverturnClient,
  target: { readonly remittanceId: string; readonly version: number; readonly key: string },
  reason: string,
) {
  return answerOf(
    api.POST('/api/remittances/{remittanceId}/release', {
      params: {
        path: { remittanceId: target.remittanceId },
        header: { 'If-Match': ifMatch(target.version), 'Idempotency-Key': target.key },
      },
      body: { reason },
    }),
  );
}

/** A file by its hash; null while the inbox has not read it. */
export async function fileOrNull(api: OverturnClient, sha256: string): Promise<FileDetail | null> {
  try {
    return await answerOf(api.GET('/api/files/{sha256}', { params: { path: { sha256 } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.problem?.status === 404) return null;
    throw error;
  }
}
