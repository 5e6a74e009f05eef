/** A sum of money that a number cannot hold to the cent. One of the amounts in it cannot be right. */
export class SumTooLargeError extends Error {
  override readonly name = 'SumTooLargeError';
  readonly code = 'DEN-1103';
  constructor() {
    super(
      'The amounts come to more than 90 trillion dollars, which cannot be counted to the cent: look for one that cannot be right.',
    );
  }
}

/**
 * Two amounts of cents together.
 *
 * @throws {SumTooLargeError} where the sum would not be exact
 * @example addCents(4250, 100) // 4350
 */
export function addCents(sumCents: number, cents: number): number {
  const together = sumCents + cents;
  if (!Number.isSafeInteger(together)) throw new SumTooLargeError();
  return together;
}
