import type { MadeUpRemittance, Submission } from './run.ts';

/** What a run holds, added up from what was meant, not from what was written: a reader's figures must equal them. */
export interface GeneratedSums {
  interchanges: number;
  remittances: number;
  /** CLM of frequency 1 in the 837s, and of frequency 7. */
  claimsSent: number;
  replacements: number;
  /** Of them, refused in the 277CA: they are in no remittance. */
  claimsRejected: number;
  /** CLP. */
  claimPayments: number;
  serviceLines: number;
  reversals: number;
  chargeCents: number;
  paidCents: number;
  patientResponsibilityCents: number;
  /** Sum of BPR02. */
  paymentCents: number;
  /** By group and reason as `CO-45`, claim and line level together. */
  adjustedCents: Record<string, number>;
  /** By PLB reason. */
  providerAdjustmentCents: Record<string, number>;
  /** Claim payments with denial-class money in them, and that money. */
  denials: number;
  deniedCents: number;
  holds: number;
  /** Claims adjudicated for the first time, and how many of these were denied: their ratio is the denial rate asked for. */
  firstDecisions: number;
  firstDenials: number;
  /** Of the 835s. */
  remittanceBytes: number;
}

export function noSums(): GeneratedSums {
  return {
    interchanges: 0,
    remittances: 0,
    claimsSent: 0,
    replacements: 0,
    claimsRejected: 0,
    claimPayments: 0,
    serviceLines: 0,
    reversals: 0,
    chargeCents: 0,
    paidCents: 0,
    patientResponsibilityCents: 0,
    paymentCents: 0,
    adjustedCents: {},
    providerAdjustmentCents: {},
    denials: 0,
    deniedCents: 0,
    holds: 0,
    firstDecisions: 0,
    firstDenials: 0,
    remittanceBytes: 0,
  };
}

export function addSubmission(sums: GeneratedSums, { claims }: Submission): void {
  for (const { claim, replaces } of claims) {
    if (replaces !== null) sums.replacements++;
    else sums.claimsSent++;
    if (claim.fate.kind === 'rejected') sums.claimsRejected++;
  }
}

export function addRemittance(sums: GeneratedSums, remittance: MadeUpRemittance): void {
  sums.remittances++;
  sums.paymentCents += remittance.paymentCents;
  for (const { reason, amountCents } of remittance.providerAdjustments) {
    add(sums.providerAdjustmentCents, reason, amountCents);
  }
  for (const { payment, kind, deniedCents, isHeld } of remittance.adjudications) {
    sums.claimPayments++;
    sums.serviceLines += payment.lines.length;
    sums.chargeCents += payment.chargeCents;
    sums.paidCents += payment.paidCents;
    sums.patientResponsibilityCents += payment.patientResponsibilityCents;
    for (const one of payment.adjustments)
      add(sums.adjustedCents, `${one.group}-${one.carc}`, one.amountCents);
    for (const { adjustments } of payment.lines) {
      for (const one of adjustments) add(sums.adjustedCents, `${one.group}-${one.carc}`, one.amountCents);
    }
    if (kind === 'reversal') sums.reversals++;
    if (kind === 'first') sums.firstDecisions++;
    if (deniedCents > 0) {
      sums.denials++;
      sums.deniedCents += deniedCents;
      if (kind === 'first') sums.firstDenials++;
    }
    if (isHeld) sums.holds++;
  }
}

function add(to: Record<string, number>, key: string, cents: number): void {
  to[key] = (to[key] ?? 0) + cents;
}
