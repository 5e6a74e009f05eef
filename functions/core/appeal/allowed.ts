import type { ClaimPayment, ServiceLine } from '../remittance/remittance.ts';

/** What the payer's fee schedule or contract leaves of a charge, and the share of it that somebody else bears. */
const CONTRACTUAL = new Set(['CO 45']);
const PATIENT_SHARE = new Set(['PR 1', 'PR 2', 'PR 3']);

/**
 * What the payer allowed for a line, in cents: as it states it (835 TR3, loop 2110 AMT*B6); else, of a line that was
 * paid by the fee schedule alone, what was paid and what the patient bears. Null of every other line: an amount that is
 * not stated is not guessed.
 *
 * @example
 * allowedOnLine({ paidCents: 8_000, amounts: [], adjustments: [CO-45 2_000, PR-1 1_000], … }) // 9_000
 */
export function allowedOnLine({ amounts, adjustments, paidCents }: ServiceLine): number | null {
  const stated = amounts.find(({ qualifier }) => qualifier === 'B6');
  if (stated !== undefined) return stated.amountCents;
  const codes = adjustments.map(({ group, carc }) => `${group} ${carc}`);
  const isByScheduleAlone = codes.every((code) => CONTRACTUAL.has(code) || PATIENT_SHARE.has(code));
  if (paidCents <= 0 || !isByScheduleAlone) return null;
  return adjustments
    .filter(({ group }) => group === 'PR')
    .reduce((sum, { amountCents }) => sum + amountCents, paidCents);
}

/** Of a claim the sum of its lines, in cents; null where one of them is not known, or where it has none. */
export function allowedOf({ lines }: ClaimPayment): number | null {
  const ofLines = lines.map(allowedOnLine);
  const known = ofLines.filter((cents) => cents !== null);
  return known.length === 0 || known.length < ofLines.length
    ? null
    : known.reduce((sum, cents) => sum + cents, 0);
}
