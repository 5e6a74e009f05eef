import { InvalidArgumentError } from 'commander';

/** The value of `--as-of`, checked. */
export function calendarDate(value: string): string {
  const parsed = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const date = parsed === null ? null : new Date(`${value}T00:00:00Z`);
  if (date === null || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) {
    throw new InvalidArgumentError('Give a calendar date as yyyy-mm-dd, for example 2026-11-23.');
  }
  return value;
}

/** Today where this machine stands (yyyy-mm-dd). */
export function localToday(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
