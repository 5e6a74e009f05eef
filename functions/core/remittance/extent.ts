/** The standard allows 99 CAS a line and 999 lines; real claims have some thousand elements. */
export const MOST_ELEMENTS = 400_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** Whether one claim, or one payment outside its claims, is more than is held in memory at once. */
export function isTooLarge(elements: number, bytes: number): boolean {
  return elements > MOST_ELEMENTS || bytes > MOST_BYTES;
}
