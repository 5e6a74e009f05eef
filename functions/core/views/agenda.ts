import type { RankedRow } from './ranked-row.ts';

export const GROUPINGS = ['payer', 'owner', 'route', 'clock', 'practice'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Load {
  readonly count: number;
  readonly amountCents: number;
  readonly unowned: number;
}

/** What must leave on one day, in groups. */
export interface AgendaDay extends Load {
  readonly sendBy: string;
  readonly groups: readonly (Load & { readonly of: string })[];
}

/** What has no date at all is on no day, and must not be forgotten for it. */
export interface Agenda {
  readonly days: readonly AgendaDay[];
  readonly undated: Load;
}

/**
 * What must leave from day to day, both included, by the clock that governs; only while the next move is ours.
 *
 * @param from yyyy-mm-dd
 * @param to yyyy-mm-dd
 */
export function agendaOf(rows: readonly RankedRow[], from: string, to: string, groupBy: Grouping): Agenda {
  const ours = rows.filter(({ score, standing }) => score !== null && standing !== 'no_clock');
  const days = new Map<string, RankedRow[]>();
  for (const row of ours) {
    if (row.sendBy === null || row.sendBy < from || row.sendBy > to) continue;
    days.set(row.sendBy, [...(days.get(row.sendBy) ?? []), row]);
  }
  return {
    days: [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sendBy, due]) => ({ sendBy, ...loadOf(due), groups: groupsOf(due, groupBy) })),
    undated: loadOf(ours.filter(({ sendBy }) => sendBy === null)),
  };
}

function groupsOf(rows: readonly RankedRow[], groupBy: Grouping): AgendaDay['groups'] {
  const groups = Map.groupBy(rows, (row) => groupOf(row, groupBy));
  return [...groups]
    .map(([of, members]) => ({ of, ...loadOf(members) }))
    .sort((a, b) => b.count - a.count || (a.of < b.of ? -1 : 1));
}

function groupOf(row: RankedRow, groupBy: Grouping): string {
  switch (groupBy) {
    case 'payer':
      return row.payerId;
    case 'owner':
      return row.assignee ?? '';
    case 'route':
      return row.route;
    case 'clock':
      return row.clockKind ?? '';
    case 'practice':
      return row.practiceId;
  }
}

/** Count, cents and how many nobody owns. */
export function loadOf(rows: readonly RankedRow[]): Load {
  return {
    count: rows.length,
    amountCents: rows.reduce((sum, { amountCents }) => sum + amountCents, 0),
    unowned: rows.filter(({ assignee }) => assignee === null).length,
  };
}
