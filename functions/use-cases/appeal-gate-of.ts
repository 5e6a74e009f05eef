import { type AppealGate, appealGate, asksForOriginal } from '../core/appeal/gate.ts';
import type { Denial } from '../core/denial/denial.ts';
import { originalOf, standingOf } from '../core/family/original-standing.ts';
import { relate } from '../core/family/relate.ts';
import type { Clock } from '../ports/clock.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import { readFamily } from './read-family.ts';

/** The gate of an appeal as things stand today; the claim that a duplicate repeats is looked up. */
export async function appealGateOf(
  ports: { readonly remittances: RemittanceStore; readonly clock: Clock },
  denial: Denial,
  payment: StoredClaimPayment,
): Promise<AppealGate> {
  const family = asksForOriginal(denial) ? relate(await readFamily(ports, payment)) : null;
  const original = family === null ? null : originalOf(denial.denialId, family);
  return appealGate(denial, payment.claim, {
    today: ports.clock.today(),
    original: original === null ? null : standingOf(original),
  });
}
