import type { Levels } from '../core/answer/levels.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import type { Decision } from '../core/denial/decision.ts';
import { isClaimNumber } from '../core/family/same-claim.ts';
import { isHistory } from '../core/history/history-mark.ts';
import { mayStillBeWorked } from '../core/history/history-review.ts';
import type { RemittanceId } from '../core/ids.ts';
import { practiceIdOf } from '../core/remittance/business-identity.ts';
import { createRemittanceReader } from '../core/remittance/reader.ts';
import type { ClaimPayment, ReaderEvent, RemittanceHeader } from '../core/remittance/remittance.ts';
import { decisionFactOf } from '../core/rulebook/simulate/decision-fact.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { ByteRange, ObjectStore } from '../ports/object-store.ts';
import type { ClaimSlice } from '../ports/part-store.ts';
import type { LedgerRemittance, RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import { FactArchive } from './archive-facts.ts';
import { assessWithClaim } from './assess-with-claim.ts';
import { numbersOfPayee } from './claim-on-file.ts';
import { finishRemittance, newLedgerRemittance } from './finish-remittance.ts';
import { InFlight } from './in-flight.ts';
import { type Assess, openDenial } from './open-denial.ts';
import { isWhole } from './plan-parts.ts';
import { TimeLimit, takeEvents } from './reading-loop.ts';
import { relateClaim } from './relate-claim.ts';
import { SliceBytes } from './slice-bytes.ts';

export interface LoadDeps {
  readonly remittances: RemittanceStore;
  readonly denials: DenialStore;
  readonly claims: ClaimStore;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly assess: Assess;
  readonly clocks: CompiledClocks;
  readonly levels: Levels;
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

// Denials are one transaction each, other claims go by batch; so many calls at once keep a table busy, not throttled.
export const CALLS_AT_ONCE = 8;
const BATCH_CLAIMS = 8;

// Families are related when their claims are stored: so many together, so that a reversal and the correction beside it
// are seen as one, and so few that they are related well within the time that is left.
const RELATE_CLAIMS = 200;
// Relating is mostly small reads, one after the other.
const RELATIONS_AT_ONCE = 24;

/**
 * Stores the claim payments of some slices, opens the denials, and marks each remittance that is whole here as loaded
 * once what is stored equals what was read. Idempotent at every point, and independent of what other parts do.
 *
 * @param open gives the bytes of a range of the file
 */
export async function loadRemittances(
  open: (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>,
  file: { readonly fileSha256: string; readonly slices: readonly ClaimSlice[] },
  from: Place,
  deps: LoadDeps,
): Promise<LoadResult> {
  const bytes = new SliceBytes(open, file.slices.at(-1)?.byteEnd ?? 0);
  const load = new Load(file.fileSha256, from, deps);
  try {
    for (const slice of file.slices) {
      if (slice.header.ordinal < from.transaction) continue;
      const goOnAt = await load.takeSlice(slice, bytes);
      if (goOnAt !== null) return { kind: 'out_of_time', goOnAt };
    }
    await load.settle();
    return { kind: 'loaded' };
  } catch (failure) {
    await load.leave();
    throw failure;
  } finally {
    await bytes.close();
  }
}

class Load {
  readonly #fileSha256: string;
  readonly #from: Place;
  readonly #deps: LoadDeps;
  readonly #time: TimeLimit;
  readonly #calls = new InFlight(CALLS_AT_ONCE);
  readonly #relations = new InFlight(RELATIONS_AT_ONCE);
  readonly #facts: FactArchive;
  #batch: StoredClaimPayment[] = [];
  /** Written and not yet related. */
  #unrelated: StoredClaimPayment[] = [];
  /** Remittances whose claims are all read. */
  #read: LedgerRemittance[] = [];

  constructor(fileSha256: string, from: Place, deps: LoadDeps) {
    this.#fileSha256 = fileSha256;
    this.#from = from;
    this.#deps = deps;
    this.#time = new TimeLimit(deps.timeLeftMs);
    this.#facts = new FactArchive(deps.objects);
  }

  /** Where to go on when time is up, else null. */
  async takeSlice(slice: ClaimSlice, bytes: SliceBytes): Promise<Place | null> {
    const { kind, remittance } = await this.#deps.remittances.registerRemittance(
      newLedgerRemittance(this.#fileSha256, slice),
    );
    if (kind !== 'new' && kind !== 'resume') return null;
    const { header, delimiters, firstClaim, byteStart } = slice;
    const range = { header, delimiters, firstClaim, byteStart };
    const goOnAt =
      slice.claims === 0
        ? null
        : await takeEvents(
            bytes.range(slice),
            (emit: (event: ReaderEvent) => void) => createRemittanceReader(emit, range),
            (events) => this.#take(remittance.remittanceId, events),
          );
    await this.#facts.flush();
    if (goOnAt === null && isWhole(slice)) this.#read.push(remittance);
    return goOnAt;
  }

  /** Waits until everything that was taken is stored and related, and ends the remittances that are whole. */
  async settle(): Promise<void> {
    await this.#flush();
    await this.#calls.drain();
    const [unrelated, read] = [this.#unrelated, this.#read];
    this.#unrelated = [];
    this.#read = [];
    const firsts = new Set(await this.#deps.remittances.firstsOf(unrelated));
    const oneOfEach = [...new Map(unrelated.map((stored) => [familyKeyOf(stored), stored])).values()];
    const sent = await this.#deps.claims.wereSent(
      oneOfEach.map(({ header, claim }) => ({ payeeIds: numbersOfPayee(header), claimId: claim.claimId })),
    );
    for (const [index, stored] of oneOfEach.entries()) {
      const known = { isFirst: firsts.has(stored), wasSent: sent[index] ?? true };
      await this.#relations.add(() => relateClaim(stored, this.#deps, known));
    }
    await this.#relations.drain();
    for (const remittance of read) await this.#calls.add(() => finishRemittance(remittance, this.#deps));
    await this.#calls.drain();
  }

  /** After a failure: what is stored must be found by later payments, even if this load is never tried again. */
  async leave(): Promise<void> {
    await this.#calls.drain().catch(() => {});
    await this.#deps.remittances.firstsOf(this.#unrelated).catch(() => {});
  }

  async #take(remittanceId: RemittanceId, events: readonly ReaderEvent[]): Promise<Place | null> {
    for (const event of events) {
      // The inspection has read these very bytes before.
      if (event.kind === 'exception') throw new RangeNotReadError();
      if (event.kind !== 'claim' || this.#isBefore(event.header, event.claim)) continue;
      if (this.#time.isUp()) {
        await this.settle();
        return { transaction: event.header.ordinal, claim: event.claim.ordinal };
      }
      await this.#store(remittanceId, event.header, event.claim);
    }
    return null;
  }

  async #store(remittanceId: RemittanceId, header: RemittanceHeader, claim: ClaimPayment): Promise<void> {
    const assessment = await assessWithClaim(claim, header, this.#deps);
    const { payer, decision, known, rulebookVersion } = assessment;
    await this.#facts.add(
      decisionFactOf({ remittanceId, header, claim, payer, known, rulebookVersion, decision }),
    );
    const practiceId = practiceIdOf(header.payee);
    const isPast = isHistory(header, this.#deps.historyBefore ?? null);
    const stored: StoredClaimPayment = {
      ...{ remittanceId, practiceId, payeeId: practiceId, claim, header, decision },
      ...(isPast && { isHistory: true }),
    };
    if (this.#isTimeToRelate(claim)) await this.settle();
    this.#unrelated.push(stored);
    this.#time.countClaim();
    const isWork = !isPast || mayStillBeWorked(assessment.deadlines, this.#deps.clock.today());
    if (isWork && isDenied(stored)) {
      await this.#calls.add(() => openDenial(stored, assessment, this.#deps));
    } else {
      this.#batch.push(stored);
      if (this.#batch.length >= BATCH_CLAIMS) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    await this.#calls.add(() => this.#deps.remittances.putClaimPayments(batch));
  }

  /** Not between a reversal and the correction below it. */
  #isTimeToRelate({ claimId }: ClaimPayment): boolean {
    const { length } = this.#unrelated;
    const isNeighbour = this.#unrelated.at(-1)?.claim.claimId === claimId;
    return length >= RELATE_CLAIMS * (isNeighbour ? 2 : 1);
  }

  #isBefore(header: RemittanceHeader, claim: ClaimPayment): boolean {
    return header.ordinal === this.#from.transaction && claim.ordinal < this.#from.claim;
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

/** Bytes that the inspection read as claims are none now: the load is tried again. */
export class RangeNotReadError extends Error {
  override readonly name = 'RangeNotReadError';
  readonly code = 'DEN-3005';
  constructor() {
    super('A range of claims could not be read a second time.');
  }
}
