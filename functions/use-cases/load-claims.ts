import { billingIdsOf } from '../core/claim/claim.ts';
import {
  type ClaimReaderEvent,
  createClaimReader,
  type SubmissionTransaction,
} from '../core/claim/reader.ts';
import type { PracticeId } from '../core/ids.ts';
import type { StoredAcknowledgement, StoredClaim } from '../ports/claim-store.ts';
import { StoredDiffersError } from './finish-remittance.ts';
import { InFlight } from './in-flight.ts';
import type { Place } from './load-remittance.ts';
import { TimeLimit, takeEvents } from './reading-loop.ts';
import type { RelatePorts } from './relate-claim.ts';
import { relateSentClaim } from './relate-sent-claim.ts';

export interface LoadClaimsDeps extends RelatePorts {
  /** Milliseconds until the caller is stopped from outside. */
  readonly timeLeftMs: () => number;
}

export type LoadClaimsResult =
  | { readonly kind: 'loaded'; readonly claims: number; readonly acknowledgements: number }
  /** Everything before this place is stored; `claim` is the ordinal in the file of the next claim or acknowledgement. */
  | { readonly kind: 'out_of_time'; readonly goOnAt: Place };

// A batch write takes 25 items; a claim is two or three.
const BATCH = 10;
const CALLS_AT_ONCE = 8;

/**
 * Stores the claims and acknowledgements of the given whole transactions, then compares what is stored with what was
 * read. Idempotent at every point.
 */
export async function loadClaims(
  source: AsyncIterable<Uint8Array>,
  file: { readonly fileSha256: string; readonly transactions: readonly SubmissionTransaction[] },
  from: Place,
  deps: LoadClaimsDeps,
): Promise<LoadClaimsResult> {
  const load = new Load(file, from, deps);
  const goOnAt = await takeEvents(source, createClaimReader, (events) => load.take(events));
  if (goOnAt !== null) return { kind: 'out_of_time', goOnAt };
  await load.settle();

  const sum = (of: (transaction: SubmissionTransaction) => number) =>
    file.transactions.reduce((total, transaction) => total + of(transaction), 0);
  const stored = await deps.claims.storedSubmissions(file.fileSha256);
  const isSame =
    stored.claims === sum((t) => t.claims) &&
    stored.chargeCents === sum((t) => t.chargeCents) &&
    stored.acknowledgements === sum((t) => t.acknowledgements);
  if (!isSame) throw new StoredDiffersError();
  return { kind: 'loaded', claims: stored.claims, acknowledgements: stored.acknowledgements };
}

class Load {
  readonly #fileSha256: string;
  readonly #whole: ReadonlySet<number>;
  readonly #from: Place;
  readonly #deps: LoadClaimsDeps;
  readonly #calls = new InFlight(CALLS_AT_ONCE);
  #claims: StoredClaim[] = [];
  #acknowledgements: StoredAcknowledgement[] = [];
  readonly #time: TimeLimit;

  constructor(
    file: { readonly fileSha256: string; readonly transactions: readonly SubmissionTransaction[] },
    from: Place,
    deps: LoadClaimsDeps,
  ) {
    this.#fileSha256 = file.fileSha256;
    this.#whole = new Set(file.transactions.map(({ ordinal }) => ordinal));
    this.#from = from;
    this.#deps = deps;
    this.#time = new TimeLimit(deps.timeLeftMs);
  }

  /** Where to go on when time is up, else null. */
  async take(events: readonly ClaimReaderEvent[]): Promise<Place | null> {
    for (const event of events) {
      if (event.kind !== 'claim' && event.kind !== 'acknowledgement') continue;
      const at =
        event.kind === 'claim'
          ? { transaction: event.claim.submission.ordinal, claim: event.claim.ordinal }
          : { transaction: event.transactionOrdinal, claim: event.acknowledgement.ordinal };
      if (!this.#whole.has(at.transaction) || this.#isBefore(at)) continue;
      if (this.#time.isUp()) {
        await this.settle();
        return at;
      }
      this.#time.countClaim();
      await this.#store(event);
    }
    return null;
  }

  async settle(): Promise<void> {
    await this.#flush();
    await this.#calls.drain();
  }

  async #store(event: Extract<ClaimReaderEvent, { kind: 'claim' | 'acknowledgement' }>): Promise<void> {
    const fileSha256 = this.#fileSha256;
    if (event.kind === 'claim') {
      const { npi, tin } = billingIdsOf(event.claim);
      const practiceId = (npi ?? tin ?? 'unknown') as PracticeId;
      this.#claims.push({ fileSha256, practiceId, claim: event.claim });
    } else {
      this.#acknowledgements.push({ fileSha256, acknowledgement: event.acknowledgement });
    }
    if (this.#claims.length + this.#acknowledgements.length >= BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    const claims = this.#claims;
    const acknowledgements = this.#acknowledgements;
    this.#claims = [];
    this.#acknowledgements = [];
    if (claims.length > 0) await this.#calls.add(() => this.#storeClaims(claims));
    if (acknowledgements.length > 0) {
      await this.#calls.add(() => this.#deps.claims.putAcknowledgements(acknowledgements));
    }
  }

  async #storeClaims(claims: readonly StoredClaim[]): Promise<void> {
    await this.#deps.claims.putClaims(claims);
    for (const claim of claims) await relateSentClaim(claim, this.#deps);
  }

  /** A transaction holds claims or acknowledgements, never both: the ordinal says which come before. */
  #isBefore({ transaction, claim }: Place): boolean {
    const { transaction: first, claim: next } = this.#from;
    return transaction < first || (transaction === first && claim < next);
  }
}
