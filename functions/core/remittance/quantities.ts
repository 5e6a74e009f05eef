import { type Kept, keptSegments, quantityAt, textAt } from './kept-elements.ts';

/** One QTY: never part of any balance (X12 RFI 1324, 1705). */
export interface QualifiedQuantity {
  /**
   * QTY01 of a claim: CA covered days, CD coinsured, LA and LE lifetime reserve, NE non-covered, NR blood not replaced,
   * OU outlier days, PS prescriptions, VS visits, ZK-ZO federal Medicare or Medicaid payment mandates.
   */
  readonly qualifier: string;
  /** QTY02; null when it is no number. */
  readonly quantity: number | null;
}

/**
 * The quantities of a claim or of a line, in file order.
 *
 * @example
 * quantitiesOf(claim) // [{ qualifier: 'CA', quantity: 3 }]
 */
export function quantitiesOf(of: Kept): readonly QualifiedQuantity[] {
  return keptSegments(of, 'QTY').map((qty) => ({
    qualifier: textAt(qty, 1).toUpperCase(),
    quantity: quantityAt(qty, 2),
  }));
}
