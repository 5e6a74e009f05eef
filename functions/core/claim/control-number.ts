/**
 * A control number without leading zeros: partners write the same one with and without.
 *
 * @example
 * withoutZeros('0001') // '1'
 */
export function withoutZeros(controlNumber: string): string {
  return controlNumber.replace(/^0+(?=.)/, '');
}
