import { type AcceptanceOfClaim, acceptanceOf } from '../core/claim/acknowledged.ts';
import type { Acknowledgement } from '../core/claim/acknowledgement.ts';
import type { Claim } from '../core/claim/claim.ts';
import { plainNumber } from '../core/claim/claim.ts';
import { type JoinedClaim, joinClaim } from '../core/claim/join-claim.ts';
import type { RemittanceHeader } from '../core/remittance/remittance.ts';
import type { ClaimStore, StoredAcknowledgement, StoredClaim } from '../ports/claim-store.ts';
import type { StoredClaimPayment } from '../ports/remittance-store.ts';

/** The claim that a claim payment answers, and how far it got before; `not_on_file` where none was sent through here. */
export type ClaimOnFile =
  | { readonly kind: 'not_on_file' }
  | {
      readonly kind: 'joined';
      readonly joined: Extract<JoinedClaim<StoredClaim>, { kind: 'joined' }>;
      readonly acknowledgements: readonly Acknowledgement[];
      /** The same, each with the file it stands in. */
      readonly stored: readonly StoredAcknowledgement[];
      /** Null while nothing was acknowledged. */
      readonly acceptance: AcceptanceOfClaim | null;
    };

/** Joined anew at each read, so that it does not matter which came first: claim, acknowledgement or remittance. */
export async function claimOnFile(
  { claims }: { readonly claims: ClaimStore },
  { claim, header }: Pick<StoredClaimPayment, 'claim' | 'header'>,
): Promise<ClaimOnFile> {
  const candidates = await claims.claimsOf(numbersOfPayee(header), claim.claimId);
  const joined = joinClaim(candidates, claim, header);
  if (joined.kind === 'not_on_file') return { kind: 'not_on_file' };
  const stored = (await claims.acknowledgementsOf(joined.match.claim)).toSorted(byDay);
  const acknowledgements = stored.map(({ acknowledgement }) => acknowledgement);
  return { kind: 'joined', joined, acknowledgements, stored, acceptance: acceptanceOf(acknowledgements) };
}

/** Of one day by file and place: the same order whichever came first. */
function byDay(a: StoredAcknowledgement, b: StoredAcknowledgement): number {
  return (
    compare(a.acknowledgement.on ?? '', b.acknowledgement.on ?? '') ||
    compare(a.fileSha256, b.fileSha256) ||
    a.acknowledgement.ordinal - b.acknowledgement.ordinal
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The numbers under which the claims of a remittance's payee are kept. */
export function numbersOfPayee({ payee: { npi, tin } }: RemittanceHeader): readonly string[] {
  const numbers = [plainNumber(npi ?? ''), plainNumber(tin ?? '')].filter((id) => id !== null);
  return numbers.length === 0 ? ['unknown'] : numbers;
}

/** The claim whose facts may stand in a letter: none where two claims fit, since the other one might be the right one. */
export function certainClaim(onFile: ClaimOnFile): Claim | null {
  return onFile.kind === 'joined' && !onFile.joined.ambiguous ? onFile.joined.match.claim : null;
}
