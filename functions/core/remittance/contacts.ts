import { type Kept, keptSegments, textAt } from './kept-elements.ts';
import type { OtherSegment } from './remittance.ts';

export type ContactChannel = 'telephone' | 'extension' | 'fax' | 'email' | 'web' | 'other';

/** One PER: whom to call or write to. */
export interface Contact {
  /** PER01: CX payer's claim office, BL technical department, IC information contact (its web site); as found. */
  readonly purpose: string;
  /** PER02, '' when not sent. */
  readonly name: string;
  /** PER03-08, in order. An extension belongs to the number before it. */
  readonly numbers: readonly { readonly channel: ContactChannel; readonly number: string }[];
}

/** PER03, 05 and 07 (X12 365). */
const CHANNELS: Readonly<Record<string, ContactChannel>> = {
  TE: 'telephone',
  EX: 'extension',
  FX: 'fax',
  EM: 'email',
  UR: 'web',
};
const FIRST_NUMBER = 3;
const NUMBERS = 3;

/**
 * The contacts of a claim (where to call or appeal, loop 2100), or of the payment (1000A), in file order.
 *
 * @example
 * contactsOf(claim) // [{ purpose: 'CX', name: 'APPEALS', numbers: [{ channel: 'telephone', number: '8005551234' }] }]
 */
export function contactsOf(of: Kept): readonly Contact[] {
  return keptSegments(of, 'PER').map((per) => ({
    purpose: textAt(per, 1).toUpperCase(),
    name: textAt(per, 2),
    numbers: numbersOf(per),
  }));
}

function numbersOf(per: OtherSegment): Contact['numbers'] {
  return Array.from({ length: NUMBERS }, (_, nth) => {
    const at = FIRST_NUMBER + 2 * nth;
    const channel = CHANNELS[textAt(per, at).toUpperCase()] ?? 'other';
    return { channel, number: textAt(per, at + 1) };
  }).filter(({ number }) => number !== '');
}
