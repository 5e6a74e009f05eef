/**
 * Cents as US dollars, the same in every locale.
 *
 * @param cents whole cents, also negative
 * @example
 * dollars(-298075) // '-$2,980.75'
 */
export function dollars(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  // A test first: nearly every amount is short, and the pattern is what costs.
  const grouped = whole.length <= 3 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}$${grouped}.${digits.slice(-2)}`;
}
