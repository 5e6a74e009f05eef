import { newFollowUp } from '../core/denial/new-follow-up.ts';
import { providerFollowUpsOf } from '../core/family/provider-follow-ups.ts';
import { takeBackIdOf } from '../core/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { LedgerRemittance } from '../ports/remittance-store.ts';

/** Opens a follow-up for each PLB pair that takes money back or asks for a look. Idempotent. */
export async function openProviderFollowUps(
  { remittanceId, header, trailer }: LedgerRemittance,
  { denials, clock }: { readonly denials: DenialStore; readonly clock: Clock },
): Promise<void> {
  for (const ask of providerFollowUpsOf(trailer.providerAdjustments)) {
    const { ordinal, reference, amountCents, type, nextAction } = ask;
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
      type,
      amountCents,
      dueOn: null,
      nextAction,
      decision: null,
      at: clock.now(),
      today: clock.today(),
    });
    await denials.openFollowUp(opening);
  }
}
