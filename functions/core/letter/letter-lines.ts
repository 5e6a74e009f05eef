import type { Block, Inline } from './letter.ts';
import { parseLetter } from './parse-letter.ts';

/**
 * The text of a letter, one line a paragraph, item or row, as it is read from top to bottom. How it looks is not in it.
 *
 * @throws LetterMarkupError where the markup is not of the dialect.
 * @example
 * linesOfLetter('<h1>Appeal</h1><p>Claim <strong>7</strong></p>') // ['Appeal', 'Claim 7']
 */
export function linesOfLetter(markup: string): readonly string[] {
  const { letterhead, body, footer } = parseLetter(markup);
  const lines = [...[...letterhead, ...body].flatMap(linesOf), textOf(footer)];
  return lines.map((line) => line.replaceAll('\u00a0', ' ')).filter((line) => line !== '');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'address':
      return textOf(block.content).split('\n');
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '•'} ${textOf(item)}`);
    case 'table':
      return block.rows.map(({ cells }) => cells.map(({ content }) => textOf(content)).join(' | '));
    case 'section':
      return block.blocks.flatMap(linesOf);
  }
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join('');
}
