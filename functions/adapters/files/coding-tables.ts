import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type CodingTableStore, type LoadedRelease, TableDamagedError } from '../../ports/coding-tables.ts';
import { loadedReleasesSchema } from '../loaded-release.ts';

/**
 * Tables in a folder: `releases.json`, and one file a part under `<table>/<releaseId>/`. For the command line.
 *
 * @throws {TableDamagedError} on reading what is not as it was written here
 */
export function codingTableFolder(folder: string): CodingTableStore {
  const index = path.join(folder, 'releases.json');
  const folderOf = ({ table, releaseId }: Pick<LoadedRelease, 'table' | 'releaseId'>) =>
    path.join(folder, table, releaseId);
  const fileOf = (release: Pick<LoadedRelease, 'table' | 'releaseId'>, key: string) =>
    path.join(folderOf(release), `${key}.json`);
  async function releases(): Promise<readonly LoadedRelease[]> {
    const text = await readIfThere(index);
    return text === null ? [] : parsed(index, text, loadedReleasesSchema);
  }

  return {
    releases,
    async setReleases(releases) {
      await mkdir(folder, { recursive: true });
      await writeFile(`${index}.new`, `${JSON.stringify(releases, null, 1)}\n`);
      await rename(`${index}.new`, index);
    },
    async readPart(release, key) {
      const file = fileOf(release, key);
      const text = await readIfThere(file);
      if (text !== null) return parsed(file, text, z.array(z.unknown()));
      // A code that the table does not have has no part; a release in force without any was taken away.
      if (await isFolder(folderOf(release))) return null;
      const inForce = await releases();
      if (inForce.some(({ table, releaseId }) => table === release.table && releaseId === release.releaseId))
        throw new TableDamagedError(`${folderOf(release)} is not there`);
      return null;
    },
    async writePart(release, key, rows) {
      const file = fileOf(release, key);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(rows));
    },
  };
}

function parsed<T>(file: string, text: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new TableDamagedError(`${file} is not JSON`);
  }
  const checked = schema.safeParse(data);
  if (checked.success) return checked.data;
  throw new TableDamagedError(`${file} is not as it was written: ${z.prettifyError(checked.error)}`);
}

async function isFolder(name: string): Promise<boolean> {
  return (await stat(name).catch(() => null))?.isDirectory() === true;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return null;
    throw new TableDamagedError(`${file} cannot be read (${error.code})`);
  }
}
