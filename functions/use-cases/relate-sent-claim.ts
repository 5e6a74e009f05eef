import type { StoredClaim } from '../ports/claim-store.ts';
import { payeeIdsOf } from '../ports/claim-store.ts';
import { type RelatePorts, relateClaim } from './relate-claim.ts';

/**
 * Relates the payments that came before the claim they answer: what the claim names, such as a payer after the one that
 * paid, may ask for work that the payment alone did not.
 */
export async function relateSentClaim({ claim }: StoredClaim, ports: RelatePorts): Promise<void> {
  for (const payeeId of payeeIdsOf(claim)) {
    const [payment] = await ports.remittances.claimPaymentsOf(payeeId, claim.claimId);
    if (payment !== undefined) return relateClaim(payment, ports);
  }
}
