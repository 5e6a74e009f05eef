import type { Claim } from '../core/claim/claim.ts';
import type { CorrectionChange } from '../core/correction/correction.ts';
import type { PayerClaimNumber } from '../core/correction/frequency.ts';

/** What a corrected claim is made of. */
export interface CorrectedClaimOrder {
  /** As sent, with its bytes: what is not changed stays as it was, letter for letter. */
  readonly original: Claim;
  readonly frequency: '1' | '7' | '8';
  /** For REF*F8; null with frequency 1. */
  readonly payerClaimNumber: PayerClaimNumber | null;
  /** Every change with what shall stand there; of those that pay more, only such as a second person approved. */
  readonly changes: readonly (CorrectionChange & { readonly after: string })[];
}

/** The corrected claim, or why none can be made. */
export type BuiltClaim =
  | {
      readonly kind: 'built';
      /** One whole X12 837 transaction. What a person approves is the SHA-256 of these bytes. */
      readonly x12: Uint8Array;
      readonly sha256: string;
      /** Each element that differs, as it was and as it is: no other one may. */
      readonly differences: readonly {
        readonly loop: string;
        readonly segment: string;
        readonly element: string;
        readonly before: string | null;
        readonly after: string | null;
      }[];
    }
  | {
      readonly kind: 'refused';
      readonly problems: readonly { readonly field: string; readonly sentence: string }[];
    };

/**
 * Builds the corrected 837 from the claim as sent. Until an adapter does, a biller corrects the claim in the billing
 * system and confirms what was sent (`confirmCorrection`); nothing here pretends to have built one.
 *
 * What an adapter has to keep to (X12 837 TR3): all lines of the original in a replacement; total charge = sum of the
 * lines; other payers' figures that add up; the same billing NPI, tax number, patient and payer under frequency 7.
 */
export interface CorrectedClaimBuilder {
  build(order: CorrectedClaimOrder): Promise<BuiltClaim>;
}
