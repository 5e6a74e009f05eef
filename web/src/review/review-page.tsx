import './review.css';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../api/problem.ts';
import { useDenial } from '../api/queries.ts';
import { Delivery } from '../delivery/delivery.tsx';
import type { Denial } from '../denial/denial.ts';
import { useKeys } from '../shell/keys.ts';
import { useTitle } from '../shell/title.ts';
import { Alert, Button, Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { ChangesDialog } from './changes-dialog.tsx';
import { Compare } from './compare.tsx';
import { Facts } from './facts.tsx';
import { gateOf, isOpenFor, type Place } from './gate.ts';
import { GateList } from './gate-list.tsx';
import { Held } from './held.tsx';
import { LetterDocuments } from './letter-documents.tsx';
import { Packet } from './packet.tsx';
import { Passages } from './passages.tsx';
import { useCandidate, useDraft } from './queries.ts';
import { StatementList } from './statement-list.tsx';
import { statementsOf } from './statements.ts';
import { useOpened } from './use-opened.ts';
import { usePagesShown } from './use-pages-shown.ts';
import { usePassageEdits } from './use-passage-edits.ts';
import { WithoutDialog } from './without-dialog.tsx';

type Asking = 'approval' | 'changes' | { readonly without: string } | null;

/** Read, complete, approve: what was denied, the packet as it would leave, and what stands between. */
export default function ReviewPage() {
  useTitle('Appeal review');
  const { denialId = '' } = useParams();
  const denial = useDenial(denialId);
  return (
    <Panel of={denial} what="this denial" page="Appeal review">
      {(data) => <ReviewView key={denialId} denial={data} />}
    </Panel>
  );
}

function ReviewView({ denial }: { denial: Denial }) {
  const { denialId, candidate, draftNumber, actions, approval, handover } = denial;
  const sha256 = candidate?.sha256 ?? null;
  const navigate = useNavigate();
  const packet = useCandidate(denialId, sha256);
  const draft = useDraft(denialId, draftNumber);
  const edits = usePassageEdits(denial);
  const { opening, open } = useOpened(denial);
  const { count: pagesShown, onShown } = usePagesShown(sha256);
  const [compareWith, setCompareWith] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const page = useRef<HTMLDivElement>(null);

  const enclosures = packet.data?.enclosures ?? [];
  const statements = draft.data === undefined ? [] : statementsOf(draft.data, enclosures);
  const pageCount = packet.data?.pageCount ?? null;
  const gate = gateOf(denial, {
    pagesLeft: pageCount === null ? null : pageCount - pagesShown,
    unsourced: statements.filter(({ isFact, source }) => isFact && source === null).length,
    // What leaves or has left is read for what it was.
    changes: approval === null && handover === null ? (draft.data?.changedSince ?? []) : [],
    isUnsaved: Object.keys(edits.typed).length > 0,
  });
  const isOpen = isOpenFor(gate) && !opening.isPending;
  const mayEdit = actions.find(({ id }) => id === 'edit_draft')?.allowed === true;
  const sendBack = actions.find(({ id }) => id === 'request_changes');

  const toPage = (number: number) => {
    setCompareWith(null);
    requestAnimationFrame(() => {
      page.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
    });
  };
  const go = (place: Place) => {
    if (place === 'changes') {
      setCompareWith(`draft:${draftNumber}`);
      open();
      return;
    }
    if (place === 'pages') {
      setCompareWith(null);
      page.current?.querySelector<HTMLElement>('.review-packet')?.focus();
      return;
    }
    const field = place === 'passages' ? '#passages textarea:enabled' : null;
    const target =
      (field === null ? null : page.current?.querySelector<HTMLElement>(field)) ??
      page.current?.querySelector<HTMLElement>(`#${place}`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus();
  };
  const toggleCompare = () => setCompareWith(compareWith === null ? 'template' : null);

  useKeys({
    Escape: () => void navigate(-1),
    v: toggleCompare,
    p: () => go('pages'),
    d: () => go('documents'),
    e: () => go('passages'),
    c: () => {
      if (sendBack?.allowed === true) setAsking('changes');
    },
    'Shift+A': () => {
      if (isOpen) setAsking('approval');
    },
  });

  return (
    <div ref={page}>
      <SpaceBetween size="m">
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={toggleCompare}>
                {compareWith === null ? 'Compare (v)' : 'Show the packet (v)'}
              </Button>
              {sendBack !== undefined && (
                <Button
                  disabled={!sendBack.allowed}
                  disabledReason={sendBack.reason ?? ''}
                  onClick={() => setAsking('changes')}
                >
                  Request changes (c)
                </Button>
              )}
              {handover === null && (
                <Button
                  variant="primary"
                  disabled={!isOpen}
                  disabledReason={gate.find(({ holds }) => !holds)?.says ?? 'The packet is being opened'}
                  onClick={() => setAsking('approval')}
                >
                  Approve letter (Shift+A)
                </Button>
              )}
            </SpaceBetween>
          }
        >
          Appeal review, claim <span className="code">{denial.claimId}</span>
        </Header>
        {opening.error instanceof ApiProblem && <Alert type="warning">{opening.error.sentence}</Alert>}
        {approval !== null && handover === null && <Held denial={denial} approval={approval} />}
        {handover !== null && <Delivery denial={denial} />}
        <div className="review">
          <aside aria-label="Facts">
            <Facts
              denial={denial}
              enclosures={enclosures}
              citedBy={(number) => statements.filter((each) => each.page === number).length}
              onPage={toPage}
            />
          </aside>
          <section aria-label="Packet" className="review-packet" tabIndex={-1}>
            {compareWith !== null ? (
              <Compare denial={denial} from={compareWith} onFrom={setCompareWith} />
            ) : sha256 === null ? (
              <p>There is no letter yet. {denial.nextAction}</p>
            ) : (
              <Panel of={packet} what="the packet">
                {(data) => (
                  <Packet packet={data} sha256={sha256} notEnclosed={data.notEnclosed} onShown={onShown} />
                )}
              </Panel>
            )}
          </section>
          <aside aria-label="Gate">
            {handover === null && (
              <GateList
                gate={gate}
                mayEdit={mayEdit}
                onGo={go}
                onWithout={(document) => setAsking({ without: document })}
              />
            )}
            <StatementList
              statements={statements}
              chosen={chosen}
              onChoose={({ id, page: number }) => {
                setChosen(id);
                if (number !== null) toPage(number);
              }}
            />
            <LetterDocuments denialId={denialId} />
            {draftNumber > 0 && <Passages denial={denial} draft={draft} edits={edits} />}
          </aside>
        </div>
        {asking === 'approval' && sha256 !== null && packet.data !== undefined && (
          <ApproveDialog
            denial={denial}
            sha256={sha256}
            packet={packet.data}
            onDone={() => setAsking(null)}
          />
        )}
        {asking === 'changes' && (
          <ChangesDialog
            denial={denial}
            passages={draft.data?.passages ?? []}
            onDone={() => setAsking(null)}
          />
        )}
        {asking !== null && typeof asking === 'object' && (
          <WithoutDialog denial={denial} document={asking.without} onDone={() => setAsking(null)} />
        )}
      </SpaceBetween>
    </div>
  );
}
