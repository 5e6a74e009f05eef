/** Anything that looks like a hole left in the text, whoever left it: the template, or a biller who types TBD. */
const PLACEHOLDER = /⟦[^⟧]*⟧|\[\[|\]\]|\{\{|\}\}|_{4,}|\bT(?:BD|ODO)\b/gu;

/**
 * What is still open in a letter, each once, in the order of the letter. Approval is refused while there is one.
 *
 * @example
 * openPlaceholders('<p>⟦MISSING: member id⟧ and ⟦FILL IN: rule⟧</p>') // ['MISSING: member id', 'FILL IN: rule']
 */
export function openPlaceholders(letterHtml: string): readonly string[] {
  const text = letterHtml.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ');
  const found = text.match(PLACEHOLDER) ?? [];
  return [...new Set(found.map((hole) => hole.replace(/^⟦|⟧$/gu, '')))];
}
