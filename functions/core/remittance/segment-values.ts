import type { Segment } from '../x12/segment.ts';
import { isCalendarDay } from './calendar-day.ts';
import type { Counts } from './counts.ts';

/** A prime, so that the days of a few years seldom fall on each other. */
const DAYS_REMEMBERED = 4093;

/** Texts of days: a file names the same few days thousands of times. */
class DayTexts {
  private readonly numbers = new Int32Array(DAYS_REMEMBERED);
  private readonly texts = new Array<string>(DAYS_REMEMBERED).fill('');

  /** ccyymmdd as a number to yyyy-mm-dd; '' where it is no day of the calendar. */
  textOf(number: number): string {
    const slot = number % DAYS_REMEMBERED;
    if (this.numbers[slot] === number) return this.texts[slot] as string;
    const year = Math.trunc(number / 10_000);
    const month = Math.trunc(number / 100) % 100;
    const day = number % 100;
    if (!isCalendarDay(year, month, day)) return '';
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    this.numbers[slot] = number;
    this.texts[slot] = text;
    return text;
  }
}

/** Reads dates and quantities of segments, and counts those that cannot be read. One a reader. */
export class SegmentValues {
  private readonly days = new DayTexts();
  private readonly counts: Pick<Counts, 'unreadableDates' | 'unreadableQuantities'>;

  constructor(counts: Pick<Counts, 'unreadableDates' | 'unreadableQuantities'>) {
    this.counts = counts;
  }

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
    const text = this.days.textOf(number);
    return text === '' ? this.unreadableDate() : text;
  }

  private unreadableDate(): null {
    this.counts.unreadableDates++;
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
    this.counts.unreadableQuantities++;
    return null;
  }
}
