import type { ProviderAdjustment } from '../remittance/remittance.ts';

/** Money that the payer keeps from this payment for an earlier one. */
export interface TakeBack {
  /** Position of the pair among all PLB pairs of the remittance, from 1. */
  readonly ordinal: number;
  /** PLB03-2: mostly CLP07 of the claim. */
  readonly reference: string;
  readonly amountCents: number;
}

/** WO recovers an overpayment, WU for a reason not said (835 TR3, PLB03-1). A balance carried forward (FB) is neither. */
const RECOVERS = new Set(['WO', 'WU']);
/** Money that the practice sent back itself: with it the recovery comes to nothing. */
const RETURNED = '72';

/**
 * The pairs that lower this payment. A negative one says "not taken now", and the one beside a returned payment of the
 * same reference and amount takes nothing (X12 RFI 1756).
 *
 * @example
 * takeBacksOf([{ providerId: '1', reason: 'WO', reference: 'ICN1', amountCents: 5000 }]) // one of 5000
 */
export function takeBacksOf(pairs: readonly ProviderAdjustment[]): readonly TakeBack[] {
  const returned = pairs.filter(({ reason }) => reason === RETURNED);
  return pairs.flatMap(({ reason, reference, amountCents }, index) => {
    if (!RECOVERS.has(reason) || amountCents <= 0) return [];
    const at = returned.findIndex(
      (pair) => pair.amountCents === -amountCents && (pair.reference === reference || pair.reference === ''),
    );
    if (at >= 0) {
      returned.splice(at, 1);
      return [];
    }
    return [{ ordinal: index + 1, reference, amountCents }];
  });
}
