import type { FollowUpType } from '../denial/denial.ts';

/** What a provider adjustment asks of a person; null = it is only posted. */
export interface ProviderAsk {
  readonly type: Extract<FollowUpType, 'recoupment' | 'payment_question'>;
  readonly nextAction: string;
}

export interface ProviderReason {
  /** Our own wording of PLB03-1. */
  readonly wording: string;
  /** A positive amount lowers the payment (835 TR3, PLB). */
  readonly lowers: ProviderAsk | null;
  /** A negative one raises it. */
  readonly raises: ProviderAsk | null;
}

/** PLB03-1 by meaning: what was taken is looked at unless the contract or the system itself explains it. */
const REASONS: Readonly<Record<string, ProviderReason>> = {
  '50': asksWhenTaken('Late charge', 'Look up which claim or report was late, and dispute it if it was not.'),
  '51': asksWhenTaken(
    'Interest penalty',
    'Look up what the interest is for, and dispute it if nothing was owed.',
  ),
  '72': asksWhenTaken('Authorized return', 'Find the refund that this books, and match it.'),
  '90': postedOnly('Early payment allowance'),
  AH: postedOnly('Origination fee'),
  AM: asksWhenTaken(
    'Applied to a loan or account',
    'Check that the payment was to go to that account, and book it there.',
  ),
  AP: asksBothWays(
    'Advance of benefits',
    'An advance is paid back by this: match it to the advance.',
    'This is an advance: book it as owed, since it comes off later payments.',
  ),
  B2: asksWhenTaken('Rebate', 'Look up the program it belongs to, and check the amount.'),
  B3: asksWhenTaken('Recovery allowance', 'Look up what is recovered, and check the amount.'),
  BD: asksWhenTaken('Bad debt adjustment', 'Match it to the bad debt list of the cost report.'),
  BN: asksWhenTaken('Bonus', 'A bonus is taken back: ask why.'),
  C5: asksBothWays(
    'Temporary allowance',
    'A temporary allowance ends: match it to the payment that gave it.',
    'A temporary allowance: book it as owed until the payer settles it.',
  ),
  CR: asksWhenTaken('Capitation interest', 'Check it against the capitation report.'),
  CS: asksBothWays(
    'Adjustment without a reason of its own',
    'Ask the payer what the adjustment is for, and match it to claims.',
    'Ask the payer what the adjustment is for before it is booked.',
  ),
  CT: asksWhenTaken('Capitation payment', 'Compare the members taken off with the capitation report.'),
  CV: asksWhenTaken('Capital pass-through', 'Match it to the settlement.'),
  CW: asksWhenTaken('Nurse anesthetist pass-through', 'Match it to the settlement.'),
  DM: asksWhenTaken('Medical education pass-through', 'Match it to the settlement.'),
  E3: postedOnly('Withhold under the contract'),
  FB: asksWhenTaken(
    'Balance carried forward',
    'A negative balance of an earlier payment is collected: match it to that payment and its reversals.',
  ),
  FC: asksWhenTaken('Fund allocation', 'Check it against the agreement on the fund.'),
  GO: asksWhenTaken('Graduate medical education pass-through', 'Match it to the settlement.'),
  HM: asksWhenTaken('Hemophilia clotting factor supplement', 'Look up the claims it belonged to.'),
  IP: asksWhenTaken('Incentive payment', 'An incentive is taken back: ask why.'),
  IR: asksWhenTaken(
    'Tax withheld for the IRS',
    'Backup withholding goes on until the payer has a right TIN: send a W-9, and claim the tax as a credit.',
  ),
  IS: asksWhenTaken('Interim settlement', 'Match it to the settlement letter.'),
  J1: asksWhenTaken(
    'Amount that is not reimbursable',
    'The claims show a payment that is not paid here: find where it is paid.',
  ),
  L3: asksWhenTaken('Penalty', 'Look up the rule the payer applies, and dispute the penalty if it is wrong.'),
  L6: asksWhenTaken('Interest', 'Interest is taken back: match it to the claim it was paid for.'),
  LE: asksWhenTaken('Levy', 'A creditor collects through this payer: find the levy notice.'),
  LS: asksWhenTaken('Lump sum', 'Match it to the agreement or settlement.'),
  OA: asksWhenTaken('Organ acquisition pass-through', 'Match it to the settlement.'),
  OB: asksWhenTaken(
    'Offset for an affiliated provider',
    'The money pays what an affiliate owes: find out which, and settle it between you.',
  ),
  PI: asksWhenTaken('Periodic interim payment', 'Match it to the interim payment schedule.'),
  PL: asksWhenTaken('Final settlement', 'Match it to the settlement letter.'),
  RA: asksWhenTaken('Retroactive adjustment', 'Ask which claims or members it concerns, and check them.'),
  RE: asksWhenTaken('Return on equity', 'Match it to the settlement.'),
  SL: asksWhenTaken('Student loan repayment', 'Check whose loan it is, and book it to that person.'),
  TL: recovers('Third-party liability', 'Another party is said to pay: find the claim, and bill that party.'),
  WO: recovers(
    'Overpayment recovered',
    'The payer kept this amount from the payment: find the claim it names, and answer or accept the recovery.',
  ),
  WU: recovers(
    'Recovery without a reason',
    'The payer kept this amount and does not say why: ask, then answer or accept the recovery.',
  ),
};

const UNKNOWN = asksBothWays(
  'Code not on the list',
  'Ask the payer what this code and amount are for.',
  'Ask the payer what this code and amount are for.',
);

/**
 * What PLB03-1 means and asks for. Never a denial: it stands for the payment, not for a claim.
 *
 * @example
 * providerReasonOf('L6').raises // null: interest paid is only posted
 */
export function providerReasonOf(code: string): ProviderReason {
  return REASONS[code.trim().toUpperCase()] ?? UNKNOWN;
}

function postedOnly(wording: string): ProviderReason {
  return { wording, lowers: null, raises: null };
}

function asksWhenTaken(wording: string, nextAction: string): ProviderReason {
  return { wording, lowers: question(wording, nextAction), raises: null };
}

function asksBothWays(wording: string, taken: string, given: string): ProviderReason {
  return { wording, lowers: question(wording, taken), raises: question(wording, given) };
}

function recovers(wording: string, nextAction: string): ProviderReason {
  return { wording, lowers: { type: 'recoupment', nextAction }, raises: null };
}

function question(wording: string, nextAction: string): ProviderAsk {
  return { type: 'payment_question', nextAction: `${wording}. ${nextAction}` };
}
