import type { Segment } from '../x12/segment.ts';
import { isCalendarDay } from './calendar-day.ts';

const DAYS_REMEMBERED = 1024;

/** Reads dates and quantities of segments, and counts those that cannot be read. One a reader. */
export class SegmentValues {
  unreadableDates = 0;
  unreadableQuantities = 0;
  /** A remittance names the same few days thousands of times. */
  private readonly dayNumbers = new Int32Array(DAYS_REMEMBERED);
  private readonly days = new Array<string>(DAYS_REMEMBERED).fill('');

  /** CCYYMMDD as yyyy-mm-dd; null when absent or not a day of the calendar. */
  date(segment: Segment, index: number): string | null {
    return this.dateBetween(segment, segment.from(index), segment.to(index));
  }

  /** As `date`, of eight bytes within an element (the halves of a DTP range). */
  dateBetween(segment: Segment, from: number, to: number): string | null {
    const { bytes } = segment;
    let end = to;
    while (end > from && bytes[end - 1] === 0x20) end--;
    if (end === from) return null;
    let number = 0;
    for (let i = from; i < end; i++) {
      const digit = (bytes[i] as number) - 0x30;
      if (digit < 0 || digit > 9 || end - from !== 8) return this.unreadableDate();
      number = number * 10 + digit;
    }
    const slot = number & (DAYS_REMEMBERED - 1);
    return this.dayNumbers[slot] === number && number !== 0
      ? (this.days[slot] as string)
      : this.newDay(number);
  }

  private newDay(number: number): string | null {
    const year = Math.trunc(number / 10_000);
    const month = Math.trunc(number / 100) % 100;
    const day = number % 100;
    if (!isCalendarDay(year, month, day)) return this.unreadableDate();
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    this.dayNumbers[number & (DAYS_REMEMBERED - 1)] = number;
    this.days[number & (DAYS_REMEMBERED - 1)] = text;
    return text;
  }

  private unreadableDate(): null {
    this.unreadableDates++;
    return null;
  }

  /** A count of units, which may have decimals (anaesthesia minutes, drug units); null when absent or not a number. */
  quantity(segment: Segment, index: number): number | null {
    const from = segment.from(index);
    const to = segment.to(index);
    if (from === to) return null;
    if (to - from <= 6) {
      let whole = 0;
      let i = from;
      for (; i < to; i++) {
        const digit = (segment.bytes[i] as number) - 0x30;
        if (digit < 0 || digit > 9) break;
        whole = whole * 10 + digit;
      }
      if (i === to) return whole;
    }
    const text = segment.text(index);
    if (/^-?(\d{1,15}\.?\d{0,6}|\.\d{1,6})$/.test(text)) return Number(text) + 0;
    this.unreadableQuantities++;
    return null;
  }
}
