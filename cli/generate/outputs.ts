import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** So much is made while the disk is still writing. */
const WRITE_AHEAD_BYTES = 4 * 1024 * 1024;

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

/**
 * One file a kind, with the sums and the payer registry beside them. Files of these names from before are replaced; a
 * kind of which the run has nothing gets no file, because an empty one is an error to whoever reads it.
 */
export function folderOutput(folder: string): Output {
  mkdirSync(folder, { recursive: true });
  for (const name of Object.values(FILE_NAMES)) rmSync(path.join(folder, name), { force: true });
  const files = new Map<FileKind, OpenFile>();
  return {
    take: async ({ kind, text }) => {
      let file = files.get(kind);
      if (file === undefined) {
        file = openFile(path.join(folder, FILE_NAMES[kind]));
        files.set(kind, file);
      }
      await write(file.stream, text);
    },
    close: async (sums) => {
      for (const { stream } of files.values()) stream.end();
      await Promise.all([...files.values()].map(({ ended }) => ended));
      writeSums(path.join(folder, SUMS_NAME), sums);
      writeFileSync(path.join(folder, PAYERS_NAME), `${JSON.stringify(payerEntries(), null, 2)}\n`);
    },
  };
}

interface OpenFile {
  readonly stream: Writable;
  readonly ended: Promise<void>;
}

function openFile(name: string): OpenFile {
  const stream = createWriteStream(name, { highWaterMark: WRITE_AHEAD_BYTES });
  const ended = finished(stream);
  // An error while nobody waits for this file is not lost: the next write or the close reports it.
  ended.catch(() => {});
  return { stream, ended };
}

export function writeSums(file: string, sums: GeneratedSums): void {
  writeFileSync(file, `${JSON.stringify(sums, null, 2)}\n`);
}

async function write(to: Writable, text: string): Promise<void> {
  if (!to.write(text, 'latin1')) await once(to, 'drain');
}
