import { useIsFetching } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

function follow(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Why nothing can be changed just now; null while there is a connection. */
export function useOffline(): string | null {
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  return isOnline ? null : 'You are offline: nothing can be changed until the connection is back.';
}

/** Says that there is no connection, as long as there is none. */
export function OfflineBanner() {
  const offline = useOffline();
  return (
    <div role="status">{offline !== null && <p className="banner">{offline} What you see stays.</p>}</div>
  );
}

/** Says that what is on the page is being asked for again; the page keeps what it has. */
export function Updating() {
  const asked = useIsFetching({ predicate: ({ state }) => state.data !== undefined });
  return asked > 0 ? <span className="updating quiet">Updating</span> : null;
}
