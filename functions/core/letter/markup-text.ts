const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/**
 * A value as the words of a letter's markup: no value can become an element.
 *
 * @example
 * markupText('Smith & <b>Sons</b>') // 'Smith &amp; &lt;b&gt;Sons&lt;/b&gt;'
 */
export function markupText(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
