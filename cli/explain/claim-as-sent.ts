import type { Claim } from '../../functions/core/claim/claim.ts';
import { joinClaim } from '../../functions/core/claim/join-claim.ts';
import { createClaimReader } from '../../functions/core/claim/reader.ts';
import { isSamePatient, type VisitHistory, visitsOf } from '../../functions/core/coding/encounter.ts';
import type { TriageInput } from '../triage/inputs.ts';
import type { FoundClaim } from './find-claim.ts';

/** The claim that a payment answers, out of files of claims, and what they tell of the patient's earlier visits. */
export type ClaimAsSent =
  | { readonly kind: 'found'; readonly claim: Claim; readonly history: VisitHistory }
  | { readonly kind: 'not_found'; readonly says: string };

/** Reads the files twice, so that memory does not grow with them: for the claim, and for the patient's other claims. */
export async function findClaimAsSent(
  { claim: payment, header }: FoundClaim,
  inputs: readonly TriageInput[],
): Promise<ClaimAsSent> {
  const candidates: { readonly claim: Claim }[] = [];
  for await (const claim of claimsOf(inputs)) {
    if (claim.claimId === payment.claimId) candidates.push({ claim });
  }
  const joined = joinClaim(candidates, payment, header);
  if (joined.kind === 'not_on_file') {
    const some = candidates.length > 0 ? ' Those under its number are other claims.' : '';
    return { kind: 'not_found', says: `The claim as sent is not among these files.${some}` };
  }
  if (joined.ambiguous) {
    return {
      kind: 'not_found',
      says: 'More than one claim among these files fits, so none is looked at: leave only the one that was denied.',
    };
  }
  const { claim } = joined.match;
  const services: VisitHistory['services'][number][] = [];
  for await (const other of claimsOf(inputs)) {
    if (other.claimId !== claim.claimId && isSamePatient(claim, other)) services.push(...visitsOf(other));
  }
  return { kind: 'found', claim, history: { completeSince: null, services } };
}

async function* claimsOf(inputs: readonly TriageInput[]): AsyncGenerator<Claim> {
  for (const input of inputs) {
    const claims: Claim[] = [];
    const reader = createClaimReader((event) => {
      if (event.kind === 'claim') claims.push(event.claim);
    });
    for await (const chunk of input.open()) {
      reader.push(chunk);
      yield* claims.splice(0);
    }
    reader.end();
    yield* claims.splice(0);
  }
}
