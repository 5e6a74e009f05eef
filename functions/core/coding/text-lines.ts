/** A line that a published table must not have: number from 1, what is wrong, and what to do. */
export interface TableProblem {
  readonly line: number;
  readonly says: string;
}

/** A table is refused with its first problem: half a table would find half of what is wrong. */
export class TableRefusedError extends Error {
  override readonly name = 'TableRefusedError';
  readonly code = 'DEN-1101';
  readonly problem: TableProblem;
  constructor(problem: TableProblem) {
    super(`Line ${problem.line}: ${problem.says}`);
    this.problem = problem;
  }
}

const MOST_LINE_CHARACTERS = 10_000;

/** Bytes in chunks of any size as lines with their numbers; the published tables are Latin-1. Memory: one line. */
export async function* textLinesOf(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  const decoder = new TextDecoder('latin1');
  let rest = '';
  let number = 0;
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      number += 1;
      yield { number, text: line.endsWith('\r') ? line.slice(0, -1) : line };
    }
    if (rest.length > MOST_LINE_CHARACTERS) {
      throw new TableRefusedError({
        line: number + 1,
        says: 'It is too long for a line of a table. Give the text file out of the published archive, not the archive.',
      });
    }
  }
  if (rest !== '') yield { number: number + 1, text: rest };
}
