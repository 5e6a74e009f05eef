import { noticesBy, shown } from '../remittance/notices.ts';

/** The sentences a biller reads about claims and acknowledgements. None holds a value of the file but segment ids, control numbers and counts. */
const MESSAGES = {
  no_transaction: () =>
    'There is no claim and no acknowledgement in this file: it has no X12 transaction. Send the file as the billing system or clearinghouse wrote it.',
  no_claims: (transaction: string) =>
    `Transaction ${shown(transaction)} is an 837 without any claim (no CLM segment), so there is nothing to read. Ask the billing system for the complete file.`,
  nothing_acknowledged: (transaction: string) =>
    `Transaction ${shown(transaction)} acknowledges nothing: it names no claim, submission or transaction. Ask the sender for the complete file.`,
  truncated_transaction: (transaction: string, after: string) =>
    `Transaction ${shown(transaction)} is cut off: ${after} before its SE segment. Claims may be missing, so it was not read. Ask for the file again.`,
  bad_number: (element: string, segment: number) =>
    `${element} in segment ${segment} is not an amount of money. The transaction that holds it was not read. Ask the sender for a corrected file.`,
  segment_too_long: (id: string, segment: number) =>
    `Segment ${segment}${id === '' ? '' : ` (${id})`} is longer than 1 MiB, which no segment of a claim is. It was not read; the file is probably damaged.`,
  claim_too_large: (id: string, segment: number) =>
    `${id} in segment ${segment} is part of a claim far larger than the standard allows. The transaction was not read; the file is probably damaged.`,
  unnamed_claim: (segment: number) =>
    `The claim in segment ${segment} has no number (CLM01), so no remittance can be matched to it. The transaction was not read.`,
  segments_outside_transaction: (count: number, first: number) =>
    `${count} segment(s) from segment ${first} on stand outside any transaction (their ST segment is missing) and were not read. Ask for the file again.`,
  claims_outside_transaction: (claims: number) =>
    `${claims} claim(s) stand in text outside the X12 envelope and were not read. Ask for the file again.`,
  hidden_claims: (set: string) =>
    `The transaction calls itself ${set === '' ? 'a set of unknown kind' : set}, not 837, but holds claims. It was not read. Ask the sender for a corrected file.`,
  skipped_text: (bytes: number) => `${bytes} byte(s) of text outside the X12 envelope were skipped.`,
  wrong_segment_count: (stated: string, counted: number) =>
    `SE01 says ${stated} segments, but there are ${counted}.`,
  wrong_transaction_number: () => 'The control number in SE02 is not the one in ST02.',
  incomplete_claims: (count: number, first: number) =>
    `${count} claim(s) lack a billing provider, subscriber, charge or service line, the first in segment ${first}. They were read with what they have.`,
  unequal_line_charges: (count: number, first: number) =>
    `${count} claim(s) charge another amount than their service lines together, the first in segment ${first}. They were read as sent.`,
  unknown_segments: (count: number, first: number) =>
    `${count} segment(s) are of a kind that claims and acknowledgements do not have, the first is segment ${first}. They are kept as they are, but nothing was read from them.`,
  unreadable_values: (count: number) =>
    `${count} date(s) or quantity(ies) cannot be read. They were left out; the claim is kept as it was sent.`,
  other_transaction: (set: string) =>
    `This is a ${set === '' ? 'transaction of unknown kind' : `${set} transaction`}, not a claim (837) and not an acknowledgement (999, 277CA). It was not read.`,
} as const;

/** A notice about claims or acknowledgements, with its stable code and its sentence. */
export const claimNotice = noticesBy(MESSAGES);
