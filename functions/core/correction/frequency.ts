import * as z from 'zod';
import type { Mechanism } from '../denial/decision.ts';
import { type Adjudication, decidedOn, ownNumberOf, remarksOf } from '../family/adjudication.ts';
import type { Family } from '../family/relate.ts';
import type { DenialId } from '../ids.ts';

/** CLM05-3 of what a biller sent: 1 original, 7 replacement, 8 void; `none` = no claim, as in a reopening by telephone. */
export const frequencySchema = z.enum(['1', '7', '8', 'none']);
export type Frequency = z.infer<typeof frequencySchema>;

/** The payer's number of its last decision about the claim: what REF*F8 has to say. */
export interface PayerClaimNumber {
  readonly value: string;
  /** Of the decision that carries it (CLP07). */
  readonly decidedOn: string | null;
}

/** The payer's number of the last decision in the episode of a denial; null where no remittance carries one. */
export function payerClaimNumberOf<A extends Adjudication>(
  denialId: DenialId,
  { members }: Family<A>,
): PayerClaimNumber | null {
  const episode = members.find(({ id }) => id === denialId)?.episode;
  const last = members
    .filter(
      (each) => each.episode === episode && each.standing !== 'reversal' && each.standing !== 'duplicate',
    )
    .findLast(({ adjudication }) => ownNumberOf(adjudication) !== null)?.adjudication;
  return last === undefined
    ? null
    : { value: last.claim.payerClaimControlNumber.trim(), decidedOn: decidedOn(last) };
}

/** What bears on how a claim may be sent. */
export interface SendingCase {
  readonly mechanism: Mechanism;
  readonly mechanismSays: string;
  readonly number: PayerClaimNumber | null;
  readonly payment: Adjudication;
}

/** One way to send, with whether the case allows it and why, or why not, in words. */
export interface FrequencyRuling {
  readonly frequency: Frequency;
  readonly allowed: boolean;
  readonly says: string;
}

/** N779: the payer has not finished the first one. */
const TOO_EARLY = 'N779';

/**
 * Whether each frequency may be sent. A claim that was adjudicated is never sent again as an original where it would
 * deny as a duplicate (CARC 18); nothing is replaced or voided that the payer never adjudicated.
 */
export function frequencyRulings(about: SendingCase): readonly FrequencyRuling[] {
  return frequencySchema.options.map((frequency) => {
    const refusal = refusalOf(frequency, about);
    return { frequency, allowed: refusal === null, says: refusal ?? allowance(frequency, about) };
  });
}

function refusalOf(frequency: Frequency, about: SendingCase): string | null {
  switch (frequency) {
    case '1':
      return asOriginal(about);
    case '7':
    case '8':
      return ofTheSameClaim(frequency, about);
    case 'none':
      return about.mechanism === 'reopening' || about.mechanism === 'none'
        ? null
        : `This payer wants a claim, not a request. ${about.mechanismSays}`;
  }
}

function asOriginal({ mechanism, mechanismSays, number, payment }: SendingCase): string | null {
  if (mechanism === 'new_claim' || mechanism === 'void_and_new') return null;
  const day = decidedOn(payment);
  const known = number === null ? '' : `, its number ${number.value}`;
  return `The payer adjudicated this claim${day === null ? '' : ` on ${day}`}${known}: sent again as an original (frequency 1) it denies as a duplicate (CARC 18). ${mechanismSays}`;
}

/** Why a claim of this frequency is none for a mechanism; null = it may be one. */
const NONE_FOR: { readonly [F in '7' | '8']: { readonly [M in Mechanism]: string | null } } = {
  '7': {
    replacement: null,
    adjustment: null,
    none: null,
    new_claim: 'There is nothing to replace.',
    void_and_new: 'The payer does not take a replacement here.',
    reopening: 'Original Medicare takes no replacement (frequency 7) from this kind of provider.',
  },
  '8': {
    replacement: null,
    adjustment: null,
    none: null,
    new_claim: 'There is nothing to void.',
    // With the void alone on record its reversal would end the denial, and nobody would send the new claim.
    void_and_new:
      'The void is the first half: send the new claim too, and record that one with the reference of the void.',
    reopening: 'Original Medicare voids no claim of this kind.',
  },
};

function ofTheSameClaim(
  frequency: '7' | '8',
  { mechanism, mechanismSays, payment }: SendingCase,
): string | null {
  const refusal = NONE_FOR[frequency][mechanism];
  return refusal === null ? unfinished(payment) : `${refusal} ${mechanismSays}`;
}

function unfinished(payment: Adjudication): string | null {
  return remarksOf(payment).has(TOO_EARLY)
    ? 'The payer has not finished the first claim (N779): wait for its remittance.'
    : null;
}

function allowance(frequency: Frequency, { mechanism, mechanismSays }: SendingCase): string {
  switch (frequency) {
    case '1':
      return mechanism === 'void_and_new' ? `Only after the void is done. ${mechanismSays}` : mechanismSays;
    case '8':
      return 'Only where the claim should never have been sent: it takes the whole claim back, with what was paid.';
    case '7':
    case 'none':
      return mechanismSays;
  }
}
