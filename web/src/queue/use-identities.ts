import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { useNames } from '../shell/names.tsx';

const ASKS_AT_MOST = 100;
const WAITS_MS = 120;

/**
 * Names of patients for the rows on screen, masked unless somebody asked to see them. Asked for once the scrolling
 * rests, in one request; forgotten with the rest of the page.
 */
export function useIdentities() {
  const { api } = useSession();
  const { shown } = useNames();
  const queries = useQueryClient();
  const wanted = useRef<readonly string[]>([]);
  const timer = useRef<number | undefined>(undefined);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const kind = shown ? 'full' : 'masked';

  const keyOf = useCallback((denialId: string) => ['identities', kind, denialId], [kind]);
  const ask = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(async () => {
      const known = (denialId: string) => queries.getQueryData<string>(keyOf(denialId));
      const missing = wanted.current
        .filter((denialId) => known(denialId) === undefined)
        .slice(0, ASKS_AT_MOST);
      if (missing.length > 0) {
        const answer = await answerOf(
          api.POST('/api/identities/batch-get', { body: { denialIds: [...missing], reveal: shown } }),
        ).catch(() => null);
        for (const { denialId, name } of answer?.results ?? [])
          queries.setQueryData(keyOf(denialId), name ?? '');
      }
      setNames(new Map(wanted.current.map((denialId) => [denialId, known(denialId) ?? ''])));
    }, WAITS_MS);
  }, [api, queries, keyOf, shown]);

  useEffect(() => {
    // Nothing of what was shown before stays on screen while the other kind is fetched.
    setNames(new Map());
    ask();
    return () => window.clearTimeout(timer.current);
  }, [ask]);

  const want = useCallback(
    (denialIds: readonly string[]) => {
      wanted.current = denialIds;
      ask();
    },
    [ask],
  );
  const nameOf = useCallback((denialId: string) => names.get(denialId) ?? '', [names]);
  return { want, nameOf };
}
