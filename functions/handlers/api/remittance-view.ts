import { moneyStepsOf } from '../../core/denial/money-steps.ts';
import { denialIdOf } from '../../core/ids.ts';
import { dollars } from '../../core/money/dollars.ts';
import type { LedgerRemittance, StoredClaimPayment } from '../../ports/remittance-store.ts';
import type { UserRecord } from '../../ports/settings.ts';
import type { RemittanceDetail } from '../../use-cases/read-ledger.ts';
import { offeredOnRemittance } from '../../use-cases/redrive-file.ts';

/** One remittance in a list: what was read against what is stored. */
export function remittanceRow(remittance: LedgerRemittance, user: UserRecord): object {
  const { header, trailer, ...ledger } = remittance;
  return {
    remittanceId: ledger.remittanceId,
    practiceId: ledger.practiceId,
    fileSha256: ledger.fileSha256,
    payer: { id: header.payer.id, name: header.payer.name },
    traceNumber: header.traceNumber,
    paidOn: header.paidOn,
    paymentCents: header.paymentCents,
    balanced: trailer.balanced,
    imbalanceCents: trailer.imbalanceCents,
    claims: trailer.claimCount,
    paidCents: trailer.paidCents,
    storedClaims: ledger.storedClaims,
    storedPaidCents: ledger.storedPaidCents,
    denials: ledger.denials,
    deniedCents: ledger.deniedCents,
    status: ledger.status,
    statusReason: ledger.statusReason,
    loadedAt: ledger.loadedAt,
    released: ledger.released ?? null,
    actions: offeredOnRemittance(user, remittance),
  };
}

/** One remittance as it adds up: payment = claims - provider adjustments, to the cent. */
export function remittanceDetail({ remittance, claims, next }: RemittanceDetail, user: UserRecord): object {
  const { header, trailer, sharesIdentityWith, status, storedPaidCents } = remittance;
  const { providerAdjustments, paidCents, imbalanceCents, unbalancedClaims } = trailer;
  return {
    ...remittanceRow(remittance, user),
    statement: {
      paymentCents: header.paymentCents,
      claimsCents: paidCents,
      providerAdjustmentCents: providerAdjustments.reduce((sum, { amountCents }) => sum + amountCents, 0),
      differenceCents: imbalanceCents,
      storedDifferenceCents: status === 'loaded' ? storedPaidCents - paidCents : 0,
      unbalancedClaims,
      sentence: sentenceOf(imbalanceCents),
    },
    providerAdjustments: providerAdjustments.map(({ reason, reference, amountCents }) => ({
      reason,
      reference,
      amountCents,
    })),
    sharesIdentityWith,
    claimPayments: claims.map(claimView),
    cursor: next === null ? null : String(next),
  };
}

function sentenceOf(differenceCents: number): string {
  if (differenceCents === 0) return 'The payment is the claims less the provider adjustments: $0.00 is open.';
  const direction = differenceCents > 0 ? 'less' : 'more';
  return `The payer paid ${dollars(Math.abs(differenceCents))} ${direction} than its claims and provider adjustments come to: ask for a corrected remittance.`;
}

function claimView({ remittanceId, claim, decision }: StoredClaimPayment): object {
  return {
    adjudicationId: denialIdOf(remittanceId, claim.ordinal),
    ordinal: claim.ordinal,
    claimId: claim.claimId,
    payerClaimControlNumber: claim.payerClaimControlNumber,
    status: claim.status,
    class: decision?.class ?? null,
    route: decision?.route ?? null,
    explanation: decision?.explanation ?? null,
    deniedCents: decision?.class === 'denial' ? decision.amountCents : 0,
    money: moneyStepsOf(claim, decision),
  };
}
