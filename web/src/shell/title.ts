import { useEffect } from 'react';

/** The title of the tab: the page, never whose claim it is. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} - Denials`;
  }, [page]);
}
