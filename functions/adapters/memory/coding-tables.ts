import type { CodingTableStore, LoadedRelease } from '../../ports/coding-tables.ts';

/** Tables in memory. */
export class MemoryCodingTables implements CodingTableStore {
  #releases: readonly LoadedRelease[] = [];
  readonly #parts = new Map<string, readonly unknown[]>();

  async releases(): Promise<readonly LoadedRelease[]> {
    return this.#releases;
  }

  async setReleases(releases: readonly LoadedRelease[]): Promise<void> {
    this.#releases = structuredClone(releases);
  }

  async readPart(release: Pick<LoadedRelease, 'table' | 'releaseId'>, key: string) {
    return this.#parts.get(partKey(release, key)) ?? null;
  }

  async writePart(
    release: Pick<LoadedRelease, 'table' | 'releaseId'>,
    key: string,
    rows: readonly unknown[],
  ): Promise<void> {
    this.#parts.set(partKey(release, key), structuredClone(rows));
  }
}

function partKey({ table, releaseId }: Pick<LoadedRelease, 'table' | 'releaseId'>, key: string): string {
  return `${table}/${releaseId}/${key}`;
}
