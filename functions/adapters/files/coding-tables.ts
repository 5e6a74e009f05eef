import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { CodingTableStore, LoadedRelease } from '../../ports/coding-tables.ts';
import { loadedReleasesSchema } from '../loaded-release.ts';

/** Tables in a folder: `releases.json`, and one file a part under `<table>/<releaseId>/`. For the command line. */
export function codingTableFolder(folder: string): CodingTableStore {
  const index = path.join(folder, 'releases.json');
  const fileOf = ({ table, releaseId }: Pick<LoadedRelease, 'table' | 'releaseId'>, key: string) =>
    path.join(folder, table, releaseId, `${key}.json`);
  return {
    async releases() {
      const text = await readIfThere(index);
      return text === null ? [] : loadedReleasesSchema.parse(JSON.parse(text));
    },
    async setReleases(releases) {
      await mkdir(folder, { recursive: true });
      await writeFile(`${index}.new`, `${JSON.stringify(releases, null, 1)}\n`);
      await rename(`${index}.new`, index);
    },
    async readPart(release, key) {
      const text = await readIfThere(fileOf(release, key));
      return text === null ? null : z.array(z.unknown()).parse(JSON.parse(text));
    },
    async writePart(release, key, rows) {
      const file = fileOf(release, key);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(rows));
    },
  };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
