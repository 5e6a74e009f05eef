import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/event.ts';
import type { PracticeId } from '../ids.ts';
import type { Payee, RemittanceHeader } from './remittance.ts';

/**
 * Whose money it is: the payee's NPI, else its TIN, else 'unknown'.
 *
 * @example
 * practiceIdOf({ npi: null, tin: '123456789', name: 'X' }) // '123456789'
 */
export function practiceIdOf(payee: Payee): PracticeId {
  return (payee.npi ?? payee.tin ?? 'unknown') as PracticeId;
}

/**
 * SHA-256 (hex) over what names a remittance in business: payer, payee, TRN02, BPR16 and BPR02. Two remittances
 * of different content must not share it, except where no money moves: there payers use one number again.
 */
export function businessIdentityOf(header: RemittanceHeader): string {
  const { payer, payee, traceNumber, paidOn, paymentCents } = header;
  return createHash('sha256')
    .update(canonicalJson([payer.id, practiceIdOf(payee), traceNumber, paidOn, paymentCents]))
    .digest('hex');
}
