import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';
import type { FigureRow } from './figure-row.ts';
import type { NetRevenue } from './net-revenue.ts';

/** A share: what was counted over what it was counted of. */
interface Share {
  readonly kind: 'share';
  readonly numerator: number;
  readonly denominator: number;
  /** Null where the denominator is 0: never 0 %. */
  readonly value: number | null;
}

/** Days of a number of denials. */
interface Days {
  readonly kind: 'days';
  readonly mean: number | null;
  readonly median: number | null;
}

/** What it takes that nobody has entered or counted yet. */
interface Lacking {
  readonly kind: 'not_available';
  readonly lacks: string;
  readonly numeratorCents: number | null;
}

export interface Figure {
  readonly id:
    | 'initial_denial_rate'
    | 'primary_denial_rate'
    | 'denial_write_offs_of_npsr'
    | 'days_denial_to_appeal'
    | 'days_denial_to_resolution'
    | 'initial_denials_overturned';
  readonly formula: string;
  /** So many denials stand behind it: these, and no others. */
  readonly n: number;
  readonly members: readonly string[];
  readonly result: Share | Days | Lacking;
}

export interface FiguresCell {
  readonly deniedOn: string;
  readonly payerId: string;
  readonly reason: string;
  readonly route: FigureRow['route'];
  readonly denials: number;
  readonly deniedCents: number;
  readonly closed: number;
  readonly overturned: number;
  readonly recoveredCents: number;
  readonly writtenOffCents: number;
  readonly members: readonly string[];
}

const OVERTURNED = new Set<FigureRow['closedAs']>(['overturned', 'partly_overturned']);
/** What the payer took back itself, or what was dismissed as history, was resolved by nobody. */
const UNRESOLVED = new Set<FigureRow['closedAs']>([null, 'superseded', 'left_as_history']);

/** Denials per day, payer, reason and route, each with its members; the sum over all cells is the sum over all rows. */
export function figureCellsOf(rows: readonly FigureRow[]): readonly FiguresCell[] {
  const cells = Map.groupBy(rows, ({ deniedOn, payerId, reason, route }) =>
    JSON.stringify([deniedOn, payerId, reason, route]),
  );
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const [first] = members;
      if (first === undefined) return [];
      const { deniedOn, payerId, reason, route } = first;
      return [
        {
          deniedOn,
          payerId,
          reason,
          route,
          denials: members.length,
          deniedCents: sumOf(members, 'amountCents'),
          closed: members.filter(({ closedAs }) => closedAs !== null).length,
          overturned: members.filter(({ closedAs }) => OVERTURNED.has(closedAs)).length,
          recoveredCents: sumOf(members, 'recoveredCents'),
          writtenOffCents: sumOf(members, 'writtenOffCents'),
          members: idsOf(members),
        },
      ];
    });
}

/**
 * The six figures of HFMA's claim-integrity task force (standardized denial metrics), of denials that payers decided in
 * a period. What needs claims that were never denied, or an amount that nobody entered, says so.
 */
export function figuresOf(rows: readonly FigureRow[], revenue: NetRevenue): readonly Figure[] {
  const sent = rows.filter(({ route, sentOn }) => route === 'appeal' && sentOn !== null);
  const resolved = rows.filter(({ closedAs }) => !UNRESOLVED.has(closedAs));
  const overturned = resolved.filter(({ closedAs }) => OVERTURNED.has(closedAs));
  const writtenOff = rows.filter(({ closedAs }) => closedAs === 'written_off');
  return [
    {
      id: 'initial_denial_rate',
      formula: 'claims denied at their first adjudication / claims submitted',
      ...membersOf(rows),
      result: lacking('the count of all claims adjudicated in the period', null),
    },
    {
      id: 'primary_denial_rate',
      formula: 'zero-pay claims of primary payers / all claims of primary payers on remittances',
      ...membersOf(rows),
      result: lacking('the count of all claims adjudicated in the period', null),
    },
    {
      id: 'denial_write_offs_of_npsr',
      formula:
        'cents written off of denials that were decided in the period / net patient service revenue of its months',
      ...membersOf(writtenOff),
      result: shareOfRevenue(sumOf(writtenOff, 'writtenOffCents'), revenue),
    },
    {
      id: 'days_denial_to_appeal',
      formula: 'day the appeal was handed over - day of the payer’s decision',
      ...membersOf(sent),
      result: daysOf(sent, ({ sentOn }) => sentOn),
    },
    {
      id: 'days_denial_to_resolution',
      formula: 'day it was closed - day of the payer’s decision',
      ...membersOf(resolved),
      result: daysOf(resolved, ({ closedOn }) => closedOn),
    },
    {
      id: 'initial_denials_overturned',
      formula: 'denials overturned, wholly or in part / denials resolved',
      ...membersOf(resolved),
      result: {
        kind: 'share',
        numerator: overturned.length,
        denominator: resolved.length,
        value: resolved.length === 0 ? null : overturned.length / resolved.length,
      },
    },
  ];
}

function shareOfRevenue(cents: number, revenue: NetRevenue): Share | Lacking {
  if (revenue.kind === 'lacking') return lacking(revenue.lacks, cents);
  const value = revenue.cents === 0 ? null : cents / revenue.cents;
  return { kind: 'share', numerator: cents, denominator: revenue.cents, value };
}

function lacking(lacks: string, numeratorCents: number | null): Lacking {
  return { kind: 'not_available', lacks, numeratorCents };
}

function membersOf(rows: readonly FigureRow[]): Pick<Figure, 'n' | 'members'> {
  return { n: rows.length, members: idsOf(rows) };
}

function idsOf(rows: readonly FigureRow[]): readonly string[] {
  return rows.map(({ denialId }) => denialId).sort();
}

function sumOf(
  rows: readonly FigureRow[],
  field: 'amountCents' | 'recoveredCents' | 'writtenOffCents',
): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

function daysOf(rows: readonly FigureRow[], endOf: (row: FigureRow) => string | null): Days {
  const days = rows
    .flatMap((row) => {
      const end = endOf(row);
      return end === null ? [] : [daysBetween(row.deniedOn as CalendarDate, end as CalendarDate)];
    })
    .sort((a, b) => a - b);
  if (days.length === 0) return { kind: 'days', mean: null, median: null };
  const middle = [days[Math.floor((days.length - 1) / 2)] ?? 0, days[Math.ceil((days.length - 1) / 2)] ?? 0];
  return {
    kind: 'days',
    mean: days.reduce((sum, each) => sum + each, 0) / days.length,
    median: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
  };
}
