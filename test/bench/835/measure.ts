import { openSync, readSync } from 'node:fs';

/** What a contestant found; what it does not look for stays undefined. Cents. */
export interface Found {
  readonly claims?: number;
  readonly chargeCents?: number;
  readonly paidCents?: number;
  readonly adjustedCents?: number;
  readonly providerAdjustmentCents?: number;
}

/** One run, as a contestant prints it. */
export interface Measured extends Found {
  readonly peakMB: number;
}

/** Runs the work on the file of the command line and prints what it found. Who starts the process takes the time. */
export async function measure(work: (path: string) => Found | Promise<Found>): Promise<void> {
  const path = process.argv[2];
  if (path === undefined) throw new Error('Give the file.');
  const found = await work(path);
  const measured: Measured = { ...found, peakMB: process.resourceUsage().maxRSS / 1024 };
  console.log(JSON.stringify(measured));
}

const CHUNK_BYTES = 256 * 1024;

/** Hands the file over in chunks, all in the same memory: the same source for all that can take it. */
export function readInChunks(path: string, take: (chunk: Buffer) => void): void {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    const length = readSync(file, buffer, 0, buffer.length, null);
    if (length === 0) break;
    take(buffer.subarray(0, length));
  }
}

export function centsOfText(text: string | undefined): number {
  return Math.round(Number(text ?? 0) * 100);
}
