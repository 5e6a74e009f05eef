import type { Block, Cell, Inline, Letter, Paragraph, Row, SectionRole, Weight } from './letter.ts';
import { type Element, LetterMarkupError, readMarkup } from './read-markup.ts';

/**
 * A letter from its markup, the restricted HTML that templates render (docs/reference/letters.md). White space is
 * folded as in HTML; in a passage and in an address a line break stays one, and an empty line parts paragraphs. What
 * holds no words is left out.
 *
 * @throws LetterMarkupError where the markup is not of the dialect.
 * @example
 * parseLetter('<h1>Appeal</h1><p>Claim <strong>7</strong></p>').body.length // 2
 */
export function parseLetter(markup: string): Letter {
  const elements = elementsIn(readMarkup(markup));
  const only = (tag: string): Element | null => {
    const [first = null, second] = elements.filter((element) => element.tag === tag);
    if (second !== undefined) throw new LetterMarkupError(`there are two <${tag}>`, markup, 0);
    return first;
  };
  const [header, footer] = [only('header'), only('footer')];
  return {
    letterhead: header === null ? [] : elementsIn(header.children).flatMap(paragraphs),
    body: elements.filter((element) => element !== header && element !== footer).flatMap(blocks),
    footer: footer === null ? [] : inlineOf(footer.children, false),
  };
}

function blocks(element: Element): readonly Block[] {
  switch (element.tag) {
    case 'p':
      return paragraphs(element);
    case 'address': {
      const content = inlineOf(element.children, true);
      return content.length === 0 ? [] : [{ kind: 'address', content }];
    }
    case 'h1':
    case 'h2':
    case 'h3': {
      const content = inlineOf(element.children, false);
      const level = element.tag === 'h1' ? 1 : element.tag === 'h2' ? 2 : 3;
      return content.length === 0 ? [] : [{ kind: 'heading', level, content }];
    }
    case 'ul':
    case 'ol': {
      const items = elementsIn(element.children)
        .map(({ children }) => inlineOf(children, false))
        .filter((content) => content.length > 0);
      return items.length === 0 ? [] : [{ kind: 'list', ordered: element.tag === 'ol', items }];
    }
    case 'table': {
      const rows = elementsIn(element.children)
        .map(rowOf)
        .filter(({ cells }) => cells.length > 0);
      const look = classOf(element) === 'claim' ? 'claim' : 'rows';
      return rows.length === 0 ? [] : [{ kind: 'table', look, rows }];
    }
    default: {
      const role = classOf(element) as SectionRole;
      const inside = elementsIn(element.children).flatMap(blocks);
      return inside.length === 0 ? [] : [{ kind: 'section', role, blocks: inside }];
    }
  }
}

function paragraphs(element: Element): readonly Paragraph[] {
  const role = (classOf(element) ?? 'plain') as Paragraph['role'];
  const parts: Inline[][] = [[]];
  const content = inlineOf(element.children, role === 'passage');
  content.forEach((piece, at) => {
    const emptyLine = piece.kind === 'break' && content[at + 1]?.kind === 'break';
    if (emptyLine && role === 'passage') parts.push([]);
    else if (piece.kind === 'text' || parts.at(-1)?.length !== 0) parts.at(-1)?.push(piece);
  });
  return parts.flatMap((part) => (part.length === 0 ? [] : [{ kind: 'paragraph', role, content: part }]));
}

function rowOf(element: Element): Row {
  return {
    disputed: classOf(element) === 'disputed',
    cells: elementsIn(element.children).map((cell): Cell => {
      const scope = cell.attributes.get('scope');
      return {
        heads: scope === 'col' ? 'column' : scope === 'row' ? 'row' : null,
        amount: classOf(cell) === 'amount',
        columns: Number(cell.attributes.get('colspan') ?? 1),
        content: inlineOf(cell.children, false),
      };
    }),
  };
}

/** Text and breaks in order, white space folded, none at either end of a line. */
function inlineOf(children: readonly (Element | string)[], keepsLines: boolean): readonly Inline[] {
  const found: Inline[] = [];
  const add = (nodes: readonly (Element | string)[], weight: Weight): void => {
    for (const node of nodes) {
      if (typeof node !== 'string') {
        if (node.tag === 'br') found.push({ kind: 'break' });
        else add(node.children, node.tag === 'strong' ? 'strong' : 'emphasis');
        continue;
      }
      const lines = keepsLines ? node.split(/\r\n|\r|\n/) : [node];
      lines.forEach((line, index) => {
        if (index > 0) found.push({ kind: 'break' });
        found.push({ kind: 'text', text: line.replace(/[ \t\r\n\f]+/g, ' '), weight });
      });
    }
  };
  add(children, 'plain');
  return trimmed(merged(found));
}

/** Neighbours of one weight as one text: an escaped character had parted them. */
function merged(content: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = [];
  for (const piece of content) {
    const last = whole.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && last.weight === piece.weight) {
      whole[whole.length - 1] = { ...last, text: last.text + piece.text };
    } else whole.push(piece);
  }
  return whole;
}

function trimmed(content: readonly Inline[]): readonly Inline[] {
  const kept: Inline[] = [];
  content.forEach((piece, at) => {
    if (piece.kind === 'break') {
      kept.push(piece);
      return;
    }
    const before = kept.at(-1);
    const atStart = before === undefined || before.kind === 'break' || before.text.endsWith(' ');
    const next = content[at + 1];
    let text = piece.text.replace(/ {2,}/g, ' ');
    if (atStart) text = text.replace(/^ /, '');
    if (next === undefined || next.kind === 'break') text = text.replace(/ $/, '');
    if (text !== '') kept.push({ ...piece, text });
  });
  while (kept.at(-1)?.kind === 'break') kept.pop();
  while (kept[0]?.kind === 'break') kept.shift();
  return kept;
}

function elementsIn(children: readonly (Element | string)[]): readonly Element[] {
  return children.filter((child) => typeof child !== 'string');
}

function classOf(element: Element): string | undefined {
  return element.attributes.get('class');
}
