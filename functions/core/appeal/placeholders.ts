/** A hole that a template left. */
const HOLE = /⟦[^⟧]*⟧/gu;
/** What looks like one, as a biller or a template's author types it. */
const LIKE_A_HOLE = /\[\[|\]\]|\{\{|\}\}|_{4,}|\bT(?:BD|ODO)\b/gu;

/**
 * What is still open in a letter, each once, in the order of the letter. Approval is refused while there is one.
 *
 * What is only like a hole is none where a record has it (a payer may be called "TBD Health"), unless it was typed too.
 *
 * @param records texts that the letter repeats from records
 * @param typed what a person wrote
 * @example
 * openPlaceholders('<p>⟦MISSING: member id⟧ and ⟦FILL IN: rule⟧</p>') // ['MISSING: member id', 'FILL IN: rule']
 */
export function openPlaceholders(
  markup: string,
  { records, typed }: { readonly records: readonly string[]; readonly typed: readonly string[] } = {
    records: [],
    typed: [],
  },
): readonly string[] {
  // Invisible characters within a word do not print.
  const text = markup.replace(/<[^>]*>/g, ' ').replaceAll(/\p{Cf}/gu, '');
  const recorded = new Set(records.flatMap((each) => each.match(LIKE_A_HOLE) ?? []));
  const written = new Set(typed.flatMap((each) => each.match(LIKE_A_HOLE) ?? []));
  const found = [...text.matchAll(new RegExp(`${HOLE.source}|${LIKE_A_HOLE.source}`, 'gu'))]
    .map(([hole]) => hole)
    .filter((hole) => hole.startsWith('⟦') || !recorded.has(hole) || written.has(hole));
  return [...new Set(found.map((hole) => hole.replace(/^⟦|⟧$/gu, '')))];
}

/**
 * Every text in a record, however deep.
 *
 * @example
 * textsIn({ member: { name: 'DOE' }, lines: [{ code: '99213' }] }) // ['DOE', '99213']
 */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const NAMED_AT_MOST = 10;

/**
 * Characters that a letter cannot print, as one more thing that is open in it: named with their code, for one who
 * cannot see what was typed. None where there are none.
 *
 * @example
 * unprintableCharacters(['😀']) // ['CHARACTERS that cannot be printed: 😀 (U+1F600)']
 */
export function unprintableCharacters(characters: readonly string[]): readonly string[] {
  if (characters.length === 0) return [];
  const named = characters.slice(0, NAMED_AT_MOST).map((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return /\p{C}/u.test(character) ? code : `${character} (${code})`;
  });
  const others = characters.length - named.length;
  const rest = others === 0 ? '' : ` and ${others} more`;
  return [`CHARACTERS that cannot be printed: ${named.join(', ')}${rest}`];
}
