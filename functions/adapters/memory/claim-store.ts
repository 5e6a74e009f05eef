import { isAcknowledgementOf } from '../../core/claim/acknowledged.ts';
import type { Claim } from '../../core/claim/claim.ts';
import {
  type ClaimStore,
  payeeIdsOf,
  type StoredAcknowledgement,
  type StoredClaim,
} from '../../ports/claim-store.ts';
import { storedAcknowledgementSchema, storedClaimSchema } from '../stored-claim.ts';

/** The claim store in memory: same contract. Everything passes through its schema. */
export class MemoryClaimStore implements ClaimStore {
  readonly #claims = new Map<string, StoredClaim>();
  readonly #acknowledgements = new Map<string, StoredAcknowledgement>();

  async putClaims(claims: readonly StoredClaim[]): Promise<void> {
    for (const stored of claims) {
      const key = `${stored.fileSha256}#${stored.claim.ordinal}`;
      this.#claims.set(key, storedClaimSchema.parse(structuredClone(stored)));
    }
  }

  async putAcknowledgements(acknowledgements: readonly StoredAcknowledgement[]): Promise<void> {
    for (const stored of acknowledgements) {
      const key = `${stored.fileSha256}#${stored.acknowledgement.ordinal}`;
      this.#acknowledgements.set(key, storedAcknowledgementSchema.parse(structuredClone(stored)));
    }
  }

  async storedSubmissions(fileSha256: string) {
    const claims = this.claims().filter((stored) => stored.fileSha256 === fileSha256);
    const acknowledgements = this.acknowledgements().filter((stored) => stored.fileSha256 === fileSha256);
    return {
      claims: claims.length,
      chargeCents: claims.reduce((sum, { claim }) => sum + claim.chargeCents, 0),
      acknowledgements: acknowledgements.length,
    };
  }

  async claimsOf(payeeIds: readonly string[], claimId: string): Promise<readonly StoredClaim[]> {
    return this.claims().filter(
      ({ claim }) => claim.claimId === claimId && payeeIdsOf(claim).some((id) => payeeIds.includes(id)),
    );
  }

  async wereSent(
    claims: readonly { readonly payeeIds: readonly string[]; readonly claimId: string }[],
  ): Promise<readonly boolean[]> {
    const found = claims.map(({ payeeIds, claimId }) => this.claimsOf(payeeIds, claimId));
    return (await Promise.all(found)).map(({ length }) => length > 0);
  }

  async acknowledgementsOf(claim: Claim): Promise<readonly StoredAcknowledgement[]> {
    return this.acknowledgements().filter(({ acknowledgement }) =>
      isAcknowledgementOf(acknowledgement, claim),
    );
  }

  claims(): readonly StoredClaim[] {
    return [...this.#claims.values()];
  }

  acknowledgements(): readonly StoredAcknowledgement[] {
    return [...this.#acknowledgements.values()];
  }
}
