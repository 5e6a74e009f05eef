import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import { dayInWords } from '../ui/day.ts';
import { Expected } from '../ui/expected.tsx';
import { Money } from '../ui/money.tsx';
import { SendBy } from '../ui/urgency.tsx';
import {
  BASIS_IN_WORDS,
  CATEGORY_IN_WORDS,
  CLOCK_IN_WORDS,
  PAYER_TYPE_IN_WORDS,
  ROUTE_IN_WORDS,
  STATE_IN_WORDS,
} from '../ui/words.ts';
import type { QueueItem } from './queue-item.ts';

const ROW_HEIGHT_PX = 44;
const ROWS_BEYOND = 8;

interface Column {
  readonly id: string;
  readonly name: string;
  readonly cell: (item: QueueItem, about: Context) => ReactNode;
}
interface Context {
  readonly asOf: string;
  readonly nameOf: (denialId: string) => string;
}

const COLUMNS: readonly Column[] = [
  { id: 'sendBy', name: 'Send by', cell: ({ sendBy }, { asOf }) => <SendBy sendBy={sendBy} asOf={asOf} /> },
  { id: 'clock', name: 'Governing clock', cell: (item) => <GoverningClock {...item} /> },
  {
    id: 'payer',
    name: 'Payer',
    cell: ({ payerName, payerType }) => <Two first={payerName} second={PAYER_TYPE_IN_WORDS[payerType]} />,
  },
  {
    id: 'claim',
    name: 'Claim',
    cell: ({ claimId, denialId }, { nameOf }) => (
      <Two first={<span className="code">{claimId}</span>} second={nameOf(denialId)} />
    ),
  },
  { id: 'reason', name: 'Reason', cell: (item) => <TwoLineReason {...item} /> },
  {
    id: 'route',
    name: 'Route',
    cell: ({ route, state }) => <Two first={ROUTE_IN_WORDS[route]} second={STATE_IN_WORDS[state]} />,
  },
  { id: 'denied', name: 'Denied', cell: ({ amountCents }) => <Money cents={amountCents} /> },
  { id: 'expected', name: 'Expected', cell: (item) => <Expected {...item} /> },
  { id: 'owner', name: 'Owner', cell: ({ assignee }) => assignee ?? 'Unowned' },
  {
    id: 'lastTouch',
    name: 'Last touch',
    cell: ({ changedAt }, { asOf }) => <span className="day">{dayInWords(changedAt, asOf)}</span>,
  },
];

/** Beside the details of the row under the cursor, which tell the rest. */
const SHORT = COLUMNS.filter(({ id }) => ['sendBy', 'payer', 'claim', 'reason', 'denied'].includes(id));

interface QueueGridProps {
  readonly items: readonly QueueItem[];
  readonly asOf: string;
  /** Row under the cursor, by its denial. */
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly nameOf: (denialId: string) => string;
  /** With few columns, because there is little room. */
  readonly short: boolean;
  readonly onCursor: (denialId: string) => void;
  readonly onToggle: (denialId: string) => void;
  readonly onOpen: (denialId: string) => void;
  /** Rows on screen changed: whose names are wanted. */
  readonly onVisible: (denialIds: readonly string[]) => void;
}

/**
 * The work queue: as many rows as there are, as few elements as fit the screen, one tab stop. Keys move a cursor that
 * assistive technology follows (ARIA grid with an active descendant).
 */
export function QueueGrid(props: QueueGridProps) {
  const { items, cursor, selected, asOf, nameOf, short, onVisible } = props;
  const columns = short ? SHORT : COLUMNS;
  const scroller = useRef<HTMLDivElement>(null);
  const at = items.findIndex(({ denialId }) => denialId === cursor);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_BEYOND,
    scrollPaddingStart: ROW_HEIGHT_PX,
  });
  const visible = rows.getVirtualItems();

  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? -1;
  useEffect(() => {
    onVisible(items.slice(first, last + 1).map(({ denialId }) => denialId));
  }, [items, first, last, onVisible]);

  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);

  const move = (to: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, to))];
    if (item !== undefined) props.onCursor(item.denialId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 2);
    const steps: Readonly<Record<string, number>> = {
      j: at + 1,
      ArrowDown: at + 1,
      k: at - 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && cursor !== null) props.onOpen(cursor);
    else if (event.key === 'x' && cursor !== null) props.onToggle(cursor);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="queue-grid"
      data-short={short || undefined}
      role="grid"
      aria-label="Work queue"
      aria-rowcount={items.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? rowId(items[at]?.denialId ?? '') : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="queue-row queue-head" role="row" aria-rowindex={1} tabIndex={-1}>
        <span role="columnheader" aria-colindex={1} tabIndex={-1}>
          <span className="visually-hidden">Selected</span>
        </span>
        {columns.map(({ id, name }, index) => (
          <span key={id} data-column={id} role="columnheader" aria-colindex={index + 2} tabIndex={-1}>
            {name}
          </span>
        ))}
      </div>
      <div className="queue-rows" style={{ height: rows.getTotalSize() }}>
        {visible.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const { denialId } = item;
          return (
            <Row
              key={denialId}
              item={item}
              index={index}
              top={start}
              asOf={asOf}
              columns={columns}
              name={nameOf(denialId)}
              isCursor={denialId === cursor}
              isSelected={selected.has(denialId)}
              onCursor={props.onCursor}
              onToggle={props.onToggle}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

export function rowId(denialId: string): string {
  return `row-${denialId}`;
}

interface RowProps extends Pick<QueueGridProps, 'onCursor' | 'onToggle' | 'onOpen' | 'asOf'> {
  readonly item: QueueItem;
  readonly columns: readonly Column[];
  readonly index: number;
  readonly top: number;
  readonly name: string;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
}

const Row = memo(function Row({ item, columns, index, top, name, isCursor, isSelected, ...on }: RowProps) {
  const { denialId, claimId } = item;
  const about: Context = { asOf: on.asOf, nameOf: () => name };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys.
    <div
      id={rowId(denialId)}
      className="queue-row"
      style={{ transform: `translateY(${top}px)` }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-cursor={isCursor || undefined}
      tabIndex={-1}
      onClick={() => on.onCursor(denialId)}
      onDoubleClick={() => on.onOpen(denialId)}
    >
      <span role="gridcell" aria-colindex={1} tabIndex={-1}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={`Select claim ${claimId}`}
          onChange={() => on.onToggle(denialId)}
        />
      </span>
      {columns.map(({ id, cell }, column) => (
        <span key={id} data-column={id} role="gridcell" aria-colindex={column + 2} tabIndex={-1}>
          {cell(item, about)}
        </span>
      ))}
    </div>
  );
});

function Two({ first, second }: { first: ReactNode; second: string }) {
  return (
    <span className="two">
      <span>{first}</span>
      <span className="quiet">{second}</span>
    </span>
  );
}

function TwoLineReason({ category, reason, remarks, otherReasons }: QueueItem) {
  const codes = [reason, ...remarks].filter((code) => code !== '').join(' ');
  return (
    <Two
      first={CATEGORY_IN_WORDS[category]}
      second={`${codes}${otherReasons > 0 ? ` +${otherReasons}` : ''}`}
    />
  );
}

function GoverningClock({ clockKind, clockBasis }: QueueItem) {
  if (clockKind === null || clockBasis === null) return <span className="quiet">No clock runs</span>;
  return <Two first={CLOCK_IN_WORDS[clockKind]} second={BASIS_IN_WORDS[clockBasis]} />;
}
