import { expect, test } from 'vitest';
import { type FactLine, readDecisionFacts } from '../../../functions/use-cases/read-decision-facts.ts';

async function linesOf(chunks: readonly string[]): Promise<readonly FactLine[]> {
  async function* bytes() {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk);
  }
  const lines: FactLine[] = [];
  for await (const read of readDecisionFacts(bytes())) lines.push(...read);
  return lines;
}

test('a line too long to be a fact is told once, and the lines after it are read', async () => {
  const long = 'x'.repeat(3_000_000);

  const lines = await linesOf(['null\n', long, long, long, 'x\nnull\n', 'null']);

  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
});

test('a line too long at the end of the file is told once', async () => {
  const long = 'x'.repeat(3_000_000);

  expect((await linesOf([long, long, long])).map(({ line }) => line)).toEqual([1]);
});
