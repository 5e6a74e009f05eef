import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';

const HERE = import.meta.dirname;

export interface Contestant {
  readonly name: string;
  readonly file: string;
  /** Shown, but not expected to be right. */
  readonly mayBeWrong?: boolean;
  /** Runs so often at most: it is slow, and its place is clear. */
  readonly mostRuns?: number;
  /** Not at sizes above this: it is slow. */
  readonly mostBytes?: number;
}

export const CONTESTANTS: readonly Contestant[] = [
  { name: 'bare read', file: 'bare-read.ts' },
  { name: 'Buffer.indexOf', file: 'index-of.ts' },
  { name: 'latin1 split', file: 'latin1-split.ts' },
  { name: 'overturn', file: 'overturn.ts' },
  { name: 'overturn triage', file: 'overturn-triage.ts' },
  { name: 'x12-parser + grouper', file: 'x12-parser.ts', mostRuns: 3, mostBytes: 100e6 },
  { name: 'node-x12 stream', file: 'node-x12.ts', mayBeWrong: true, mostRuns: 3, mostBytes: 100e6 },
  { name: 'oxedi stream', file: 'oxedi-stream.py', mostBytes: 100e6 },
];

/** How to start a contestant; null where what it needs is not there. */
export type Start = readonly [command: string, ...args: string[]] | null;

/** Bundles a contestant, so that no time goes into stripping types; a Python one is taken as it is. */
export async function startOf({ file }: Contestant, folder: string, python: string): Promise<Start> {
  const source = join(HERE, 'contestants', file);
  if (file.endsWith('.py')) {
    const hasOxedi = existsSync(python) && spawnSync(python, ['-c', 'import oxedi']).status === 0;
    return hasOxedi ? [python, source] : null;
  }
  const outfile = join(folder, file.replace(/\.ts$/, '.mjs'));
  return [process.execPath, await bundle(source, outfile)];
}
