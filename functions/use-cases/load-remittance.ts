import type { Decision } from '../core/denial/decision.ts';
import { isClaimNumber } from '../core/family/same-claim.ts';
import { isHistory } from '../core/history/history-mark.ts';
import { mayStillBeWorked } from '../core/history/history-review.ts';
import type { RemittanceId } from '../core/ids.ts';
import { practiceIdOf } from '../core/remittance/business-identity.ts';
import { createRemittanceReader } from '../core/remittance/reader.ts';
import type { ClaimPayment, ReaderEvent, RemittanceHeader } from '../core/remittance/remittance.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { LedgerRemittance, RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import { InFlight } from './in-flight.ts';
import type { WholeTransaction } from './inspect-file.ts';
import { type Assess, openDenial } from './open-denial.ts';
import { openTakeBacks } from './open-take-backs.ts';
import { relateClaim } from './relate-claim.ts';

export interface LoadDeps {
  readonly remittances: RemittanceStore;
  readonly denials: DenialStore;
  readonly claims: ClaimStore;
  readonly assess: Assess;
  readonly clock: Clock;
  /** Milliseconds until the caller is stopped from outside. */
  readonly timeLeftMs: () => number;
  /** Of a file marked as history: see LedgerFile. */
  readonly historyBefore?: string | undefined;
}

/** A place in a file: ordinal of the ST and of the CLP in it, both from 1. */
export interface Place {
  readonly transaction: number;
  readonly claim: number;
}

export type LoadResult =
  | { readonly kind: 'loaded' }
  /** Everything before this place is stored. */
  | { readonly kind: 'out_of_time'; readonly goOnAt: Place };

// Room to finish what is in flight (a throttled batch waits some seconds) and to send the message that goes on.
export const STOP_AT_MS = 20_000;

// However short the time: enough claims a run that even the longest file ends.
export const CLAIMS_AT_LEAST = 50;

// Denials are one transaction each, other claims go by batch; so many calls at once keep a table busy, not throttled.
const CALLS_AT_ONCE = 8;
const BATCH_CLAIMS = 8;

// Families are related when their claims are stored: so many together, so that a reversal and the correction beside it
// are seen as one, and so few that they are related well within the time that is left.
const RELATE_CLAIMS = 200;

/**
 * The second pass over a file: stores every claim payment of the given whole transactions, opens the denials, and
 * marks each remittance as loaded once what is stored equals what was read. Idempotent at every point.
 */
export async function loadRemittances(
  source: AsyncIterable<Uint8Array>,
  file: { readonly fileSha256: string; readonly transactions: readonly WholeTransaction[] },
  from: Place,
  deps: LoadDeps,
): Promise<LoadResult> {
  const events: ReaderEvent[] = [];
  const reader = createRemittanceReader((event) => events.push(event));
  const load = new Load(file, from, deps);
  for await (const chunk of source) {
    reader.push(chunk);
    const stoppedAt = await load.take(events.splice(0));
    if (stoppedAt !== null) return { kind: 'out_of_time', goOnAt: stoppedAt };
  }
  reader.end();
  const stoppedAt = await load.take(events.splice(0));
  return stoppedAt === null ? { kind: 'loaded' } : { kind: 'out_of_time', goOnAt: stoppedAt };
}

class Load {
  readonly #fileSha256: string;
  readonly #from: Place;
  readonly #deps: LoadDeps;
  readonly #whole: ReadonlyMap<number, WholeTransaction>;
  readonly #calls = new InFlight(CALLS_AT_ONCE);
  #batch: StoredClaimPayment[] = [];
  /** One of each claim whose payments are written and not yet related. */
  #unrelated = new Map<string, StoredClaimPayment>();
  /** Null while the reader is in a transaction that is not to be loaded. */
  #current: LedgerRemittance | null = null;
  #stored = 0;

  constructor(
    file: { readonly fileSha256: string; readonly transactions: readonly WholeTransaction[] },
    from: Place,
    deps: LoadDeps,
  ) {
    this.#fileSha256 = file.fileSha256;
    this.#from = from;
    this.#deps = deps;
    this.#whole = new Map(firstOfEach(file.transactions).map((t) => [t.header.ordinal, t]));
  }

