/** Anything that looks like a hole left in the text, whoever left it: the template, or a biller who types TBD. */
const PLACEHOLDER = /⟦[^⟧]*⟧|\[\[|\]\]|\{\{|\}\}|_{4,}|\bT(?:BD|ODO)\b/gu;

/**
 * What is still open in a letter, each once, in the order of the letter. Approval is refused while there is one.
 *
 * @example
 * openPlaceholders('<p>⟦MISSING: member id⟧ and ⟦FILL IN: rule⟧</p>') // ['MISSING: member id', 'FILL IN: rule']
 */
export function openPlaceholders(markup: string): readonly string[] {
  const text = markup.replace(/<[^>]*>/g, ' ');
  const found = text.match(PLACEHOLDER) ?? [];
  return [...new Set(found.map((hole) => hole.replace(/^⟦|⟧$/gu, '')))];
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
