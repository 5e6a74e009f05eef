import type { Claim, ClaimLine } from '../claim/claim.ts';
import type { Reason } from '../denial/decision.ts';
import type { ClaimPayment, ServiceLine } from '../remittance/remittance.ts';
import type { CodingFinding } from './finding.ts';

/** A finding, and whether it stands where the payer denied. */
export interface FindingBesideDenial extends CodingFinding {
  readonly isWhereDenied: boolean;
}

/**
 * Findings with those first that stand where the payer denied: on a denied line, or anywhere where a reason is of the
 * whole claim. A finding about the claim as a whole is where any line was denied.
 */
export function besideDenial(
  findings: readonly CodingFinding[],
  reasons: readonly Pick<Reason, 'line'>[],
  payment: ClaimPayment,
  claim: Claim,
): readonly FindingBesideDenial[] {
  const denied = deniedLinesOf(reasons, payment, claim);
  return findings
    .map((finding) => ({
      ...finding,
      isWhereDenied: finding.line === null || denied === 'all' || denied.has(finding.line),
    }))
    .toSorted((a, b) => Number(b.isWhereDenied) - Number(a.isWhereDenied));
}

/** Lines of the claim as sent that the payer denied; a payer may split, join or reorder them, and names them by REF*6R. */
function deniedLinesOf(
  reasons: readonly Pick<Reason, 'line'>[],
  payment: ClaimPayment,
  claim: Claim,
): 'all' | ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { line } of reasons) {
    const paid = payment.lines.find(({ ordinal }) => ordinal === line);
    if (paid === undefined) return 'all';
    const same = linesSentAs(paid, claim);
    // One that cannot be told may be any of them.
    if (same.length === 0) return 'all';
    for (const { ordinal } of same) lines.add(ordinal);
  }
  return lines;
}

/** Lines of the claim as sent that a line of the payment may be of: by REF*6R, else by the code. */
export function linesSentAs(paid: ServiceLine, claim: Pick<Claim, 'lines'>): readonly ClaimLine[] {
  const named = paid.references.find(({ qualifier }) => qualifier === '6R')?.value;
  const code = (paid.submittedProcedure ?? paid.procedure)?.code;
  return claim.lines.filter((sent) =>
    named === undefined
      ? sent.procedure?.code === code
      : sent.controlNumber === named || (sent.controlNumber === '' && sent.number === named),
  );
}

/**
 * What to change on a claim that is to be corrected: where the payer denied, and only what is wrong beyond doubt. The
 * other findings are for a person to weigh.
 */
export function whatToChange(findings: readonly FindingBesideDenial[]): readonly string[] {
  return findings.flatMap(({ isWhereDenied, severity, line, says, correction }) =>
    isWhereDenied && severity === 'wrong'
      ? [`${line === null ? '' : `Line ${line}: `}${says} ${correction}`]
      : [],
  );
}
