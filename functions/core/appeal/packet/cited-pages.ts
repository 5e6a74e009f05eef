// "Encl. 3, p. 2", "Enclosure 3, pp. 2-4", "Enclosures 3".
const CITED =
  /\bEncl(?:osure)?s?\.?\s+(\d{1,3})\b(?:,?\s*(?:pp?\.|pages?)\s*(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?)?/giu;

/**
 * Citations in a letter of enclosures, or pages of them, that are not in the packet: each once, in words.
 *
 * @param text of the letter, with or without its markup
 * @param pages of each enclosure, by its number
 * @example
 * citedInVain('as shown in Encl. 2, p. 9', new Map([[1, 1], [2, 4]]))
 * // ['ENCLOSURE 2, p. 9 is cited, and it has 4 pages']
 */
export function citedInVain(text: string, pages: ReadonlyMap<number, number>): readonly string[] {
  const words = text.replace(/<[^>]*>/g, ' ').replaceAll('\u00a0', ' ');
  const found = [...words.matchAll(CITED)].flatMap(([, enclosure = '', first, last]) => {
    const has = pages.get(Number(enclosure));
    if (has === undefined) return [`ENCLOSURE ${Number(enclosure)} is cited, and is not in the packet`];
    const page = Math.max(Number(first ?? 1), Number(last ?? 1));
    if (page <= has && Number(first ?? 1) > 0) return [];
    return [
      `ENCLOSURE ${Number(enclosure)}, p. ${page} is cited, and it has ${has === 1 ? '1 page' : `${has} pages`}`,
    ];
  });
  return [...new Set(found)];
}
