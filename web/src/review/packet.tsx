import { lazy, Suspense } from 'react';
import type { components } from '../../../client/schema.d.ts';
import { Button } from '../ui/controls.ts';
import { TableOfPages } from './table-of-pages.tsx';

// Weighs more than the rest of the page: it comes while the facts are read.
const PdfPages = lazy(() => import('./pdf-pages.tsx'));

/** The packet as it would leave: its length, its hash, what is in it, and its pages as the stored bytes show them. */
export function Packet({
  packet: { bytes, pageCount, enclosures, channel },
  sha256,
  notEnclosed,
  onShown,
}: {
  packet: Pick<components['schemas']['Candidate'], 'pageCount' | 'enclosures' | 'channel'> & {
    readonly bytes: Uint8Array;
  };
  sha256: string;
  notEnclosed: readonly string[];
  onShown: (page: number) => void;
}) {
  return (
    <>
      <p>
        {pageCount} pages, SHA-256 <span className="code">{sha256.slice(0, 12)}</span>{' '}
        <Button variant="inline-link" onClick={() => void navigator.clipboard.writeText(sha256)}>
          Copy the whole hash
        </Button>
      </p>
      <TableOfPages enclosures={enclosures} channel={channel} />
      {notEnclosed.length > 0 && <p>Listed in the letter and not in the packet: {notEnclosed.join('; ')}.</p>}
      <Suspense fallback={<p aria-busy="true">Opening the packet</p>}>
        <PdfPages bytes={bytes} onShown={onShown} />
      </Suspense>
    </>
  );
}
