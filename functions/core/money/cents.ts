const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const BLANK = 0x20;

/** 15 digits stay exact in a double; X12 allows 18 for R elements, which no remittance comes near. */
export const MAX_CENTS = 999_999_999_999_999;

/**
 * The cents of one X12 decimal number (type R), read from its bytes without floating point.
 * Optional `-`, optional decimal point, at most two decimals that are not zero. Blanks around it are ignored.
 *
 * @returns integer cents, 0 for an empty element, `NaN` for anything that is not wholly such a number
 * (`1x`, `1,000.00`, `1.005`, more than 15 digits).
 * @example
 * centsOf(new TextEncoder().encode('-42.5'), 0, 5) // -4250
 */
export function centsOf(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && bytes[start] === BLANK) start++;
  while (end > start && bytes[end - 1] === BLANK) end--;
  if (start === end) return 0;
  const negative = bytes[start] === MINUS;
  if (negative) start++;
  let cents = 0;
  let position = start;
  for (; position < end; position++) {
    const digit = (bytes[position] as number) - ZERO;
    if (digit < 0 || digit > 9) break;
    cents = cents * 10 + digit;
  }
  let digits = position - start;
  let decimals = 0;
  if (position < end) {
    if (bytes[position++] !== POINT) return Number.NaN;
    for (; position < end; position++) {
      const digit = (bytes[position] as number) - ZERO;
      if (digit < 0 || digit > 9) return Number.NaN;
      digits++;
      if (decimals === 2) {
        if (digit !== 0) return Number.NaN;
      } else {
        cents = cents * 10 + digit;
        decimals++;
      }
    }
  }
  if (digits === 0) return Number.NaN;
  if (decimals === 0) cents *= 100;
  else if (decimals === 1) cents *= 10;
  if (cents > MAX_CENTS) return Number.NaN;
  return negative && cents !== 0 ? -cents : cents;
}

/**
 * Cents as a decimal number with two places, as written into messages and X12 elements.
 *
 * @example
 * decimalOf(-4250) // '-42.50'
 */
export function decimalOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
