import './page.css';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { components } from '../../../client/schema.d.ts';

/**
 * What the queue is measured beside: the same rows and columns out of the same snapshot, the same virtualiser, and
 * nothing else. `#sendBy,payer` behind the address names the columns.
 */
type Snapshot = components['schemas']['SnapshotQueueAnswer'];

const ROW_HEIGHT_PX = 44;
const ROWS_BEYOND = 8;
const shownColumns = decodeURIComponent(location.hash.slice(1)).split(',');

const answer = await fetch('/api/queue/snapshot', { headers: { authorization: 'Bearer any' } });
const { columns: of, asOf }: Snapshot = await answer.json();

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const clockOf = (row: number) => of.clocks[of.clock[row] ?? 0];
const ownerOf = (row: number): string => of.owners[of.owner[row] ?? -1] ?? 'Unowned';
const daysTo = (day: string): number => Math.round((Date.parse(day) - Date.parse(asOf)) / 86_400_000);
const CELLS: Readonly<Record<string, (row: number) => string>> = {
  sendBy: (row) => {
    const sendBy = clockOf(row)?.sendBy ?? null;
    return sendBy === null ? 'Not configured' : `${sendBy} in ${daysTo(sendBy)} days`;
  },
  clock: (row) => `${clockOf(row)?.kind}\n${clockOf(row)?.basis}`,
  payer: (row) => `${of.payers[of.payer[row] ?? 0]?.payerName}\n${of.payers[of.payer[row] ?? 0]?.payerType}`,
  claim: (row) => of.claimId[row] ?? '',
  reason: (row) => `${of.categories[of.category[row] ?? 0]}\n${of.reasons[of.reason[row] ?? 0]}`,
  route: (row) => `${of.routes[of.route[row] ?? 0]}\n${of.states[of.state[row] ?? 0]}`,
  state: (row) => of.states[of.state[row] ?? 0] ?? '',
  denied: (row) => dollars(of.amountCents[row] ?? 0),
  expected: (row) => `${dollars(of.expectedCents[row] ?? 0)} (${of.outcomes[row]})`,
  docs: (row) => String(of.missing[row] ?? ''),
  owner: ownerOf,
  lastTouch: (row) => of.days[of.changedOn[row] ?? 0] ?? '',
};

const element = <E extends Element>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
};
const grid = element<HTMLDivElement>('[role="grid"]');
const head = document.createElement('div');
head.className = 'head';
head.setAttribute('role', 'row');
head.append(
  ...['', ...shownColumns].map((name) =>
    Object.assign(document.createElement('span'), { textContent: name }),
  ),
);
const body = document.createElement('div');
body.setAttribute('role', 'rowgroup');
grid.append(head, body);

const all = of.denialId.map((_, row) => row);
let rows: readonly number[] = all;
let cursor = 0;
const selected = new Set<number>();
const onScreen = new Map<number, HTMLDivElement>();

const options = () => ({
  count: rows.length,
  getScrollElement: () => grid,
  estimateSize: () => ROW_HEIGHT_PX,
  overscan: ROWS_BEYOND,
  scrollPaddingStart: ROW_HEIGHT_PX,
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
  onChange: draw,
});
const virtual = new Virtualizer<HTMLDivElement, HTMLDivElement>(options());
virtual._didMount();
virtual._willUpdate();
const routes = element<HTMLSelectElement>('#route');
for (const route of of.routes) routes.append(new Option(route, route));
arrange();

function draw(): void {
  body.style.height = `${virtual.getTotalSize()}px`;
  const wanted = virtual.getVirtualItems();
  const kept = new Set(wanted.map(({ index }) => index));
  for (const [index, shown] of onScreen) {
    if (kept.has(index)) continue;
    shown.remove();
    onScreen.delete(index);
  }
  for (const { index, start } of wanted) {
    const row = rows[index];
    if (row === undefined) continue;
    const shown = onScreen.get(index) ?? rowElement(row, index, start);
    shown.toggleAttribute('data-cursor', index === cursor);
  }
}

function rowElement(row: number, index: number, top: number): HTMLDivElement {
  const made = document.createElement('div');
  made.setAttribute('role', 'row');
  made.setAttribute('aria-rowindex', String(index + 2));
  made.setAttribute('aria-selected', String(selected.has(row)));
  made.style.transform = `translateY(${top}px)`;
  const box = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    checked: selected.has(row),
  });
  box.addEventListener('change', () => toggle(index));
  const cells = shownColumns.map((column) => {
    const cell = document.createElement('span');
    cell.setAttribute('role', 'gridcell');
    cell.textContent = CELLS[column]?.(row) ?? '';
    return cell;
  });
  made.append(box, ...cells);
  made.addEventListener('click', () => moveTo(index));
  onScreen.set(index, made);
  body.append(made);
  return made;
}

function moveTo(index: number): void {
  onScreen.get(cursor)?.removeAttribute('data-cursor');
  cursor = Math.max(0, Math.min(rows.length - 1, index));
  virtual.scrollToIndex(cursor, { align: 'auto' });
  draw();
}

function toggle(index: number): void {
  const row = rows[index];
  if (row === undefined) return;
  if (!selected.delete(row)) selected.add(row);
  const shown = onScreen.get(index);
  shown?.setAttribute('aria-selected', String(selected.has(row)));
  const box = shown?.querySelector('input');
  if (box) box.checked = selected.has(row);
}

/** Narrows and orders anew. */
function arrange(): void {
  const route = of.routes.indexOf(routes.value as never);
  const bySendBy = element<HTMLSelectElement>('#order').value === 'sendBy';
  const day = (row: number): string => clockOf(row)?.sendBy ?? '9999-99-99';
  const narrowed = route < 0 ? all : all.filter((row) => of.route[row] === route);
  rows = bySendBy
    ? narrowed.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b))
    : narrowed;
  element('#count').textContent = `${rows.length} of ${all.length}`;
  for (const shown of onScreen.values()) shown.remove();
  onScreen.clear();
  cursor = 0;
  virtual.setOptions(options());
  virtual._willUpdate();
  draw();
}

routes.addEventListener('change', arrange);
element('#order').addEventListener('change', arrange);
grid.addEventListener('keydown', (event) => {
  if (event.key === 'j') moveTo(cursor + 1);
  else if (event.key === 'k') moveTo(cursor - 1);
  else if (event.key === 'x') toggle(cursor);
  else return;
  event.preventDefault();
});
