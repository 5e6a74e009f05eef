import type { Acknowledgement } from '../core/claim/acknowledgement.ts';
import { billingIdsOf, type Claim } from '../core/claim/claim.ts';
import type { PracticeId } from '../core/ids.ts';

/** A claim as sent, and the file it came from. */
export interface StoredClaim {
  readonly fileSha256: string;
  /** The billing provider's NPI, else its TIN, else 'unknown': as of a remittance's payee. */
  readonly practiceId: PracticeId;
  readonly claim: Claim;
}

export interface StoredAcknowledgement {
  readonly fileSha256: string;
  readonly acknowledgement: Acknowledgement;
}

/** What is stored of one file, counted from the store itself. */
export interface StoredSubmissions {
  readonly claims: number;
  readonly chargeCents: number;
  readonly acknowledgements: number;
}

/**
 * Claims as sent, and what was acknowledged of them. Nothing here is joined when it is written: which claim a payment
 * answers, and which acknowledgements a claim has, is found when it is read, so that the order of arrival does not matter.
 */
export interface ClaimStore {
  /** Idempotent: a claim is one by its file and its ordinal in it. */
  putClaims(claims: readonly StoredClaim[]): Promise<void>;
  /** Idempotent as well. */
  putAcknowledgements(acknowledgements: readonly StoredAcknowledgement[]): Promise<void>;
  storedSubmissions(fileSha256: string): Promise<StoredSubmissions>;
  /** The claims with this CLM01 of a billing provider known under any of these numbers; each once, in no order. */
  claimsOf(payeeIds: readonly string[], claimId: string): Promise<readonly StoredClaim[]>;
  /** For each of these whether `claimsOf` may find anything: many at once, for less than to look for each. */
  wereSent(
    claims: readonly { readonly payeeIds: readonly string[]; readonly claimId: string }[],
  ): Promise<readonly boolean[]>;
  /** What was acknowledged of this claim, its submission and its transaction (`isAcknowledgementOf`); in no order. */
  acknowledgementsOf(claim: Claim): Promise<readonly StoredAcknowledgement[]>;
}

/** The numbers under which a claim is kept: NPI, then TIN, where it has them. */
export function payeeIdsOf(claim: Pick<Claim, 'billingProvider'>): readonly string[] {
  const { npi, tin } = billingIdsOf(claim);
  const ids = [npi, tin].filter((id) => id !== null);
  return ids.length === 0 ? ['unknown'] : ids;
}
