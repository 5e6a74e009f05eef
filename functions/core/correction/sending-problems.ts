import type { Denial } from '../denial/denial.ts';
import type { CorrectionChange, RaisingChange } from './correction.ts';
import type { CorrectionData } from './correction-data.ts';
import { type Frequency, frequencyRulings, type SendingCase } from './frequency.ts';
import { tellsPayment } from './raises-payment.ts';
import { readModifiers, readQuantity } from './written-value.ts';

/** What a biller says of the corrected claim that was sent. */
export interface SentCorrection {
  readonly reference: string;
  readonly frequency: Frequency;
  /** As it stands in REF*F8; null where the claim has none. */
  readonly payerClaimNumber: string | null;
  /** Of a void that went before; null where none did. */
  readonly voidReference: string | null;
  /** The contractor takes the denied lines alone, as a claim of their own. */
  readonly deniedLinesOnly: boolean;
  readonly changes: readonly CorrectionChange[];
}

export interface SendingProblem {
  readonly code:
    | 'FREQUENCY_REFUSED'
    | 'CLAIM_NUMBER_REFUSED'
    | 'CHANGE_REFUSED'
    | 'APPEAL_OPEN'
    | 'SECOND_PERSON_NEEDED';
  readonly sentence: string;
  readonly field: string;
}

/**
 * Why what was sent is not what may be sent; null where it is. A frequency that would deny as a duplicate, a wrong or
 * missing number in REF*F8, an appeal of the same claim, and changes that pay more without a second person.
 *
 * @param raising those of the changes by which more would be paid
 * @param openAppeal claim numbers are not told: whether another record of the claim has an appeal at the payer
 */
export function sendingProblem(
  denial: Pick<Denial, 'correction' | 'payerClaimControlNumber'>,
  sent: SentCorrection,
  about: SendingCase & { readonly raising: readonly RaisingChange[]; readonly openAppeal: boolean },
  data: CorrectionData,
): SendingProblem | null {
  if (about.openAppeal) {
    return {
      code: 'APPEAL_OPEN',
      sentence:
        'An appeal of this claim is with the payer: many refuse a correction beside it. Wait for the answer, or withdraw the appeal and record that.',
      field: 'frequency',
    };
  }
  return (
    changesProblem(sent.changes, data) ??
    frequencyProblem(sent, about) ??
    numberProblem(sent, about, denial) ??
    secondPersonProblem(denial, about.raising)
  );
}

/**
 * Every change names a field that claims have, and says what stands there now where that decides what is paid, so that
 * it can be compared with what was sent.
 */
export function changesProblem(
  changes: readonly CorrectionChange[],
  data: CorrectionData,
): SendingProblem | null {
  if (changes.length === 0) {
    return {
      code: 'CHANGE_REFUSED',
      sentence: 'Nothing was changed: the same claim again denies as a duplicate. Name what was corrected.',
      field: 'changes',
    };
  }
  for (const [index, { field, after }] of changes.entries()) {
    const at = `changes.${index}`;
    if (!data.fields.some(({ id }) => id === field)) {
      return { code: 'CHANGE_REFUSED', sentence: `${field} is no field of a claim.`, field: `${at}.field` };
    }
    const sentence = tellsPayment(field, data) ? valueRefusal(field, after, data) : null;
    if (sentence !== null) return { code: 'CHANGE_REFUSED', sentence, field: `${at}.after` };
  }
  return null;
}

/** Why what stands there now cannot be compared with what was sent, as a sentence; null where it can. */
function valueRefusal(field: string, after: string | null, { fields }: CorrectionData): string | null {
  if (after === null) return 'Say what stands there now: it decides whether more is paid.';
  switch (fields.find(({ id }) => id === field)?.kind) {
    case 'modifier':
      return readModifiers(after) === null
        ? 'Write every modifier of the line as two characters, with blanks between them: 25 59.'
        : null;
    case 'amount':
      return readQuantity(after) === null
        ? 'Write the number alone, with a point before decimals: 2, or 120.50.'
        : null;
    default:
      return null;
  }
}

function frequencyProblem(
  { frequency, voidReference, deniedLinesOnly }: SentCorrection,
  about: SendingCase,
): SendingProblem | null {
  const refused = (sentence: string): SendingProblem => ({
    code: 'FREQUENCY_REFUSED',
    sentence,
    field: 'frequency',
  });
  if (frequency === '1' && about.mechanism === 'void_and_new' && voidReference === null) {
    return {
      code: 'FREQUENCY_REFUSED',
      sentence: 'First the void (frequency 8), then the new claim: name the reference of the void.',
      field: 'voidReference',
    };
  }
  // Original Medicare: some contractors take the lines that were denied as a claim of their own.
  if (frequency === '1' && about.mechanism === 'reopening' && deniedLinesOnly) return null;
  const ruling = frequencyRulings(about).find((each) => each.frequency === frequency);
  return ruling?.allowed === false ? refused(ruling.says) : null;
}

function numberProblem(
  { frequency, payerClaimNumber, reference }: SentCorrection,
  { number }: SendingCase,
  { payerClaimControlNumber }: Pick<Denial, 'payerClaimControlNumber'>,
): SendingProblem | null {
  const refused = (sentence: string, field = 'payerClaimNumber'): SendingProblem => ({
    code: 'CLAIM_NUMBER_REFUSED',
    sentence,
    field,
  });
  if (payerClaimControlNumber !== '' && plain(reference) === plain(payerClaimControlNumber)) {
    return refused(
      'This is the payer’s number of the claim that was denied: give the reference of the new one.',
      'reference',
    );
  }
  if (frequency === '1' && payerClaimNumber !== null) {
    return refused('A claim with frequency 1 names no earlier one: leave REF*F8 out.');
  }
  if (frequency !== '7' && frequency !== '8') return null;
  if (payerClaimNumber === null) {
    return refused(
      number === null
        ? 'Frequency 7 and 8 need the payer’s claim number in REF*F8; no remittance on file carries one: ask the payer.'
        : `Frequency 7 and 8 need the payer’s claim number in REF*F8: ${number.value}.`,
    );
  }
  if (number !== null && plain(payerClaimNumber) !== plain(number.value)) {
    return refused(`REF*F8 must be the payer’s number of its last decision, ${number.value}.`);
  }
  return null;
}

/** Every change that pays more is one that another person approved, to the letter. */
function secondPersonProblem(
  { correction }: Pick<Denial, 'correction'>,
  raising: readonly RaisingChange[],
): SendingProblem | null {
  const approved = correction?.secondPersonAt == null ? [] : correction.changes;
  const open = raising.find(
    ({ field, line, after }) =>
      !approved.some((each) => each.field === field && each.line === line && each.after === after),
  );
  return open === undefined
    ? null
    : {
        code: 'SECOND_PERSON_NEEDED',
        sentence: `${open.because} Propose this correction with a citation of the record first: another person decides it before it is sent.`,
        field: 'changes',
      };
}

function plain(number: string): string {
  return number.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}
