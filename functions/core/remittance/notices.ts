import { decimalOf } from '../money/cents.ts';
import type { ReadingNotice, RemittanceHeader } from './remittance.ts';

/** Where in the input a notice belongs. */
export interface Place {
  readonly transaction: string | null;
  readonly ordinal: number | null;
  readonly segment: number | null;
  readonly byteOffset: number | null;
}

export const NOWHERE: Place = { transaction: null, ordinal: null, segment: null, byteOffset: null };

/** The sentences a biller reads. None holds a value of the file but segment ids, control numbers, counts and totals. */
const MESSAGES = {
  empty_file: () => 'The file is empty. Ask the payer or clearinghouse to send it again.',
  not_x12: (what: string) =>
    `This is ${what}, not an X12 file: it has no ISA and no ST segment. Upload the 835 as the payer or clearinghouse sent it.`,
  no_remittance: () =>
    'The file has an X12 envelope but no transaction in it (no ST segment), so there is nothing to read. Ask the sender for the complete file.',
  truncated_transaction: (transaction: string, after: string) =>
    `Transaction ${shown(transaction)} is cut off: ${after} before its SE segment. Claims or payments may be missing, so it was not read. Ask for the file again.`,
  bad_number: (element: string, segment: number) =>
    `${element} in segment ${segment} is not an amount of money. The transaction that holds it was not read. Ask the payer or clearinghouse for a corrected file.`,
  sums_too_large: () =>
    'The amounts of the transaction come to more than 90 trillion dollars, which cannot be counted to the cent, so one of them is wrong. The transaction was not read. Ask the payer or clearinghouse for a corrected file.',
  segment_too_long: (id: string, segment: number) =>
    `Segment ${segment}${id === '' ? '' : ` (${id})`} is longer than 1 MiB, which no remittance segment is. It was not read; the file is probably damaged.`,
  transaction_too_large: (id: string, segment: number, limit: number) =>
    `${id} in segment ${segment} is beyond ${limit} elements or 16 MiB of one claim or payment, far beyond the standard. The transaction was not read; the file is probably damaged.`,
  segments_outside_transaction: (count: number, first: number) =>
    `${count} segment(s) from segment ${first} on stand outside any transaction (their ST segment is missing) and were not read. Ask for the file again.`,
  other_transaction: (set: string) =>
    `This is a ${set === '' ? 'transaction of unknown kind' : `${set} transaction`}, not a remittance (835). It was not read.`,
  hidden_claims: (set: string, claims: number) =>
    `The transaction calls itself ${set === '' ? 'a set of unknown kind' : set}, not 835, but holds ${claims} claim payment(s). It was not read. Ask the sender for a corrected file.`,
  missing_isa: (first: string) =>
    `The envelope is missing: the data start with ${first}, not with ISA. The delimiters were taken from the ${first} segment.`,
  missing_gs: () => 'The functional group header (GS) is missing. The transactions were read all the same.',
  missing_ge: (group: string) =>
    `Functional group ${shown(group)} has no GE segment. All complete transactions were read, but the file may have been cut off.`,
  missing_iea: (interchange: string) =>
    `Interchange ${shown(interchange)} has no IEA segment. All complete transactions were read, but the file may have been cut off.`,
  wrong_segment_count: (stated: string, counted: number) =>
    `SE01 says ${stated} segments, but there are ${counted}.`,
  wrong_transaction_number: () => 'The control number in SE02 is not the one in ST02.',
  wrong_group_count: (stated: string, counted: number) =>
    `GE01 says ${stated} transactions, but there are ${counted}.`,
  wrong_group_number: () => 'The control number in GE02 is not the one in GS06.',
  wrong_interchange_count: (stated: string, counted: number) =>
    `IEA01 says ${stated} functional groups, but there are ${counted}.`,
  wrong_interchange_number: () => 'The control number in IEA02 is not the one in ISA13.',
  skipped_text: (bytes: number) => `${bytes} byte(s) of text outside the X12 envelope were skipped.`,
  claims_outside_transaction: (claims: number) =>
    `${claims} claim(s) stand in text outside the X12 envelope and were not read. Ask for the file again.`,
  incomplete_header: (missing: string) => `The remittance has no ${missing}. It was read without.`,
  incomplete_claims: (count: number, first: number) =>
    `${count} claim(s) lack a claim number, status, charge or payment (CLP01-CLP04), the first in segment ${first}. They were read with what they have.`,
  incomplete_provider_adjustments: (count: number, first: number) =>
    `${count} provider adjustment(s) (PLB) lack their amount or their reason, the first in segment ${first}. A missing amount counts as 0: ask the payer what it took or gave.`,
  second_party: () =>
    'A second payer or payee is named between the claims. All claims are shown under the first one.',
  component_separator: () =>
    'The component separator used is not the one that ISA16 declares. The one used was taken.',
  not_ascii: () =>
    'The remittance holds characters outside the X12 character set. They were read as Latin-1; names may look odd.',
  misplaced_segments: (count: number, first: number, id: string) =>
    `${count} segment(s) stand where they belong to no claim, line or payment and were not used, the first in segment ${first}${id === '' ? '' : ` (${id})`}.`,
  misplaced_money: (id: string, segment: number) =>
    `Segment ${segment} (${id}) takes money off, but belongs to no claim and no line where it stands. The transaction was not read. Ask the payer or clearinghouse for a corrected file.`,
  unknown_segments: (count: number, first: number, id: string) =>
    `${count} segment(s) are of a kind that a remittance does not have and were not used, the first in segment ${first}${id === '' ? '' : ` (${id})`}.`,
  unequal_line_charges: (count: number, of: number) =>
    `${count} of ${of} claim(s) charge another amount (CLP03) than their service lines together. They were read as sent.`,
  unequal_patient_share: (count: number, of: number) =>
    `${count} of ${of} claim(s) name another patient responsibility (CLP05) than their PR adjustments together. They were read as sent.`,
  unreadable_dates: (count: number) => `${count} date(s) are not days of the calendar. They were left out.`,
  unreadable_quantities: (count: number) => `${count} quantity(ies) are not numbers. They were left out.`,
  unbalanced_transaction: (claims: number, providerAdjustments: number, payment: number) =>
    `The payment does not add up: the claims pay ${decimalOf(claims)}, provider adjustments take off ${decimalOf(providerAdjustments)}, but the payment is ${decimalOf(payment)}.`,
  unbalanced_claims: (count: number, of: number) =>
    `${count} of ${of} claim(s) do not add up: charge less adjustments is not the amount paid. They were read as sent.`,
  unbalanced_lines: (count: number, of: number) =>
    `${count} of ${of} service line(s) do not add up: charge less adjustments is not the amount paid. They were read as sent.`,
} as const;

/** A control number as it may stand in a message: what is none could be anything, and is left out. */
export function shown(controlNumber: string): string {
  return /^[0-9A-Za-z]{1,9}$/.test(controlNumber) ? controlNumber : '(without number)';
}

/** A notice with its stable code and its sentence. */
export const notice = noticesBy(MESSAGES);

type Sentences = { readonly [code: string]: (...values: never[]) => string };

/** Makes notices of these sentences. Nothing of the place is kept but what names it. */
export function noticesBy<Messages extends Sentences>(messages: Messages) {
  return <Code extends keyof Messages & string>(
    code: Code,
    { transaction, ordinal, segment, byteOffset }: Place,
    ...values: Parameters<Messages[Code]>
  ): ReadingNotice => {
    const sentence = messages[code] as (...values: readonly unknown[]) => string;
    return { code, message: sentence(...values), transaction, ordinal, segment, byteOffset };
  };
}

/** The place of a segment of a transaction. */
export function placeIn(
  { transaction, ordinal }: Pick<RemittanceHeader, 'transaction' | 'ordinal'>,
  segment: { readonly number: number; readonly byteStart: number } | null,
): Place {
  return { transaction, ordinal, segment: segment?.number ?? null, byteOffset: segment?.byteStart ?? null };
}
