import { createReadStream } from 'node:fs';

/** The same source for all. */
export function openInChunks(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
