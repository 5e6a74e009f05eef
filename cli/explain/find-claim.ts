import { readRemittances } from '../../functions/core/remittance/reader.ts';
import type { ClaimPayment, RemittanceHeader } from '../../functions/core/remittance/remittance.ts';
import type { TriageInput } from '../triage/inputs.ts';

/** One claim of a file, as a person may name it. */
export interface FoundClaim {
  /** Place in the file, from 1. */
  readonly place: number;
  readonly header: RemittanceHeader;
  readonly claim: ClaimPayment;
}

export interface ClaimSearch {
  /** Those with the wanted CLP01; without any, the one at that place. */
  readonly found: readonly FoundClaim[];
  readonly claims: number;
  readonly exceptions: number;
}

/** Looks a claim up by its CLP01, or by `#n`: its place in the file, where one CLP01 stands several times. */
export async function findClaim(input: TriageInput, wanted: string): Promise<ClaimSearch> {
  const place = /^#([1-9]\d*)$/.exec(wanted)?.[1];
  const found: FoundClaim[] = [];
  let claims = 0;
  let exceptions = 0;
  for await (const events of readRemittances(input.open())) {
    for (const event of events) {
      if (event.kind === 'exception') exceptions += 1;
      if (event.kind !== 'claim') continue;
      claims += 1;
      const { header, claim } = event;
      const isIt = place === undefined ? claim.claimId === wanted : claims === Number(place);
      if (isIt) found.push({ place: claims, header, claim });
    }
  }
  return { found, claims, exceptions };
}
