import './review.css';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../api/problem.ts';
import { useDenial } from '../api/queries.ts';
import type { Denial } from '../denial/denial.ts';
import { DenialHead } from '../denial/denial-head.tsx';
import { WhyDenied } from '../denial/why-denied.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotices } from '../shell/notices.tsx';
import { useTitle } from '../shell/title.ts';
import { Alert, Button, Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { Difference } from './difference.tsx';
import { gateOf, isOpenFor } from './gate.ts';
import { Held } from './held.tsx';
import { Passages } from './passages.tsx';
import { useCandidate, useDocuments, useOpening } from './queries.ts';
import { TableOfPages } from './table-of-pages.tsx';

// Weighs more than the rest of the page: it comes while the facts are read.
const PdfPages = lazy(() => import('./pdf-pages.tsx'));

/** Read, complete, approve: what was denied, the packet as it would leave, and what stands between. */
export default function ReviewPage() {
  useTitle('Appeal review');
  const { denialId = '' } = useParams();
  const denial = useDenial(denialId);
  return (
    <Panel of={denial} what="this denial" page="Appeal review">
      {(data) => <ReviewView denial={data} />}
    </Panel>
  );
}

function ReviewView({ denial }: { denial: Denial }) {
  const { denialId, candidate, version, draftNumber } = denial;
  const navigate = useNavigate();
  const notices = useNotices();
  const sha256 = candidate?.sha256 ?? null;
  const packet = useCandidate(denialId, sha256);
  const documents = useDocuments(denialId);
  const opening = useOpening(denialId);
  const [shown, setShown] = useState<{ readonly of: string | null; readonly pages: ReadonlySet<number> }>({
    of: null,
    pages: new Set(),
  });
  const [compareWith, setCompareWith] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const passages = useRef<HTMLDivElement>(null);

  // A letter of another day, or of facts that changed, is made anew before anybody reads it.
  const mayApprove = denial.actions.find(({ id }) => id === 'approve_appeal')?.allowed === true;
  const opened = useRef<string | null>(null);
  const open = opening.mutate;
  useEffect(() => {
    if (!mayApprove || sha256 === null || opened.current === sha256) return;
    opened.current = sha256;
    open(
      { version, key: crypto.randomUUID() },
      {
        onSuccess: ({ changed, changes }) => {
          if (changed === 'only_the_date') notices.say('Only the date of the letter changed.');
          if (changed === 'more') notices.say(`The letter was made anew: ${changes.join('; ')}.`);
        },
      },
    );
  }, [mayApprove, sha256, version, open, notices]);

  const onShown = useCallback(
    (page: number) =>
      setShown((before) => {
        const pages = before.of === sha256 ? before.pages : new Set<number>();
        return pages.has(page) ? before : { of: sha256, pages: new Set([...pages, page]) };
      }),
    [sha256],
  );
  const pageCount = packet.data?.pageCount ?? null;
  const pagesLeft = pageCount === null ? null : pageCount - (shown.of === sha256 ? shown.pages.size : 0);
  const missing = documents.data?.requirements.filter(({ state }) => state === 'missing') ?? [];
  const gate = gateOf(
    denial,
    pagesLeft,
    missing.map(({ document }) => document),
  );
  const isOpen = isOpenFor(gate) && !opening.isPending;

  useKeys({
    Escape: () => void navigate(-1),
    v: () => setCompareWith((before) => (before === null ? 'template' : null)),
    e: () => passages.current?.querySelector<HTMLElement>('textarea:enabled')?.focus(),
    'Shift+A': () => {
      if (isOpen) setAsking(true);
    },
  });

  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setCompareWith(compareWith === null ? 'template' : null)}>
              {compareWith === null ? 'Compare' : 'Show the packet'}
            </Button>
            <Button
              variant="primary"
              disabled={!isOpen}
              disabledReason={gate.find(({ holds }) => !holds)?.says ?? 'The packet is being opened'}
              onClick={() => setAsking(true)}
            >
              Approve letter
            </Button>
          </SpaceBetween>
        }
      >
        Appeal review, claim <span className="code">{denial.claimId}</span>
      </Header>
      {opening.error instanceof ApiProblem && <Alert type="warning">{opening.error.sentence}</Alert>}
      {denial.approval !== null && <Held denial={denial} approval={denial.approval} />}
      <div className="review">
        <aside aria-label="Facts">
          <DenialHead denial={denial} />
          <WhyDenied denial={denial} />
        </aside>
        <section aria-label="Packet" className="review-packet">
          {compareWith !== null ? (
            <>
              <label>
                Compare with{' '}
                <select value={compareWith} onChange={(event) => setCompareWith(event.target.value)}>
                  <option value="template">the template</option>
                  {denial.approval !== null && <option value="approved">the approved letter</option>}
                  {Array.from(
                    { length: Math.max(0, draftNumber - 1) },
                    (_, index) => draftNumber - 1 - index,
                  ).map((number) => (
                    <option key={number} value={`draft:${number}`}>
                      draft {number}
                    </option>
                  ))}
                </select>
              </label>
              <Difference denialId={denialId} number={draftNumber} from={compareWith} />
            </>
          ) : sha256 === null ? (
            <p>There is no letter yet. {denial.nextAction}</p>
          ) : (
            <Panel of={packet} what="the packet">
              {({ bytes, pageCount: pages, enclosures, channel }) => (
                <>
                  <p>
                    {pages} pages, SHA-256 <span className="code">{sha256.slice(0, 12)}</span>{' '}
                    <Button variant="inline-link" onClick={() => void navigator.clipboard.writeText(sha256)}>
                      Copy all of it
                    </Button>
                  </p>
                  <TableOfPages enclosures={enclosures} channel={channel} />
                  <Suspense fallback={<p aria-busy="true">Opening the packet</p>}>
                    <PdfPages bytes={bytes} onShown={onShown} />
                  </Suspense>
                </>
              )}
            </Panel>
          )}
        </section>
        <aside aria-label="Gate" ref={passages}>
          <Header variant="h3">Before it may leave</Header>
          <ul className="gate">
            {gate.map(({ id, says, holds, note }) => (
              <li key={id} data-holds={holds}>
                <span aria-hidden="true">{note ? '!' : holds ? '✓' : '○'}</span>
                <span>
                  <span className="visually-hidden">{note ? 'Look: ' : holds ? 'Done: ' : 'Open: '}</span>
                  {says}
                </span>
              </li>
            ))}
          </ul>
          <Passages denial={denial} />
        </aside>
      </div>
      {asking && sha256 !== null && (
        <ApproveDialog
          denial={denial}
          sha256={sha256}
          pageCount={pageCount ?? 0}
          onDone={() => setAsking(false)}
        />
      )}
    </SpaceBetween>
  );
}
