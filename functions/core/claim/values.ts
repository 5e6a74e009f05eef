import { centsOf } from '../money/cents.ts';
import type { Procedure } from '../remittance/remittance.ts';
import { parseCalendarDate } from '../time/calendar-date.ts';
import type { QualifiedDate } from './claim.ts';

/** Reads the values of claims from text, and counts those that cannot be read. One a transaction. */
export class ClaimValues {
  unreadable = 0;
  private readonly separator: string;

  /** @param separator the component separator that the ISA declares, '' without one */
  constructor(separator: string) {
    this.separator = separator;
  }

  /** CCYYMMDD, with or without a time behind it, as yyyy-mm-dd; null when absent or not a day of the calendar. */
  day(text: string): string | null {
    if (text === '') return null;
    const digits = /^\d{8}/.exec(text)?.[0];
    const day = parseCalendarDate(
      digits === undefined ? '' : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`,
    );
    if (day === null) this.unreadable++;
    return day;
  }

  /**
   * A date as DTP, HI and DMG write it: D8 a day, RD8 two days, DT a day and a time, TM a time alone.
   *
   * @example
   * values.date('435', 'DT', '202601050800') // { qualifier: '435', from: '2026-01-05', to: '2026-01-05', time: '08:00' }
   */
  date(qualifier: string, format: string, value: string): QualifiedDate {
    if (format === 'TM') return { qualifier, from: null, to: null, time: timeOf(value) };
    const [first = '', last] = format.startsWith('R') ? value.split('-') : [value];
    const from = this.day(first.trim());
    const to = last === undefined ? from : this.day(last.trim());
    return { qualifier, from, to, time: format === 'DT' ? timeOf(value.slice(8)) : null };
  }

  quantity(text: string): number | null {
    if (text === '') return null;
    if (/^-?(\d{1,15}\.?\d{0,6}|\.\d{1,6})$/.test(text)) return Number(text);
    this.unreadable++;
    return null;
  }

  /** Money inside a composite, where a bad number spoils nothing else: null when absent or not a number. */
  cents(text: string): number | null {
    if (text === '') return null;
    const bytes = new TextEncoder().encode(text);
    const cents = centsOf(bytes, 0, bytes.length);
    if (!Number.isNaN(cents)) return cents;
    this.unreadable++;
    return null;
  }

  /**
   * The components of an element. Some files declare one separator and use another (`:` and `>`), and files without
   * an ISA declare none: then the first mark after a short code tells.
   */
  components(text: string): readonly string[] {
    if (this.separator !== '' && text.includes(this.separator)) return trimmed(text.split(this.separator));
    const used = /^[0-9A-Za-z]{1,3}([:><|^\\+;])/.exec(text)?.[1];
    return used === undefined ? [text] : trimmed(text.split(used));
  }

  /** SV101, SV202, SV301 or SVD03: qualifier, code and up to four modifiers; null when empty. */
  procedure(text: string): Procedure | null {
    if (text === '') return null;
    const parts = this.components(text);
    if (parts.length === 1) return { qualifier: '', code: text.toUpperCase(), modifiers: [] };
    const [qualifier = '', code = '', ...modifiers] = parts.map((part) => part.toUpperCase());
    return { qualifier, code, modifiers: modifiers.slice(0, 4).filter((modifier) => modifier !== '') };
  }
}

/** HHMM, HHMMSS or HHMMSSDD as hh:mm; null when it is no time of the day. */
export function timeOf(text: string): string | null {
  const parts = /^([01]\d|2[0-3])([0-5]\d)/.exec(text);
  return parts === null ? null : `${parts[1]}:${parts[2]}`;
}

function trimmed(parts: readonly string[]): readonly string[] {
  return parts.map((part) => part.trim());
}
