import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Tables } from '../../fixtures/empty-tables.ts';
import type { Buckets } from './receive.ts';

/** Memory of the ingest function (infra/stacks/ingest-stack.ts). */
export const LAMBDA_MB = 1769;

export interface BigObject {
  readonly tables: Tables;
  readonly buckets: Buckets;
  readonly key: string;
  readonly versionId: string;
}

/** What the process tells that inspected, divided, and loaded the first and the last part. */
export interface BigObjectFigures {
  readonly parts: number;
  readonly remittances: number;
  readonly claims: number;
  readonly divideSeconds: number;
  /** Resident memory at its highest, so far and at the end. */
  readonly dividePeakMB: number;
  readonly peakMB: number;
  readonly partSeconds: readonly number[];
  readonly storedClaims: number;
}

/** Does it in a process of its own, so that the memory is that of ingest and of nothing else. */
export function firstAndLastPart(object: BigObject): Promise<BigObjectFigures> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'big-object-process.ts');
    const child = spawn(process.execPath, [script, JSON.stringify(object)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as BigObjectFigures);
      else reject(new Error(`The ingest process ended with ${code}.`));
    });
  });
}
