/**
 * Modifiers as a person writes them: two characters each, separated by blanks, commas or colons; only blanks where none
 * stands there any more. Null where it is anything else, so that "2559" is never read as no modifier that raises.
 *
 * @example
 * readModifiers('25, 59') // ['25', '59']
 */
export function readModifiers(text: string): readonly string[] | null {
  const codes = text
    .toUpperCase()
    .split(/[\s,:]+/)
    .filter((code) => code !== '');
  return codes.every((code) => /^[0-9A-Z]{2}$/.test(code)) ? codes : null;
}

/**
 * Units or dollars as a person writes them; null where it is no number, which is never a low one.
 *
 * @example
 * readQuantity(' 2.5 ') // 2.5
 */
export function readQuantity(text: string): number | null {
  const written = text.trim();
  return /^\d+(?:\.\d+)?$/.test(written) ? Number(written) : null;
}
