import type { ClaimPayment, ServiceLine } from './remittance.ts';

/** CLP02 of a reversal, which need not repeat CLP05 (X12 RFI 2548). */
const REVERSAL = '22';

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
  /** Claims whose lines together charge another amount than CLP03. */
  unequalCharges = 0;
  /** Claims whose PR adjustments together are another amount than CLP05. */
  unequalPatientShares = 0;
  /** Whether every sum so far is exact to the cent: a number holds 90 trillion dollars so. */
  isExact = true;
  /** Of the claim and the line at hand. */
  private claimAdjusted = 0;
  private lineAdjusted = 0;
  private patientShare = 0;
  private lineCharges = 0;

  /** Takes what one CAS takes off, of the claim or of the line at hand. */
  adjust(level: 'claim' | 'line', cents: number, isPatientShare: boolean): void {
    if (level === 'line') this.lineAdjusted += cents;
    else this.claimAdjusted += cents;
    if (isPatientShare) this.patientShare += cents;
  }

  endLine({ chargeCents, paidCents }: Pick<ServiceLine, 'chargeCents' | 'paidCents'>): void {
    this.lineCount++;
    if (chargeCents - this.lineAdjusted !== paidCents) this.unbalancedLines++;
    this.claimAdjusted += this.lineAdjusted;
    this.lineCharges += chargeCents;
    this.lineAdjusted = 0;
  }

  endClaim(claim: ClaimPayment): void {
    const { chargeCents, paidCents, patientResponsibilityCents, lines, status } = claim;
    this.claimCount++;
    this.chargeCents += chargeCents;
    this.paidCents += paidCents;
    if (!(isExact(this.chargeCents) && isExact(this.paidCents) && isExact(this.claimAdjusted)))
      this.isExact = false;
    if (chargeCents - this.claimAdjusted !== paidCents) this.unbalancedClaims++;
    if (lines.length > 0 && this.lineCharges !== chargeCents) this.unequalCharges++;
    if (this.patientShare !== patientResponsibilityCents && status !== REVERSAL) this.unequalPatientShares++;
    this.claimAdjusted = 0;
    this.patientShare = 0;
    this.lineCharges = 0;
  }

  clear(): void {
    this.claimCount = 0;
    this.lineCount = 0;
    this.chargeCents = 0;
    this.paidCents = 0;
    this.providerAdjustmentCents = 0;
    this.unbalancedClaims = 0;
    this.unbalancedLines = 0;
    this.unequalCharges = 0;
    this.unequalPatientShares = 0;
    this.isExact = true;
    this.claimAdjusted = 0;
    this.lineAdjusted = 0;
    this.patientShare = 0;
    this.lineCharges = 0;
  }

  imbalanceCents(paymentCents: number): number {
    return this.paidCents - this.providerAdjustmentCents - paymentCents;
  }
}

function isExact(cents: number): boolean {
  return cents <= Number.MAX_SAFE_INTEGER && cents >= -Number.MAX_SAFE_INTEGER;
}
