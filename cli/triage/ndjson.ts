import { once } from 'node:events';
import type { TriageLine } from './lines.ts';

/** Writes one JSON object a line to standard output and waits where the reader of the pipe is slower. */
export async function writeNdjson(batches: AsyncIterable<readonly TriageLine[]>): Promise<void> {
  for await (const lines of batches) {
    if (lines.length === 0) continue;
    if (!process.stdout.write(textOfLines(lines))) await once(process.stdout, 'drain');
  }
}

/** The lines as NDJSON, each with its line end. */
export function textOfLines(lines: readonly TriageLine[]): string {
  let text = '';
  for (const line of lines) text += `${JSON.stringify(line)}\n`;
  return text;
}
