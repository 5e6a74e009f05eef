import { type DecisionFact, decisionFactSchema } from '../core/rulebook/simulate/decision-fact.ts';

/** A line of the archive: a fact, or null where it is none. */
export interface FactLine {
  /** From 1. */
  readonly line: number;
  readonly fact: DecisionFact | null;
}

// A claim of 999 lines with every list full has less than half of this.
const MOST_LINE_CHARACTERS = 4_000_000;

/** Decision facts of an NDJSON source, those of each chunk together. Memory: a chunk and a line. */
export async function* readDecisionFacts(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly FactLine[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let isTooLong = false;
  for await (const chunk of bytes) {
    const texts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    const facts: FactLine[] = [];
    for (const text of texts) {
      line += 1;
      if (isTooLong) {
        isTooLong = false;
        continue;
      }
      if (text.trim() !== '') facts.push({ line, fact: factOf(text) });
    }
    // A line that does not end is told once and not kept; what stands after it is read.
    if (isTooLong) rest = '';
    else if (rest.length > MOST_LINE_CHARACTERS) {
      isTooLong = true;
      rest = '';
      facts.push({ line: line + 1, fact: null });
    }
    yield facts;
  }
  rest += decoder.decode();
  if (!isTooLong && rest.trim() !== '') yield [{ line: line + 1, fact: factOf(rest) }];
}

function factOf(text: string): DecisionFact | null {
  try {
    return decisionFactSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
