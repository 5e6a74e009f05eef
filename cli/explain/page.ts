import { styleText } from 'node:util';

/** A page of text for a terminal: headings, paragraphs and lists, wrapped to its width. */
export class Page {
  readonly #width: number;
  readonly #lines: string[] = [];

  /** @param width columns; lines never run over it unless a single word does */
  constructor(width: number) {
    this.#width = width;
  }

  title(text: string): void {
    for (const line of wrapped(text, this.#width)) this.#lines.push(styleText('bold', line));
  }

  heading(text: string): void {
    this.#lines.push('', styleText('bold', text));
  }

  paragraph(text: string, indent = 2): void {
    for (const line of wrapped(text, this.#width - indent)) this.#lines.push(`${' '.repeat(indent)}${line}`);
  }

  /** Small print: ids and sources. */
  aside(text: string, indent = 2): void {
    for (const line of wrapped(text, this.#width - indent))
      this.#lines.push(`${' '.repeat(indent)}${styleText('dim', line)}`);
  }

  /** A paragraph that hangs from a mark or a label in a column of its own. */
  item(label: string, text: string, column = 4, indent = 2): void {
    const lines = wrapped(text, this.#width - indent - column);
    const [first = '', ...rest] = lines;
    this.#lines.push(`${' '.repeat(indent)}${label.padEnd(column)}${first}`.trimEnd());
    for (const line of rest) this.#lines.push(`${' '.repeat(indent + column)}${line}`);
  }

  gap(): void {
    this.#lines.push('');
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

// A name out of a file must not move the cursor or ring the bell.
const TERMINAL_CONTROL = /[\p{Cc}--[\n\t]]/gv;

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(TERMINAL_CONTROL, '\uFFFD').split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
