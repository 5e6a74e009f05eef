/** Days as whole numbers (since 1970-01-01) and their two spellings, each made once: a run names few days very often. */
export class DayCalendar {
  private readonly spelled = new Map<number, string>();
  private readonly compacted = new Map<string, string>();

  /** yyyy-mm-dd. */
  iso(day: number): string {
    let text = this.spelled.get(day);
    if (text === undefined) {
      text = isoOf(day);
      this.spelled.set(day, text);
    }
    return text;
  }

  /** CCYYMMDD of a yyyy-mm-dd. */
  compact(iso: string): string {
    let text = this.compacted.get(iso);
    if (text === undefined) {
      text = iso.replaceAll('-', '');
      // Birth dates are too many to keep.
      if (iso >= '2010') this.compacted.set(iso, text);
    }
    return text;
  }
}

/**
 * The number of a day of the calendar.
 *
 * @example
 * dayOf('1970-01-02') // 1
 */
export function dayOf(iso: string): number {
  const month = Number(iso.slice(5, 7));
  const year = Number(iso.slice(0, 4)) - (month <= 2 ? 1 : 0);
  // Years are counted from March, so that the leap day is the last of its year.
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(iso.slice(8)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function isoOf(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** The weekday nearest before a Saturday or Sunday: payers remit on workdays. */
export function workdayAtOrBefore(day: number): number {
  const weekday = (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday; 0 is Sunday
  return weekday === 0 ? day - 2 : weekday === 6 ? day - 1 : day;
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
