import { isHistory } from '../core/history/history-mark.ts';
import type { RemittanceId } from '../core/ids.ts';
import { practiceIdOf } from '../core/remittance/business-identity.ts';
import type { RemittanceHeader, RemittanceTrailer } from '../core/remittance/remittance.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { LedgerRemittance, RemittanceStore } from '../ports/remittance-store.ts';
import { openProviderFollowUps } from './open-provider-follow-ups.ts';

export interface FinishPorts {
  readonly remittances: RemittanceStore;
  readonly denials: DenialStore;
  readonly clock: Clock;
  readonly historyBefore?: string | undefined;
}

/**
 * Ends the load of a remittance whose claims were all taken: opens its take-backs, and calls it loaded when claims and
 * cents in the store are those of its trailer. Idempotent.
 *
 * @throws {StoredDiffersError} where they are not
 */
export async function finishRemittance(
  remittance: LedgerRemittance,
  ports: FinishPorts,
): Promise<LedgerRemittance> {
  const { remittances, clock, historyBefore } = ports;
  if (!isHistory(remittance.header, historyBefore ?? null)) await openProviderFollowUps(remittance, ports);
  const stored = await remittances.storedTotals(remittance.remittanceId);
  const { claimCount, paidCents } = remittance.trailer;
  if (stored.claims !== claimCount || stored.paidCents !== paidCents) throw new StoredDiffersError();
  const loaded: LedgerRemittance = {
    ...remittance,
    status: 'loaded',
    statusReason:
      remittance.released !== undefined
        ? 'Loaded: a person released it beside the remittance that it was held for.'
        : remittance.sharesIdentityWith === null
          ? 'Loaded: what is stored equals what was read.'
          : 'Loaded, but another remittance without payment carries the same trace number.',
    loadedAt: clock.now(),
    storedClaims: stored.claims,
    storedPaidCents: stored.paidCents,
    denials: stored.denials,
    deniedCents: stored.deniedCents,
  };
  await remittances.updateRemittance(loaded);
  return loaded;
}

/** Ends those of the given remittances that are still being loaded. */
export async function finishShared(ids: readonly RemittanceId[], ports: FinishPorts): Promise<void> {
  for (const id of ids) {
    const remittance = await ports.remittances.readRemittance(id);
    if (remittance?.status === 'loading') await finishRemittance(remittance, ports);
  }
}

/** The record of a remittance whose load begins. */
export function newLedgerRemittance(
  fileSha256: string,
  { header, trailer }: { readonly header: RemittanceHeader; readonly trailer: RemittanceTrailer },
): LedgerRemittance {
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
