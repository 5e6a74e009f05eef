import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, type Problem } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { usePassages } from './queries.ts';

const SAVES_EVERY_MS = 5_000;

export type Texts = Readonly<Record<string, string>>;

/** Somebody saved the letter while this person typed. */
export interface Conflict {
  readonly changedBy: Problem['changedBy'];
  readonly currentVersion: number;
}

export interface PassageEdits {
  /** What is typed and not in a letter yet, by passage. */
  readonly typed: Texts;
  readonly isSaving: boolean;
  readonly conflict: Conflict | null;
  /** Why the last save was not taken; what was typed stays. */
  readonly refusal: ApiProblem | null;
  readonly type: (id: string, text: string) => void;
  readonly saveNow: () => void;
  readonly applyOnTop: () => void;
  /** Takes these passages out of what is typed: they are shown as they are stored, and kept aside. */
  readonly useTheirs: () => void;
  /** What was set aside by `useTheirs`; nothing that was typed is dropped. */
  readonly aside: Texts;
}

/** Keeps what is typed, and saves it every 5 seconds and when a field is left: one save at a time. */
export function usePassageEdits({ denialId, version, actions }: Denial): PassageEdits {
  const save = usePassages(denialId);
  const [typed, setTyped] = useState<Texts>({});
  const [aside, setAside] = useState<Texts>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const named = useRef(version);
  named.current = Math.max(named.current, version);
  const key = useRef<{ readonly of: string; readonly key: string } | null>(null);
  const isSaving = useRef(false);
  const mayEdit = actions.find(({ id }) => id === 'edit_draft')?.allowed === true;

  const send = useCallback(
    (texts: Texts) => {
      if (isSaving.current || Object.keys(texts).length === 0) return;
      isSaving.current = true;
      // The same text is asked for again under the same key: an answer that got lost makes no second draft.
      const of = JSON.stringify([named.current, texts]);
      if (key.current?.of !== of) key.current = { of, key: crypto.randomUUID() };
      save.mutate(
        { version: named.current, key: key.current.key, passages: texts },
        {
          onSuccess: (denial) => {
            named.current = Math.max(named.current, denial.version);
            setRefusal(null);
            // What was typed while this was on its way stays to be saved.
            setTyped((before) =>
              Object.fromEntries(Object.entries(before).filter(([id, text]) => texts[id] !== text)),
            );
          },
          onError: (error) => {
            const problem = error instanceof ApiProblem ? error : new ApiProblem(null, null);
            const { status, currentVersion, changedBy } = problem.problem ?? {};
            if (status === 409 && currentVersion !== undefined) setConflict({ changedBy, currentVersion });
            else setRefusal(problem);
          },
          onSettled: () => {
            isSaving.current = false;
          },
        },
      );
    },
    [save.mutate],
  );

  const latest = useRef({ typed, conflict, refusal, mayEdit, send });
  latest.current = { typed, conflict, refusal, mayEdit, send };
  const saveNow = useCallback(() => {
    const { typed: texts, conflict: open, mayEdit: may, send: sendNow } = latest.current;
    if (open === null && may) sendNow(texts);
  }, []);
  useEffect(() => {
    const timer = window.setInterval(() => {
      // What the server refused is sent again once it reads otherwise; what got lost on the way, as it is.
      if (latest.current.refusal?.problem == null) saveNow();
    }, SAVES_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [saveNow]);
  useEffect(() => {
    if (Object.keys(typed).length === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [typed]);

  return {
    typed,
    aside,
    isSaving: save.isPending,
    conflict,
    refusal,
    type: (id, text) => {
      setRefusal((before) => (before?.problem == null ? before : null));
      setTyped((before) => ({ ...before, [id]: text }));
    },
    saveNow,
    applyOnTop: () => {
      if (conflict === null) return;
      named.current = Math.max(named.current, conflict.currentVersion);
      setConflict(null);
      send(typed);
    },
    useTheirs: () => {
      if (conflict !== null) named.current = Math.max(named.current, conflict.currentVersion);
      setAside((before) => ({ ...before, ...typed }));
      setTyped({});
      setConflict(null);
    },
  };
}
