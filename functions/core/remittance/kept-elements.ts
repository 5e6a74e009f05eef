import { centsOf } from '../money/cents.ts';
import { parseCalendarDate } from '../time/calendar-date.ts';
import type { OtherSegment } from './remittance.ts';

/** What keeps segments that have no field of their own: a claim, a line, or the payment (event `remittance`). */
export interface Kept {
  readonly otherSegments: readonly OtherSegment[];
}

/** The kept segments of one kind, in file order. */
export function keptSegments({ otherSegments }: Kept, id: string): readonly OtherSegment[] {
  return otherSegments.filter((segment) => segment.id === id);
}

/** Element `at` as in the standard (QTY01 is 1); '' when absent. */
export function textAt({ elements }: OtherSegment, at: number): string {
  return elements[at - 1] ?? '';
}

/** Integer cents; null when absent or no number: it takes part in no balance, so it refuses nothing. */
export function centsAt(segment: OtherSegment, at: number): number | null {
  const text = textAt(segment, at);
  if (text === '') return null;
  const bytes = new TextEncoder().encode(text);
  const cents = centsOf(bytes, 0, bytes.length);
  return Number.isNaN(cents) ? null : cents;
}

/** A count, rate or weight, which may have decimals; null when absent or no number. */
export function quantityAt(segment: OtherSegment, at: number): number | null {
  const text = textAt(segment, at);
  return /^-?(\d{1,15}\.?\d{0,6}|\.\d{1,6})$/.test(text) ? Number(text) + 0 : null;
}

/** CCYYMMDD as yyyy-mm-dd; null when absent or no day of the calendar. */
export function dayAt(segment: OtherSegment, at: number): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(textAt(segment, at)) ?? [];
  return parseCalendarDate(`${year}-${month}-${day}`);
}

/** What the elements of a segment mean: a name, and how to read it. */
type Fields = Readonly<Record<string, (segment: OtherSegment) => unknown>>;
export type Read<F extends Fields> = { readonly [Name in keyof F]: ReturnType<F[Name]> };

/** A kept segment as the fields it means. */
export function read<F extends Fields>(fields: F, segment: OtherSegment): Read<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, of(segment)])) as Read<F>;
}

export const text = (at: number) => (segment: OtherSegment) => textAt(segment, at);
export const cents = (at: number) => (segment: OtherSegment) => centsAt(segment, at);
export const quantity = (at: number) => (segment: OtherSegment) => quantityAt(segment, at);
export const day = (at: number) => (segment: OtherSegment) => dayAt(segment, at);
