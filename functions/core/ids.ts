/** 128 bits of SHA-256 over the normalised ST..SE, as 32 hex digits (ADR-0003). */
export type RemittanceId = string & { readonly __brand: 'RemittanceId' };
/** `<remittanceId>-<CLP ordinal, 4 digits or more>`; of a follow-up of a PLB pair `<remittanceId>P<ordinal>`. */
export type DenialId = string & { readonly __brand: 'DenialId' };
/** The organisation that was paid: the payee's NPI, else its TIN. */
export type PracticeId = string & { readonly __brand: 'PracticeId' };

/**
 * The id of the denial of one ClaimPayment.
 *
 * @example
 * denialIdOf('0f…' as RemittanceId, 3) // '0f…-0003'
 */
export function denialIdOf(remittanceId: RemittanceId, clpOrdinal: number): DenialId {
  return `${remittanceId}-${String(clpOrdinal).padStart(4, '0')}` as DenialId;
}

/**
 * The id of the follow-up of one PLB pair.
 *
 * @example
 * takeBackIdOf('0f…' as RemittanceId, 1) // '0f…P0001'
 */
export function takeBackIdOf(remittanceId: RemittanceId, ordinal: number): DenialId {
  return `${remittanceId}P${String(ordinal).padStart(4, '0')}` as DenialId;
}

/** Whether the id is that of a follow-up of a PLB pair, which has no claim. */
export function isTakeBackId(id: DenialId): boolean {
  return id.charAt(32) === 'P';
}
