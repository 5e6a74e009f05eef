import { useCallback, useState } from 'react';

/** Which pages of the packet with this hash were on screen; another packet begins anew. */
export function usePagesShown(sha256: string | null) {
  const [shown, setShown] = useState<{ readonly of: string | null; readonly pages: ReadonlySet<number> }>({
    of: null,
    pages: new Set(),
  });
  const onShown = useCallback(
    (page: number) =>
      setShown((before) => {
        const pages = before.of === sha256 ? before.pages : new Set<number>();
        return pages.has(page) ? before : { of: sha256, pages: new Set([...pages, page]) };
      }),
    [sha256],
  );
  return { count: shown.of === sha256 ? shown.pages.size : 0, onShown };
}
