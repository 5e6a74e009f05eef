import { isLateFiling } from '../core/appeal/filing-proof.ts';
import { type AppealGate, appealGate, asksForOriginal } from '../core/appeal/gate.ts';
import type { Denial } from '../core/denial/denial.ts';
import { originalOf, standingOf } from '../core/family/original-standing.ts';
import { relate } from '../core/family/relate.ts';
import { registeredPayerOf } from '../core/payer/registry.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import { claimOnFile } from './claim-on-file.ts';
import { filingProof } from './filing-record.ts';
import { readFamily } from './read-family.ts';

export interface GatePorts {
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** The gate of an appeal as things stand today; the claim that a duplicate repeats is looked up. */
export async function appealGateOf(
  ports: GatePorts,
  denial: Denial,
  payment: StoredClaimPayment,
): Promise<AppealGate> {
  const proof = isLateFiling(denial) ? await proofOf(ports, denial, payment) : null;
  const family = asksForOriginal(denial) ? relate(await readFamily(ports, payment)) : null;
  const original = family === null ? null : originalOf(denial.denialId, family);
  return appealGate(denial, payment.claim, {
    today: ports.clock.today(),
    proof,
    original: original === null ? null : standingOf(original),
  });
}

async function proofOf(ports: GatePorts, denial: Denial, payment: StoredClaimPayment) {
  const [{ payers }, onFile] = await Promise.all([
    ports.settings.organisation(),
    claimOnFile(ports, payment),
  ]);
  return filingProof(ports, denial, payment, registeredPayerOf(payment.header.payer, payers), onFile);
}
