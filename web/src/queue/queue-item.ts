import type { components } from '../../../client/schema.d.ts';

type Columns = components['schemas']['QueueColumns'];
type Row = components['schemas']['QueueRow'];

/** One open denial as the grid shows it: what a snapshot and the change feed both tell. Of its last change, the day. */
export type QueueItem = Pick<
  Row,
  | 'denialId'
  | 'version'
  | 'practiceId'
  | 'payerId'
  | 'payerName'
  | 'payerType'
  | 'claimId'
  | 'amountCents'
  | 'expectedCents'
  | 'outcomes'
  | 'score'
  | 'category'
  | 'reason'
  | 'remarks'
  | 'otherReasons'
  | 'route'
  | 'state'
  | 'followUp'
  | 'level'
  | 'clockKind'
  | 'clockBasis'
  | 'standing'
  | 'sendBy'
  | 'lastDay'
  | 'urgency'
  | 'assignee'
  | 'pendedUntil'
  | 'missing'
  | 'openedOn'
  | 'changedAt'
>;

/** The rows of a snapshot, which comes column by column: what repeats is told once and pointed at. */
export function itemsOfColumns(columns: Columns): QueueItem[] {
  return columns.denialId.map((denialId, at) => {
    const of = <T>(values: readonly T[]): T => values[at] as T;
    const pointed = <T>(table: readonly T[], pointers: readonly number[]): T => table[of(pointers)] as T;
    const payer = pointed(columns.payers, columns.payer);
    const clock = pointed(columns.clocks, columns.clock);
    const owner = of(columns.owner);
    const pended = of(columns.pendedUntil);
    const remarks = pointed(columns.remarkLists, columns.remarks);
    const expectedCents = of(columns.expectedCents);
    return {
      denialId,
      version: of(columns.version),
      practiceId: pointed(columns.practices, columns.practice),
      payerId: payer.payerId,
      payerName: payer.payerName,
      payerType: payer.payerType,
      claimId: of(columns.claimId),
      amountCents: of(columns.amountCents),
      expectedCents,
      score: scoreOf(expectedCents, clock.urgency),
      outcomes: of(columns.outcomes),
      category: pointed(columns.categories, columns.category),
      reason: pointed(columns.reasons, columns.reason),
      remarks: remarks === '' ? [] : remarks.split(' '),
      otherReasons: of(columns.otherReasons),
      route: pointed(columns.routes, columns.route),
      state: pointed(columns.states, columns.state),
      followUp: of(columns.followUp),
      level: of(columns.level),
      clockKind: clock.kind,
      clockBasis: clock.basis,
      standing: clock.standing,
      sendBy: clock.sendBy,
      lastDay: clock.lastDay,
      urgency: clock.urgency,
      assignee: owner === null ? null : (columns.owners[owner] ?? null),
      pendedUntil: pended === null ? null : (columns.days[pended] ?? null),
      missing: of(columns.missing),
      openedOn: pointed(columns.days, columns.openedOn),
      changedAt: pointed(columns.days, columns.changedOn),
    };
  });
}

export function itemOfRow(row: Row): QueueItem {
  return { ...row, changedAt: row.changedAt.slice(0, 10) };
}

/** Cents, by the same reckoning as the server's, which leaves it out of a snapshot. */
function scoreOf(expectedCents: number | null, urgency: number | null): number | null {
  return expectedCents === null || urgency === null ? null : Math.round(expectedCents * urgency);
}

export type SortKey = 'pressing' | 'sendBy' | 'denied' | 'payer' | 'lastTouch';

export const SORTS: { readonly [key in SortKey]: string } = {
  pressing: 'Most pressing first: what is expected, times how near its day to send by is',
  sendBy: 'Day to send by, the soonest first; without a day at the end',
  denied: 'Denied amount, the greatest first',
  payer: 'Payer, then the day to send by',
  lastTouch: 'Longest untouched first',
};

const LAST_DAY = '9999-99-99';
const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

const ORDERS: { readonly [key in SortKey]: (a: QueueItem, b: QueueItem) => number } = {
  pressing: (a, b) => (b.score ?? -1) - (a.score ?? -1),
  sendBy: (a, b) => compare(a.sendBy ?? LAST_DAY, b.sendBy ?? LAST_DAY),
  denied: (a, b) => b.amountCents - a.amountCents,
  payer: (a, b) => compare(a.payerName, b.payerName) || compare(a.sendBy ?? LAST_DAY, b.sendBy ?? LAST_DAY),
  lastTouch: (a, b) => compare(a.changedAt, b.changedAt),
};

export function sorted(items: readonly QueueItem[], by: SortKey): QueueItem[] {
  const order = ORDERS[by];
  return [...items].sort((a, b) => order(a, b) || compare(a.denialId, b.denialId));
}
