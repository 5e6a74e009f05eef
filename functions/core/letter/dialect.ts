/** The elements of a letter's markup, what each may hold, and the classes and attributes it may bear. */
export interface ElementRule {
  /** Elements that may stand in it. */
  readonly holds: readonly string[];
  readonly text: boolean;
  readonly classes: readonly string[];
  readonly attributes: readonly string[];
}

const INLINE = ['strong', 'em', 'br'];
const IN_SECTION = ['p', 'h2', 'h3', 'ul', 'ol', 'table'];
const BODY = ['address', 'h1', ...IN_SECTION, 'section'];

/** What a letter itself may hold, in any order; only `header` and `footer` at most once. */
export const TOP: ElementRule = rule({ holds: ['header', ...BODY, 'footer'] });

export const ELEMENTS: ReadonlyMap<string, ElementRule> = new Map([
  ['header', rule({ holds: ['p'] })],
  ['address', words()],
  ['h1', words()],
  ['h2', words()],
  ['h3', words()],
  ['p', words({ classes: ['name', 'passage', 'lead-in', 'line'] })],
  ['ul', rule({ holds: ['li'] })],
  ['ol', rule({ holds: ['li'] })],
  ['li', words()],
  ['table', rule({ holds: ['tr'], classes: ['claim'] })],
  ['tr', rule({ holds: ['th', 'td'], classes: ['disputed'] })],
  ['th', words({ classes: ['amount'], attributes: ['scope', 'colspan'] })],
  ['td', words({ classes: ['amount'], attributes: ['colspan'] })],
  ['section', rule({ holds: IN_SECTION, classes: ['form', 'signature', 'enclosures'] })],
  ['footer', words()],
  ['strong', words({ holds: ['br'] })],
  ['em', words({ holds: ['br'] })],
  ['br', rule({})],
]);

function rule(given: Partial<ElementRule>): ElementRule {
  return { holds: [], text: false, classes: [], attributes: [], ...given };
}

function words(given: Partial<ElementRule> = {}): ElementRule {
  return rule({ text: true, holds: INLINE, ...given });
}
