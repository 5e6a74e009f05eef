import type { ProviderAdjustment } from '../remittance/remittance.ts';
import type { Adjudication } from './adjudication.ts';
import type { AnswerKind } from './answers.ts';
import type { MadeUpPayer } from './payers.ts';
import type { MadeUpPractice } from './practices.ts';
import type { Random } from './random.ts';

/** An answer that waits for its day: the numbers from which its claim is made again. */
export interface WaitingAnswer {
  readonly kind: AnswerKind;
  readonly number: number;
  readonly submittedDay: number;
  readonly dueDay: number;
}

/** What stands between one payer and one practice from remittance to remittance. */
export interface Account {
  readonly payer: MadeUpPayer;
  readonly practice: MadeUpPractice;
  waiting: WaitingAnswer[];
  /** Taken back on paper, to be taken in money later. */
  owed: { readonly reference: string; readonly cents: number }[];
  /** Below zero once, carried into a later remittance. */
  forwardCents: number;
  forwardReference: string;
}

const LATER_SHARE = 0.3;
const OTHER_SHARE = 0.02;
/** Both bound what a run keeps: a file of any size is made in the same memory. */
export const MOST_WAITING = 200;
const MOST_OWED = 8;

/**
 * The PLB pairs of a remittance, and with them the account afterwards. Positive takes from the payment, negative adds
 * (835 TR3 balancing); the payment never falls below zero, because what is missing is carried forward (X12 RFI 2660).
 */
export function settle(
  account: Account,
  adjudications: readonly Adjudication[],
  trace: string,
  fiscalYear: number,
  random: Random,
): readonly ProviderAdjustment[] {
  const pairs: ProviderAdjustment[] = [];
  const add = (reason: string, reference: string, amountCents: number) =>
    pairs.push({ providerId: account.practice.npi, reason, reference, amountCents });
  let payment = 0;
  let interest = 0;
  for (const { payment: claim } of adjudications) {
    payment += claim.paidCents;
    for (const { qualifier, amountCents } of claim.amounts) if (qualifier === 'I') interest += amountCents;
  }
  // Interest is paid by L6 with the sign turned (RFI 2184).
  if (interest > 0) add('L6', '', -interest);

  for (const { kind, payment: claim } of adjudications) {
    if (kind !== 'reversal' || claim.paidCents >= 0) continue;
    if (account.owed.length >= MOST_OWED || !random.chance(LATER_SHARE)) continue;
    // Not taken now (RFI 1756).
    const reference = claim.payerClaimControlNumber;
    add('WO', reference, claim.paidCents);
    account.owed.push({ reference, cents: -claim.paidCents });
  }
  const now =
    adjudications.length > 0
      ? account.owed.filter(({ reference }) => !pairs.some((p) => p.reference === reference))
      : [];
  for (const debt of now.slice(0, 2)) {
    add('WO', debt.reference, debt.cents);
    account.owed = account.owed.filter((other) => other !== debt);
  }
  if (random.chance(OTHER_SHARE)) add('CS', `ADJ${fiscalYear}`, random.between(-40, 60) * 100 || 500);
  if (random.chance(OTHER_SHARE)) {
    // A refund that the practice sent: it came in, and pays what it was for.
    const cents = random.between(20, 400) * 100;
    const reference = `RF${trace}`;
    add('72', reference, -cents);
    add('WO', reference, cents);
  }
  if (account.forwardCents > 0) {
    add('FB', account.forwardReference, account.forwardCents);
    account.forwardCents = 0;
  }
  const left = payment - pairs.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (left < 0) {
    add('FB', trace, left);
    account.forwardCents = -left;
    account.forwardReference = trace;
  }
  return pairs;
}
