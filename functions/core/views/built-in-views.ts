import { VIEW_COLUMNS, type ViewFilters, type ViewLayout } from './saved-view.ts';

/** A view that every person has from the start, and nobody changes. */
export interface BuiltInView {
  readonly viewId: string;
  readonly name: string;
  readonly layout: ViewLayout;
}

const AT_FIRST_HIDDEN: ReadonlySet<string> = new Set<(typeof VIEW_COLUMNS)[number]>([
  'category',
  'priority',
  'level',
  'opened',
  'pendedUntil',
]);

/** Columns and order of the queue as it comes, before anybody arranged it. */
export const USUAL_LAYOUT: Omit<ViewLayout, 'filters'> = {
  columns: VIEW_COLUMNS.filter((id) => !AT_FIRST_HIDDEN.has(id)).map((id) => ({ id, widthPx: null })),
  order: { by: 'priority', descending: true },
  density: 'comfortable',
};

function view(
  viewId: string,
  name: string,
  filters: ViewFilters,
  order: ViewLayout['order'] = USUAL_LAYOUT.order,
): BuiltInView {
  return { viewId, name, layout: { ...USUAL_LAYOUT, filters, order } };
}

const SOONEST = { by: 'sendBy', descending: false } as const;

export const BUILT_IN_VIEWS: readonly BuiltInView[] = [
  view('mine-and-unassigned', 'Mine + unassigned', { owners: ['me', 'nobody'] }),
  view('due-in-7-days', 'Due in 7 days', { buckets: ['overdue', 'due_in_7_days'] }, SOONEST),
  view('ready-to-approve', 'Ready to approve', { states: ['ready_to_approve'] }),
  view('unowned', 'Unowned', { owners: ['nobody'] }),
  view('untouched', 'Untouched > 7 days', { untouchedDays: 7 }, { by: 'lastTouch', descending: false }),
  // A letter with nothing left open is in drafting only because its reader sent it back.
  view('returned', 'Returned', { states: ['drafting'], missing: ['complete'] }),
  view(
    'expiring-corrected-claim',
    'Expiring corrected-claim clock',
    { clockKinds: ['corrected_claim'], buckets: ['overdue', 'due_in_7_days', 'due_in_30_days'] },
    SOONEST,
  ),
  view('no-deadline', 'No deadline configured', { clockBases: ['not_configured'] }),
];
