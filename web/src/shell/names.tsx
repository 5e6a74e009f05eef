import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface Names {
  /** Whether patients are shown by name; the server notes who asked. */
  readonly shown: boolean;
  readonly toggle: () => void;
}

const SHOWN_FOR_MS = 5 * 60_000;
const HIDDEN_TAB_MASKS_AFTER_MS = 60_000;

const NamesContext = createContext<Names | null>(null);

export function useNames(): Names {
  const names = useContext(NamesContext);
  if (names === null) throw new Error('asked for names outside of the frame');
  return names;
}

/** Names are masked until somebody asks, and again after five minutes or a minute behind another tab. */
export function NamesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const queries = useQueryClient();

  useEffect(() => {
    if (!shown) {
      queries.removeQueries({ queryKey: ['identities', 'full'] });
      return;
    }
    const mask = () => setShown(false);
    const timer = window.setTimeout(mask, SHOWN_FOR_MS);
    let away: number | undefined;
    const onVisibility = () => {
      window.clearTimeout(away);
      if (document.visibilityState === 'hidden') away = window.setTimeout(mask, HIDDEN_TAB_MASKS_AFTER_MS);
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.clearTimeout(timer);
      window.clearTimeout(away);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [shown, queries]);

  const toggle = useCallback(() => setShown((before) => !before), []);
  const names = useMemo(() => ({ shown, toggle }), [shown, toggle]);
  return <NamesContext value={names}>{children}</NamesContext>;
}
