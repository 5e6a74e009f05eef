import { gzipSync } from 'node:zlib';

/**
 * A person waits: level 3 sends 3 % less of a queue and takes half as long again, level 6 three times as long. What
 * repeats in a list repeats nearby: a window of 2 kB takes a quarter less time than one of 32 kB, and sends less.
 */
const OPTIONS = { level: 1, windowBits: 11, chunkSize: 256 * 1024 } as const;

/** Text packed by gzip (RFC 1952), as base64: the form in which a function gives back bytes. */
export function gzippedBase64(text: string): string {
  return gzipSync(text, OPTIONS).toString('base64');
}
