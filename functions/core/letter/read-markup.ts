import { ELEMENTS, type ElementRule, TOP } from './dialect.ts';

/** The markup is not of the dialect: a fault of a template, since every value in it is escaped. */
export class LetterMarkupError extends Error {
  override readonly name = 'LetterMarkupError';
  readonly code = 'DEN-2006';
  readonly line: number;
  readonly column: number;

  constructor(problem: string, markup: string, at: number) {
    const before = markup.slice(0, at).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    super(`line ${line}, column ${column}: ${problem}`);
    this.line = line;
    this.column = column;
  }
}

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

// What Handlebars writes for the characters it escapes, and no other.
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&#x60;', '`'],
  ['&#x3D;', '='],
]);

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>|&[^;\s<&]*;|[^<&]+|[<&]/g;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;

/**
 * The elements of a letter, each where the dialect allows it.
 *
 * @throws LetterMarkupError that names line and column.
 */
export function readMarkup(markup: string): readonly (Element | string)[] {
  const top: Element = { tag: 'letter', attributes: new Map(), children: [] };
  const open: Element[] = [top];

  for (const token of markup.matchAll(TOKEN)) {
    const [source, slash, tag, attributes = ''] = token;
    const fail = (problem: string): never => {
      throw new LetterMarkupError(problem, markup, token.index);
    };
    const within = open.at(-1) ?? top;
    if (tag === undefined) {
      const text = source.startsWith('&') ? ENTITIES.get(source) : source === '<' ? undefined : source;
      const shown = markup.slice(token.index, token.index + 20);
      if (text === undefined) fail(`"${shown}" is neither text nor an element of a letter`);
      else if (text.trim() !== '' && !ruleOf(within.tag).text) fail(`<${within.tag}> holds no text`);
      else within.children.push(text);
    } else if (slash === '/') {
      if (within.tag !== tag || open.length === 1) fail(`</${tag}> closes nothing`);
      open.pop();
    } else {
      const element = { tag, attributes: attributesOf(tag, attributes, fail), children: [] };
      if (!ELEMENTS.has(tag)) fail(`<${tag}> is no element of a letter`);
      if (!ruleOf(within.tag).holds.includes(tag)) fail(`<${tag}> may not stand in <${within.tag}>`);
      within.children.push(element);
      if (tag !== 'br') open.push(element);
    }
  }
  if (open.length > 1) {
    throw new LetterMarkupError(`<${open.at(-1)?.tag}> is not closed`, markup, markup.length);
  }
  return top.children;
}

function attributesOf(
  tag: string,
  source: string,
  fail: (problem: string) => never,
): ReadonlyMap<string, string> {
  const { classes, attributes } = ruleOf(tag);
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (found.has(name)) fail(`<${tag}> has ${name} twice`);
    if (name === 'class' ? !classes.includes(value) : !attributes.includes(name)) {
      fail(`<${tag}> takes no ${name}="${value}"`);
    }
    found.set(name, value);
  }
  if (tag === 'th' && !['col', 'row'].includes(found.get('scope') ?? '')) {
    fail('<th> needs scope="col" or scope="row"');
  }
  if (tag === 'section' && !found.has('class')) fail('<section> needs a class');
  if (!/^[1-9]?$/.test(found.get('colspan') ?? '')) fail('colspan is a digit from 1');
  return found;
}

function ruleOf(tag: string): ElementRule {
  return ELEMENTS.get(tag) ?? TOP;
}
