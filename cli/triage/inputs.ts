import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** One input of a run: its name as shown, and its bytes. */
export interface TriageInput {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

export type FoundInputs =
  | { readonly kind: 'found'; readonly inputs: readonly TriageInput[] }
  | { readonly kind: 'not_found'; readonly message: string };

/**
 * Files, folders (every file below, in name order, hidden ones left out) and `-` for standard input, resolved
 * against the folder the command was called from.
 */
export async function findInputs(names: readonly string[], cwd: string): Promise<FoundInputs> {
  const inputs: TriageInput[] = [];
  for (const name of names) {
    if (name === '') return { kind: 'not_found', message: 'An input has no name.' };
    if (name === '-') {
      inputs.push({ name, open: () => process.stdin });
      continue;
    }
    const entry = await stat(path.resolve(cwd, name)).catch(() => null);
    if (entry === null) return { kind: 'not_found', message: `There is no file or folder ${name}.` };
    if (!entry.isDirectory()) {
      inputs.push(fileInput(name, cwd));
      continue;
    }
    const below = await filesBelow(name, cwd);
    if (below.length === 0) return { kind: 'not_found', message: `The folder ${name} holds no files.` };
    inputs.push(...below.map((file) => fileInput(file, cwd)));
  }
  return { kind: 'found', inputs };
}

async function filesBelow(folder: string, cwd: string): Promise<readonly string[]> {
  const entries = await readdir(path.resolve(cwd, folder), { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries.map(async (entry) => ({ entry, isFile: await leadsToFile(entry) })),
  );
  return files
    .filter(({ isFile }) => isFile)
    .map(({ entry }) => path.relative(path.resolve(cwd, folder), path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => part.startsWith('.')))
    .sort()
    .map((file) => path.join(folder, file));
}

/** A link to a file counts as one, and so does a broken link: it must not vanish unsaid. Linked folders are not entered. */
async function leadsToFile(entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = await stat(path.join(entry.parentPath, entry.name)).catch(() => null);
  return target === null || target.isFile();
}

function fileInput(name: string, cwd: string): TriageInput {
  return {
    name,
    open: () => chunksOf(path.resolve(cwd, name)),
  };
}

const CHUNK_BYTES = 256 * 1024;

/** The bytes of a file, every chunk in the same memory: a chunk is gone when the next one is asked for. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
