import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Flashbar } from '../ui/controls.ts';

interface Notices {
  /** Tells what happened, politely; it stays until the next one or until it is put away. */
  readonly say: (sentence: string, type?: 'success' | 'error') => void;
}

const ROOM_BELOW_PX = 8;

const NoticesContext = createContext<Notices | null>(null);

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) throw new Error('asked for notices outside of the frame');
  return notices;
}

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<{ sentence: string; type: 'success' | 'error' } | null>(null);
  const say = useCallback(
    (sentence: string, type: 'success' | 'error' = 'success') => setNotice({ sentence, type }),
    [],
  );
  const notices = useMemo(() => ({ say }), [say]);
  const place = useRef<HTMLDivElement>(null);
  // It stays on top while the page scrolls: what has the focus must not lie under it.
  useEffect(() => {
    if (notice === null || place.current === null || document.activeElement === null) return;
    const under = place.current.getBoundingClientRect();
    const focused = document.activeElement.getBoundingClientRect();
    const isCovered = focused.bottom > under.top && focused.top < under.bottom;
    if (
      isCovered &&
      document.activeElement !== document.body &&
      !place.current.contains(document.activeElement)
    ) {
      window.scrollBy(0, focused.top - under.bottom - ROOM_BELOW_PX);
    }
  }, [notice]);
  return (
    <NoticesContext value={notices}>
      <div ref={place} className="notices" role="status" aria-live="polite">
        {notice !== null && (
          <Flashbar
            items={[
              {
                type: notice.type,
                content: notice.sentence,
                dismissible: true,
                dismissLabel: 'Put away',
                onDismiss: () => setNotice(null),
              },
            ]}
          />
        )}
      </div>
      {children}
    </NoticesContext>
  );
}
