import { newFollowUp } from '../core/denial/new-follow-up.ts';
import { takeBacksOf } from '../core/family/take-backs.ts';
import { takeBackIdOf } from '../core/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { LedgerRemittance } from '../ports/remittance-store.ts';

/** Opens a follow-up for each PLB pair by which the payer takes money back. Idempotent. */
export async function openTakeBacks(
  { remittanceId, header, trailer }: LedgerRemittance,
  { denials, clock }: { readonly denials: DenialStore; readonly clock: Clock },
): Promise<void> {
  for (const { ordinal, reference, amountCents } of takeBacksOf(trailer.providerAdjustments)) {
    const opening = newFollowUp({
      followUpId: takeBackIdOf(remittanceId, ordinal),
      remittanceId,
      ordinal,
      header,
      // Of the whole payment: no claim says which of the payer's plans it concerns.
      payerType: 'unknown',
      claimId: '',
      payerClaimControlNumber: reference,
      chargeCents: 0,
      paidCents: 0,
      type: 'recoupment',
      amountCents,
      dueOn: null,
      nextAction:
        'The payer kept this amount from the payment: find the claim it names, and answer or accept the recovery.',
      decision: null,
      at: clock.now(),
      today: clock.today(),
    });
    await denials.openFollowUp(opening);
  }
}
