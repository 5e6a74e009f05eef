/**
 * Adds up one transaction in cents (835 TR3, balancing): a line's and a claim's charge less its adjustments is what
 * was paid (line adjustments count for the claim as well), and the claims less the provider adjustments are the
 * payment. AMT, QTY and TS segments take no part (X12 RFI 1324, 1705).
 */
export class Balance {
  claimCount = 0;
  lineCount = 0;
  chargeCents = 0;
  paidCents = 0;
  providerAdjustmentCents = 0;
  unbalancedClaims = 0;
  unbalancedLines = 0;

  addLine(chargeCents: number, adjustedCents: number, paidCents: number): void {
    this.lineCount++;
    if (chargeCents - adjustedCents !== paidCents) this.unbalancedLines++;
  }

  addClaim(chargeCents: number, adjustedCents: number, paidCents: number): void {
    this.claimCount++;
    this.chargeCents += chargeCents;
    this.paidCents += paidCents;
    if (chargeCents - adjustedCents !== paidCents) this.unbalancedClaims++;
  }

  imbalanceCents(paymentCents: number): number {
    return this.paidCents - this.providerAdjustmentCents - paymentCents;
  }
}
