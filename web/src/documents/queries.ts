import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ifMatch, type OverturnClient } from '../../../client/client.ts';
import type { components } from '../../../client/schema.d.ts';
import { answerOf } from '../api/problem.ts';
import { versionedAnswerOf } from '../api/versioned.ts';
import { useSession } from '../session/session.tsx';

export type DocumentWork = components['schemas']['ListDocumentRequestsAnswer']['denials'][number];
export type DenialDocuments = components['schemas']['ReadDocumentsAnswer'];
export type DocumentRequest = DocumentWork['requests'][number];
export type DocumentCheck = components['schemas']['DocumentCheck'];

const LOOKS_EVERY_MS = 20_000;
const WATCHES_EVERY_MS = 2_000;

/** Denials for which somebody gathers documents, page by page. */
export function useDocumentWork() {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['document-work'],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/document-requests', {
          signal,
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: LOOKS_EVERY_MS,
  });
}

/** What is attached to a denial and what is on its way; looked at often while something is checked. */
export function useDenialDocuments(denialId: string, isAwaited: boolean) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['documents', denialId],
    queryFn: ({ signal }) =>
      versionedAnswerOf(
        api.GET('/api/denials/{denialId}/documents', { signal, params: { path: { denialId } } }),
      ),
    refetchInterval: ({ state: { data } }) =>
      isAwaited || data?.data.uploads.some(({ state }) => state === 'checking') === true
        ? WATCHES_EVERY_MS
        : LOOKS_EVERY_MS,
  });
}

/** Which denial a change is sent for, as it was read. */
export interface Target {
  readonly denialId: string;
  readonly version: number;
  /** Of this attempt: the same key never acts twice. */
  readonly key: string;
}

const headerOf = ({ version, key }: Target) => ({ 'If-Match': ifMatch(version), 'Idempotency-Key': key });

export function attachDocument(
  api: OverturnClient,
  target: Target,
  sha256: string,
  satisfies: readonly string[],
) {
  return answerOf(
    api.PUT('/api/denials/{denialId}/documents/{sha256}', {
      params: { path: { denialId: target.denialId, sha256 }, header: headerOf(target) },
      body: { satisfies: [...satisfies] },
    }),
  );
}

export function removeDocument(api: OverturnClient, target: Target, sha256: string) {
  return answerOf(
    api.DELETE('/api/denials/{denialId}/documents/{sha256}', {
      params: { path: { denialId: target.denialId, sha256 }, header: headerOf(target) },
    }),
  );
}

export function receiveDocument(api: OverturnClient, target: Target, number: number) {
  return answerOf(
    api.POST('/api/denials/{denialId}/document-requests/{number}/receipt', {
      params: { path: { denialId: target.denialId, number: String(number) }, header: headerOf(target) },
    }),
  );
}

export function withdrawRequest(api: OverturnClient, target: Target, number: number, reason: string) {
  return answerOf(
    api.POST('/api/denials/{denialId}/document-requests/{number}/withdrawal', {
      params: { path: { denialId: target.denialId, number: String(number) }, header: headerOf(target) },
      body: { reason },
    }),
  );
}

export interface Asking {
  readonly document: string;
  readonly name: string;
  readonly email: string;
  readonly dueOn: string;
}

export function requestDocument(
  api: OverturnClient,
  target: Target,
  { document, name, email, dueOn }: Asking,
) {
  return answerOf(
    api.POST('/api/denials/{denialId}/document-requests', {
      params: { path: { denialId: target.denialId }, header: headerOf(target) },
      body: { document, dueOn, holder: { name, ...(email.trim() !== '' && { email: email.trim() }) } },
    }),
  );
}
