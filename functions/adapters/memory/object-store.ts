import type { BucketRole, ByteRange, ObjectStore, ObjectVersion } from '../../ports/object-store.ts';

// Small, so that a reader meets borders in odd places.
const CHUNK_BYTES = 1000;

/** Versioned buckets in memory. */
export class MemoryObjectStore implements ObjectStore {
  readonly #objects = new Map<string, Uint8Array>();
  #versions = 0;

  async stream(object: ObjectVersion, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    const whole = await this.read(object);
    const bytes = range === undefined ? whole : whole.subarray(range.byteStart, range.byteEnd);
    return (async function* () {
      for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
        yield bytes.subarray(start, start + CHUNK_BYTES);
      }
    })();
  }

  async read(object: ObjectVersion): Promise<Uint8Array> {
    const bytes = this.#objects.get(keyOf(object));
    if (bytes === undefined) throw new Error('No such object version.');
    return bytes.slice();
  }

  async find(bucket: BucketRole, key: string) {
    const newest = this.list(bucket).findLast((object) => object.key === key);
    return newest === undefined ? null : { ...newest, byteLength: (await this.read(newest)).byteLength };
  }

  async newest(bucket: BucketRole, key: string): Promise<ObjectVersion> {
    const found = await this.find(bucket, key);
    if (found === null) throw new Error('No such object.');
    const { byteLength, ...newest } = found;
    return newest;
  }

  async put({ bucket, key, body }: Parameters<ObjectStore['put']>[0]): Promise<ObjectVersion> {
    this.#versions += 1;
    const object = { bucket, key, versionId: `v${this.#versions}` };
    this.#objects.set(keyOf(object), body.slice());
    return object;
  }

  async copy(from: ObjectVersion, to: { bucket: BucketRole; key: string }): Promise<ObjectVersion> {
    return this.put({ ...to, body: await this.read(from), contentType: 'application/octet-stream' });
  }

  /** Every version of a bucket, oldest first. */
  list(bucket: BucketRole): readonly ObjectVersion[] {
    return [...this.#objects.keys()]
      .map((key) => JSON.parse(key) as [BucketRole, string, string])
      .filter(([role]) => role === bucket)
      .map(([role, key, versionId]) => ({ bucket: role, key, versionId }));
  }
}

function keyOf({ bucket, key, versionId }: ObjectVersion): string {
  return JSON.stringify([bucket, key, versionId]);
}
