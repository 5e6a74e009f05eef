import { adjudicationIdOf } from '../core/family/adjudication.ts';
import { isClaimNumber, payerNumbersOf } from '../core/family/same-claim.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';

// A replaced claim has two or three numbers; more than this is a number that somebody uses for everything.
const MOST_CLAIMS = 10;
const MOST_NUMBERS = 20;

/**
 * The claim payment and every other on file under its number, and under every number that these are linked to by CLP07
 * or REF*F8; each once, in no order. A claim without a number of its own has a family only by the payer's.
 */
export async function readFamily(
  { remittances }: { readonly remittances: Pick<RemittanceStore, 'claimPaymentsOf' | 'claimIdsOf'> },
  payment: StoredClaimPayment,
): Promise<readonly StoredClaimPayment[]> {
  const { payeeId, claim } = payment;
  const family = new Map([[adjudicationIdOf(payment), payment]]);
  const claimIds = new Set([claim.claimId].filter(isClaimNumber));
  const numbers = new Set<string>();

  async function follow(found: readonly StoredClaimPayment[]): Promise<void> {
    const named = new Set(found.flatMap((each) => payerNumbersOf(each.claim)));
    const added = [...named].filter((number) => !numbers.has(number)).slice(0, MOST_NUMBERS - numbers.size);
    for (const number of added) numbers.add(number);
    const linked = await Promise.all(added.map((number) => remittances.claimIdsOf(payeeId, number)));
    for (const claimId of linked.flat()) {
      if (isClaimNumber(claimId) && claimIds.size < MOST_CLAIMS) claimIds.add(claimId);
    }
  }

  await follow([payment]);
  // The set grows while it is walked: what a number leads to is read in its turn.
  for (const claimId of claimIds) {
    const found = await remittances.claimPaymentsOf(payeeId, claimId);
    for (const each of found) family.set(adjudicationIdOf(each), each);
    await follow(found);
  }
  return [...family.values()];
}

/**
 * The family of the claim that a provider adjustment names: its reference is CLP07, or CLP01 and CLP07 with the trace
 * number behind them (X12 RFI 2370, 968). Empty where no claim on file goes by it.
 */
export async function readFamilyOfReference(
  ports: { readonly remittances: Pick<RemittanceStore, 'claimPaymentsOf' | 'claimIdsOf'> },
  payeeId: string,
  reference: string,
): Promise<readonly StoredClaimPayment[]> {
  const words = [...new Set([reference.trim(), ...reference.split(/[\s,;/]+/)])].filter(isClaimNumber);
  for (const word of words.slice(0, MOST_NUMBERS)) {
    for (const claimId of [...(await ports.remittances.claimIdsOf(payeeId, word)), word]) {
      const [payment] = await ports.remittances.claimPaymentsOf(payeeId, claimId);
      if (payment !== undefined) return readFamily(ports, payment);
    }
  }
  return [];
}