  /** Where to go on when time is up, else null. */
  async take(events: readonly ReaderEvent[]): Promise<Place | null> {
    for (const event of events) {
      if (event.kind === 'header') {
        await this.#begin(event.header.ordinal);
      } else if (event.kind === 'claim') {
        if (this.#current === null || this.#isBefore(event.header, event.claim)) continue;
        if (this.#isTimeUp()) {
          await this.#settle();
          return { transaction: event.header.ordinal, claim: event.claim.ordinal };
        }
        await this.#store(this.#current.remittanceId, event.header, event.claim);
      } else if (event.kind === 'remittance' && this.#current !== null) {
        await this.#finish(this.#current);
      }
    }
    return null;
  }

  async #begin(ordinal: number): Promise<void> {
    this.#current = null;
    const whole = this.#whole.get(ordinal);
    if (whole === undefined || ordinal < this.#from.transaction) return;
    const { kind, remittance } = await this.#deps.remittances.registerRemittance(
      newLedgerRemittance(this.#fileSha256, whole),
    );
    if (kind === 'new' || kind === 'resume') this.#current = remittance;
  }

  async #store(remittanceId: RemittanceId, header: RemittanceHeader, claim: ClaimPayment): Promise<void> {
    const { assess } = this.#deps;
    const assessment = assess(claim, header);
    const { decision } = assessment;
    const practiceId = practiceIdOf(header.payee);
    const isPast = isHistory(header, this.#deps.historyBefore ?? null);
    const stored: StoredClaimPayment = {
      ...{ remittanceId, practiceId, payeeId: practiceId, claim, header, decision },
      ...(isPast && { isHistory: true }),
    };
    this.#stored += 1;
    const isWork = !isPast || mayStillBeWorked(assessment.deadlines, this.#deps.clock.today());
    if (isWork && isDenied(stored)) {
      await this.#calls.add(() => openDenial(stored, assessment, this.#deps));
    } else {
      this.#batch.push(stored);
      if (this.#batch.length >= BATCH_CLAIMS) await this.#flush();
    }
    this.#unrelated.set(familyKeyOf(stored), stored);
    if (this.#unrelated.size >= RELATE_CLAIMS) await this.#settle();
  }

  async #finish(remittance: LedgerRemittance): Promise<void> {
    await this.#settle();
    this.#current = null;
    if (!isHistory(remittance.header, this.#deps.historyBefore ?? null)) {
      await openTakeBacks(remittance, this.#deps);
    }
    const { remittances, clock } = this.#deps;
    const stored = await remittances.storedTotals(remittance.remittanceId);
    const { claimCount, paidCents } = remittance.trailer;
    if (stored.claims !== claimCount || stored.paidCents !== paidCents) throw new StoredDiffersError();
    await remittances.updateRemittance({
      ...remittance,
      status: 'loaded',
      statusReason:
        remittance.sharesIdentityWith === null
          ? 'Loaded: what is stored equals what was read.'
          : 'Loaded, but another remittance without payment carries the same trace number.',
      loadedAt: clock.now(),
      storedClaims: stored.claims,
      storedPaidCents: stored.paidCents,
      denials: stored.denials,
      deniedCents: stored.deniedCents,
    });
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    await this.#calls.add(() => this.#deps.remittances.putClaimPayments(batch));
  }

  async #settle(): Promise<void> {
    await this.#flush();
    await this.#calls.drain();
    const unrelated = [...this.#unrelated.values()];
    this.#unrelated = new Map();
    for (const stored of unrelated) await this.#calls.add(() => relateClaim(stored, this.#deps));
    await this.#calls.drain();
  }

  #isBefore(header: RemittanceHeader, claim: ClaimPayment): boolean {
    return header.ordinal === this.#from.transaction && claim.ordinal < this.#from.claim;
  }

  #isTimeUp(): boolean {
    return this.#stored >= CLAIMS_AT_LEAST && this.#deps.timeLeftMs() < STOP_AT_MS;
  }
}

function isDenied(
  stored: StoredClaimPayment,
): stored is StoredClaimPayment & { readonly decision: Decision } {
  return stored.decision?.class === 'denial';
}

/** Claims without a number of their own are each a claim by the payer's. */
function familyKeyOf({ payeeId, claim }: StoredClaimPayment): string {
  return JSON.stringify(
    isClaimNumber(claim.claimId) ? [payeeId, claim.claimId] : [payeeId, '', claim.payerClaimControlNumber],
  );
}

/** The transactions of a file without those that repeat an earlier one of it. */
export function firstOfEach(transactions: readonly WholeTransaction[]): readonly WholeTransaction[] {
  const seen = new Set<string>();
  return transactions.filter(({ trailer: { remittanceId } }) => {
    if (seen.has(remittanceId)) return false;
    seen.add(remittanceId);
    return true;
  });
}

function newLedgerRemittance(fileSha256: string, { header, trailer }: WholeTransaction): LedgerRemittance {
  return {
    remittanceId: trailer.remittanceId,
    fileSha256,
    practiceId: practiceIdOf(header.payee),
    header,
    trailer,
    status: 'loading',
    statusReason: 'Being loaded.',
    loadedAt: null,
    storedClaims: 0,
    storedPaidCents: 0,
    denials: 0,
    deniedCents: 0,
    sharesIdentityWith: null,
  };
}

/** Claims or cents of a remittance in the store are not those that were read: the load is tried again. */
export class StoredDiffersError extends Error {
  override readonly name = 'StoredDiffersError';
  readonly code = 'DEN-3002';
  constructor() {
    super('What is stored of a remittance differs from what was read.');
  }
}
