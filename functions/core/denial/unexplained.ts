import { dollars } from '../money/dollars.ts';
import type { ClaimFacts } from './claim-facts.ts';
import type { Decision } from './decision.ts';

/** CLP02 4: denied. */
const DENIED = '4';

const RULE_ID = 'status.no-reason-given';
const SOURCE = 'X12 005010X221A1, balancing and CLP02; RFI 1423';

/**
 * Whether a claim was charged, pays nothing and names no adjustment at all. It cannot balance (835 TR3), and by its
 * codes alone it would pass as settled.
 */
export function isUnexplained({ chargeCents, paidCents, adjustments, lines }: ClaimFacts): boolean {
  if (paidCents > 0 || chargeCents <= 0 || adjustments.length > 0) return false;
  return lines.every((line) => line.adjustments.length === 0);
}

/**
 * A review of the whole charge: a denial where the payer says denied, else a question, since nothing paid is not yet a
 * denial (X12 RFI 1423). Its one reason has neither group nor code.
 */
export function decideUnexplained(claim: ClaimFacts, rulebookVersion: string): Decision {
  const isDenied = claim.status.trim() === DENIED;
  const amountCents = claim.chargeCents - claim.paidCents;
  const remarks = [...new Set([claim, ...claim.lines].flatMap((level) => level.remarks))].sort();
  const said = isDenied ? 'says that it denied the claim' : 'processed the claim';
  const says = `The payer ${said} and pays nothing, but gives no reason.`;
  const shown = remarks.length === 0 ? '' : ` It adds the remark ${remarks.join(', ')}.`;
  return {
    class: isDenied ? 'denial' : 'non_denial',
    level: 'claim',
    amountCents: isDenied ? amountCents : 0,
    category: 'other',
    route: 'review',
    mechanism: 'none',
    appealable: 'conditional',
    ruleId: RULE_ID,
    rulebookVersion,
    reasons: [{ group: '', carc: '', remarks, amountCents, line: null }],
    explanation: `${says}${shown} ${dollars(amountCents)} is open. First: ask the payer for the reason codes or a corrected remittance. Do not write it off or bill the patient before it answers.`,
    preventable: 'sometimes',
    preventedBy: null,
    requiredDocuments: [],
    alsoRoutes: [],
    contradiction: null,
    trace: [{ rule: RULE_ID, line: null, says, source: SOURCE }],
  };
}
