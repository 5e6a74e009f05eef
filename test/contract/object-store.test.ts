import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { MemoryObjectStore } from '../../functions/adapters/memory/object-store.ts';
import { s3Client, s3ObjectStore } from '../../functions/adapters/s3/object-store.ts';
import type { ObjectStore } from '../../functions/ports/object-store.ts';
import { endpoint } from './support/targets.ts';

async function s3(): Promise<ObjectStore> {
  const client = s3Client(true);
  const run = randomUUID().slice(0, 8);
  const buckets = { inbox: `contract-inbox-${run}`, archive: `contract-archive-${run}` };
  for (const Bucket of Object.values(buckets)) {
    await client.send(new CreateBucketCommand({ Bucket }));
    await client.send(
      new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    );
  }
  return s3ObjectStore(client, buckets);
}

const targets = [
  { name: 'memory', skip: false, make: async (): Promise<ObjectStore> => new MemoryObjectStore() },
  { name: 's3 (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: s3 },
];

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe.for(targets)('the object store: $name', ({ skip, make }) => {
  let objects: ObjectStore;
  beforeAll(async () => {
    if (!skip) objects = await make();
  });
  const put = (key: string, text: string) =>
    objects.put({ bucket: 'inbox', key, body: bytesOf(text), contentType: 'text/plain' });

  test.skipIf(skip)('keeps every version of a key apart', async () => {
    const first = await put('a.835', 'one');
    const second = await put('a.835', 'two');
    expect(await objects.read(first)).toEqual(bytesOf('one'));
    expect(await objects.read(second)).toEqual(bytesOf('two'));
    expect(await objects.newest('inbox', 'a.835')).toEqual(second);
  });

  test.skipIf(skip)('finds the newest version with its length, and nothing where there is none', async () => {
    await put('found.835', 'one');
    const newest = await put('found.835', 'three');
    expect(await objects.find('inbox', 'found.835')).toEqual({ ...newest, byteLength: 5 });
    expect(await objects.find('inbox', 'never-put.835')).toBeNull();
  });

  test.skipIf(skip)('streams a version in order', async () => {
    const text = `${'x'.repeat(150_000)}end`;
    const object = await put('long.835', text);
    let read = '';
    for await (const chunk of await objects.stream(object)) read += new TextDecoder().decode(chunk);
    expect(read).toBe(text);
  });

  test.skipIf(skip)('streams a range of a version and nothing else', async () => {
    await put('ranged.835', 'another version, longer than the first');
    const object = await put('ranged.835', `${'x'.repeat(100_000)}<in here>${'y'.repeat(100_000)}`);
    await put('ranged.835', 'a later version');
    const read = async (byteStart: number, byteEnd: number) => {
      let text = '';
      for await (const chunk of await objects.stream(object, { byteStart, byteEnd })) {
        text += new TextDecoder().decode(chunk);
      }
      return text;
    };
    expect(await read(100_000, 100_009)).toBe('<in here>');
    expect(await read(0, 1)).toBe('x');
    expect(await read(200_008, 200_009)).toBe('y');
    expect((await read(0, 200_009)).length).toBe(200_009);
  });

  test.skipIf(skip)('streams nothing of an empty object', async () => {
    let length = 0;
    for await (const chunk of await objects.stream(await put('empty', ''))) length += chunk.length;
    expect(length).toBe(0);
  });

  test.skipIf(skip)('copies that very version, whatever the object is called', async () => {
    for (const key of ['plain', 'with spaces', 'a+b%20c', 'é-漢.835', 'deep/er?&#.835']) {
      const old = await put(key, `old ${key}`);
      await put(key, 'new');
      const copy = await objects.copy(old, { bucket: 'archive', key: 'copied' });
      expect(await objects.read(copy), key).toEqual(bytesOf(`old ${key}`));
    }
  });
});
