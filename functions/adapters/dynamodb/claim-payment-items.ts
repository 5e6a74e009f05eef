import { gunzipSync, gzipSync } from 'node:zlib';
import type { StoredClaimPayment } from '../../ports/remittance-store.ts';
import { storedClaimPaymentSchema } from '../stored-remittance.ts';
import { remittanceKeys as keys } from './keys.ts';

// More than any claim has; a transaction holds 100 items.
const MOST_ALIASES = 20;

/**
 * The items of one claim payment: the payment itself, its line under the remittance, and the other numbers under
 * which a later remittance may name the claim (CLP07, REF*F8).
 */
export function itemsOf(stored: StoredClaimPayment): readonly { pk: string; sk: string }[] {
  const { remittanceId, payeeId, claim, decision } = stored;
  const denied = decision?.class === 'denial';
  const aliases = new Set([
    claim.payerClaimControlNumber,
    ...claim.references.filter((r) => r.qualifier === 'F8').map((r) => r.value),
  ]);
  aliases.delete('');
  return [
    {
      pk: keys.claim(payeeId, claim.claimId),
      sk: keys.payment(remittanceId, claim.ordinal),
      // A claim of 999 lines is past the 400 kB of an item in plain words, and under 40 kB packed.
      payload: gzipSync(JSON.stringify(stored)),
    } as { pk: string; sk: string },
    {
      pk: keys.remittance(remittanceId),
      sk: keys.claimOf(claim.ordinal),
      payeeId,
      claimId: claim.claimId,
      paidCents: claim.paidCents,
      denied,
      deniedCents: denied ? decision.amountCents : 0,
    } as { pk: string; sk: string },
    ...[...aliases]
      .slice(0, MOST_ALIASES)
      .map((alias) => ({ pk: keys.alias(payeeId, alias), sk: keys.aliasOf(claim.claimId) })),
  ];
}

/** The claim payment out of its stored item. */
export function claimPaymentOf(item: Record<string, unknown>): StoredClaimPayment {
  const payload = item.payload;
  if (!(payload instanceof Uint8Array)) throw new TypeError('A claim payment without its payload.');
  return storedClaimPaymentSchema.parse(JSON.parse(gunzipSync(payload).toString('utf8')));
}
