import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMe } from '../api/queries.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotices } from '../shell/notices.tsx';
import { useTitle } from '../shell/title.ts';
import { Button, Header } from '../ui/controls.ts';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { Facets } from './facets.tsx';
import { countsOf, type Facet, filtersOf, matching, SHOWN_FACETS } from './filters.ts';
import { QueueGrid } from './queue-grid.tsx';
import { SORTS, type SortKey, sorted } from './queue-item.ts';
import { SplitPanel } from './split-panel.tsx';
import { useAssign } from './use-assign.ts';
import { useIdentities } from './use-identities.ts';
import { type Queue, useQueue } from './use-queue.ts';

/** The working surface: all open denials, narrowed, ordered and walked without asking the server. */
export default function QueuePage() {
  useTitle('Work queue');
  const queue = useQueue();
  return (
    <Panel of={queue} what="the queue" page="Work queue">
      {(data) => <QueueView queue={data} />}
    </Panel>
  );
}

function QueueView({ queue }: { queue: Queue }) {
  const { asOf, items, total } = queue;
  const navigate = useNavigate();
  const me = useMe();
  const notices = useNotices();
  const assign = useAssign();
  const { want, nameOf } = useIdentities();
  const [query, setQuery] = useSearchParams();
  const [claim, setClaim] = useState('');
  const [sort, setSort] = useState<SortKey>('pressing');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [panelShown, setPanelShown] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const [chosenFilters, setFilters] = useState(() => filtersOf(query));
  const filters = useDeferredValue(chosenFilters);

  const wanted = useDeferredValue(claim);
  const shown = useMemo(
    () => sorted(matching(items, filters, wanted, asOf), sort),
    [items, filters, wanted, asOf, sort],
  );
  const counts = useMemo(() => countsOf(items, filters, wanted, asOf), [items, filters, wanted, asOf]);
  // The row that left takes the cursor with it: to the first row.
  const cursor = shown.some(({ denialId }) => denialId === chosen) ? chosen : (shown[0]?.denialId ?? null);
  const panelOf = useDeferredValue(cursor);

  // Chosen at once; the address follows, and leads when somebody goes back or comes by a link.
  useEffect(() => setFilters(filtersOf(query)), [query]);
  const narrowTo = (after: URLSearchParams) => {
    setFilters(filtersOf(after));
    setQuery(after, { replace: true });
  };
  const toggleFilter = (facet: Facet, value: string) => {
    const after = new URLSearchParams(query);
    const values = after.getAll(facet);
    after.delete(facet);
    for (const kept of values.filter((other) => other !== value)) after.append(facet, kept);
    if (!values.includes(value)) after.append(facet, value);
    narrowTo(after);
  };
  const clear = () => {
    setClaim('');
    const after = new URLSearchParams(query);
    for (const [facet] of SHOWN_FACETS) after.delete(facet);
    narrowTo(after);
  };
  const toggle = useCallback(
    (denialId: string) =>
      setSelected((before) => {
        const after = new Set(before);
        if (!after.delete(denialId)) after.add(denialId);
        return after;
      }),
    [],
  );
  const open = useCallback((denialId: string) => void navigate(`/denials/${denialId}`), [navigate]);
  const take = async (denialIds: readonly string[], to: string | null) => {
    const told = await assign(
      items.filter(({ denialId }) => denialIds.includes(denialId)),
      to,
    );
    notices.say(told);
    setSelected(new Set());
  };
  const mine = me.data?.userId ?? null;

  useKeys({
    Space: () => setPanelShown((before) => !before),
    m: () => {
      if (cursor !== null && mine !== null) void take([cursor], mine);
    },
    Escape: () => (panelShown ? setPanelShown(false) : setSelected(new Set())),
  });

  const isNarrowed = chosenFilters.size > 0 || claim !== '';
  const sumCents = shown.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return (
    <div className="queue-page">
      <Header
        variant="h1"
        description={SORTS[sort]}
        counter={`(${shown.length.toLocaleString('en-US')}${isNarrowed ? ` of ${total.toLocaleString('en-US')}` : ''})`}
      >
        Work queue
      </Header>
      {total > items.length && (
        <p role="status">
          Showing the {items.length.toLocaleString('en-US')} most urgent of {total.toLocaleString('en-US')}.
        </p>
      )}
      <div className="queue-tools">
        <label>
          Claim number{' '}
          <input
            type="search"
            value={claim}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setClaim(event.target.value)}
          />
        </label>
        <label>
          Order{' '}
          <select value={sort} onChange={(event) => setSort(event.target.value as SortKey)}>
            {Object.entries({
              pressing: 'Most pressing',
              sendBy: 'Send by',
              denied: 'Denied',
              payer: 'Payer',
              lastTouch: 'Longest untouched',
            }).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {isNarrowed && <Button onClick={clear}>Clear filters</Button>}
        <span className="spread">
          <Money cents={sumCents} /> denied
        </span>
        <Button onClick={() => setPanelShown(!panelShown)}>
          {panelShown ? 'Hide details' : 'Show details'}
        </Button>
      </div>
      {selected.size > 0 && (
        <section className="selection" aria-label="Selection">
          <span>{selected.size === 1 ? '1 selected' : `${selected.size} selected`}</span>
          <Button onClick={() => void take([...selected], mine)} disabled={mine === null}>
            Take
          </Button>
          <Button onClick={() => void take([...selected], null)}>Give back</Button>
          <Button onClick={() => setSelected(new Set())}>Select none</Button>
        </section>
      )}
      <div className="queue-body">
        <Facets counts={counts} filters={chosenFilters} onToggle={toggleFilter} />
        {shown.length === 0 ? (
          <p className="queue-empty" role="status">
            {items.length === 0
              ? 'No denial is open. What comes in with the next remittance appears here by itself.'
              : 'No open denial matches.'}{' '}
            {items.length > 0 && <Button onClick={clear}>Clear filters</Button>}
          </p>
        ) : (
          <QueueGrid
            items={shown}
            asOf={asOf}
            cursor={cursor}
            selected={selected}
            nameOf={nameOf}
            short={panelShown}
            onCursor={setChosen}
            onToggle={toggle}
            onOpen={open}
            onVisible={want}
          />
        )}
        {panelShown && panelOf !== null && <SplitPanel denialId={panelOf} />}
      </div>
    </div>
  );
}
