import type { ProviderAdjustment } from '../remittance/remittance.ts';
import { type ProviderAsk, providerReasonOf } from './provider-asks.ts';

/** A PLB pair that a person must look at. */
export interface ProviderFollowUp extends ProviderAsk {
  /** Position of the pair among all PLB pairs of the remittance, from 1. */
  readonly ordinal: number;
  /** PLB03-2: of a recovery mostly CLP07 of the claim, of a balance (FB) the earlier payment. */
  readonly reference: string;
  /** Cents that the payment is lower, or higher, by; always positive. */
  readonly amountCents: number;
}

const RECOVERS = new Set(['WO', 'WU']);
/** Money that the practice sent back itself: with it the recovery comes to nothing. */
const RETURNED = '72';

/**
 * The pairs that ask for something. A recovery below zero says "not taken now", and one beside a returned payment (72)
 * of the same reference and amount takes nothing (X12 RFI 1756); a balance below zero (FB) is taken from a later payment
 * and shows there (RFI 738).
 *
 * @example
 * providerFollowUpsOf([{ providerId: '1', reason: 'WO', reference: 'ICN1', amountCents: 5000 }])
 * // [{ ordinal: 1, type: 'recoupment', reference: 'ICN1', amountCents: 5000, nextAction: … }]
 */
export function providerFollowUpsOf(pairs: readonly ProviderAdjustment[]): readonly ProviderFollowUp[] {
  const returned = pairs.filter(({ reason }) => reason === RETURNED);
  return pairs.flatMap(({ reason, reference, amountCents }, index) => {
    const { lowers, raises } = providerReasonOf(reason);
    const ask = amountCents > 0 ? lowers : amountCents < 0 ? raises : null;
    if (ask === null) return [];
    if (RECOVERS.has(reason)) {
      const at = returned.findIndex(
        (pair) =>
          pair.amountCents === -amountCents && (pair.reference === reference || pair.reference === ''),
      );
      if (at >= 0) {
        returned.splice(at, 1);
        return [];
      }
    }
    return [{ ...ask, ordinal: index + 1, reference, amountCents: Math.abs(amountCents) }];
  });
}
