import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Flashbar } from '../ui/controls.ts';

interface Notices {
  /** Tells what happened, politely; it stays until the next one or until it is put away. */
  readonly say: (sentence: string, type?: 'success' | 'error') => void;
}

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
  return (
    <NoticesContext value={notices}>
      <div className="notices" role="status" aria-live="polite">
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
