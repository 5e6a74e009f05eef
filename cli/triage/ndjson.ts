import { once } from 'node:events';
import type { TriageLine } from './lines.ts';

/** Writes one JSON object a line to standard output and waits where the reader of the pipe is slower. */
export async function writeNdjson(batches: AsyncIterable<readonly TriageLine[]>): Promise<void> {
  for await (const lines of batches) {
    if (lines.length === 0) continue;
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
