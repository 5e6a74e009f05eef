import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FileKind, GeneratedPiece } from '../../functions/core/generate/generate.ts';
import { payerEntries } from '../../functions/core/generate/payers.ts';
import type { GeneratedSums } from '../../functions/core/generate/sums.ts';

/** The files of a folder. Nothing in their names or bytes comes from anyone. */
export const FILE_NAMES: Readonly<Record<FileKind, string>> = {
  '835': 'remittances.835',
  '837P': 'professional-claims.837',
  '837I': 'institutional-claims.837',
  '277CA': 'acknowledgements.277',
};
export const SUMS_NAME = 'sums.json';
export const PAYERS_NAME = 'payers.json';

/** Takes the pieces as they come and waits where the taker is slower: memory does not grow with the run. */
export interface Output {
  take(piece: GeneratedPiece): Promise<void>;
  close(sums: GeneratedSums): Promise<void>;
}

/** All kinds one after the other, as they come, to standard output. */
export function standardOutput(): Output {
  return {
    take: ({ text }) => write(process.stdout, text),
    close: async () => {},
  };
}

/** One file a kind, with the sums and the payer registry beside them. Files of these names are replaced. */
export function folderOutput(folder: string, kinds: readonly FileKind[]): Output {
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    kinds.map((kind) => [kind, createWriteStream(path.join(folder, FILE_NAMES[kind]))] as const),
  );
  // An error of a file that nobody waits for at the moment must not be lost: it is kept for the end.
  const ends = [...files.values()].map((file) => finished(file));
  const allEnded = Promise.all(ends);
  allEnded.catch(() => {});
  return {
    take: async ({ kind, text }) => {
      const file = files.get(kind);
      if (file !== undefined) await write(file, text);
    },
    close: async (sums) => {
      for (const file of files.values()) file.end();
      await allEnded;
      writeSums(path.join(folder, SUMS_NAME), sums);
      writeFileSync(path.join(folder, PAYERS_NAME), `${JSON.stringify(payerEntries(), null, 2)}\n`);
    },
  };
}

export function writeSums(file: string, sums: GeneratedSums): void {
  writeFileSync(file, `${JSON.stringify(sums, null, 2)}\n`);
}

async function write(to: Writable, text: string): Promise<void> {
  if (!to.write(text, 'latin1')) await once(to, 'drain');
}
