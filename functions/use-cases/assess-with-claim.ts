import type { Decision } from '../core/denial/decision.ts';
import { factsOfSentClaim } from '../core/denial/known-facts.ts';
import type { ClaimPayment, RemittanceHeader } from '../core/remittance/remittance.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';
import type { Assess, Assessment } from './open-denial.ts';

/**
 * What the rulebook says of a claim payment, with the claim as sent where the decision turns on it: a payer that misses
 * an authorization or a referral which the claim carries has erred, and that is another letter.
 */
export async function assessWithClaim(
  claim: ClaimPayment,
  header: RemittanceHeader,
  ports: { readonly assess: Assess; readonly claims: ClaimStore },
): Promise<Assessment> {
  const first = ports.assess(claim, header);
  if (!missesApproval(first.decision)) return first;
  const sent = certainClaim(await claimOnFile(ports, { claim, header }));
  return sent === null ? first : ports.assess(claim, header, factsOfSentClaim(sent));
}

const MISSING_APPROVAL = new Set(['197', '198', '243', '288']);

/** Whether the payer misses an authorization or a referral: only then the decision turns on the claim as sent. */
export function missesApproval(decision: Decision | null): boolean {
  return (
    decision?.class === 'denial' &&
    decision.reasons.some(({ carc }) => MISSING_APPROVAL.has(carc.replace(/^0+/, '')))
  );
}
