const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * yyyy-mm-dd as it is written in a letter; null of anything else. No time zone is involved.
 *
 * @example dayInWords('2026-06-03') // 'June 3, 2026'
 */
export function dayInWords(isoDate: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  const month = parts === null ? undefined : MONTHS[Number(parts[2]) - 1];
  return parts === null || month === undefined ? null : `${month} ${Number(parts[3])}, ${parts[1]}`;
}
