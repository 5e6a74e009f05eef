import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { MemoryObjectStore } from '../../functions/adapters/memory/object-store.ts';
import { MemorySimulationStore } from '../../functions/adapters/memory/simulation-store.ts';
import { s3Client, s3ObjectStore } from '../../functions/adapters/s3/object-store.ts';
import { s3SimulationStore } from '../../functions/adapters/s3/simulation-store.ts';
import type { Layer } from '../../functions/core/rulebook/layer.ts';
import { layerSchema } from '../../functions/core/rulebook/layer.ts';
import type { ObjectStore } from '../../functions/ports/object-store.ts';
import type {
  SimulationRequest,
  SimulationStep,
  SimulationStore,
} from '../../functions/ports/simulations.ts';
import { generatedFacts, layerOf, simulationOf, tallyOf } from '../fixtures/decision-facts.ts';
import { endpoint } from './support/targets.ts';

interface Archive {
  readonly simulations: SimulationStore;
  /** The archive that the simulations read. */
  readonly objects: ObjectStore;
}

async function s3(): Promise<Archive> {
  const client = s3Client(true);
  const archive = `contract-simulations-${randomUUID().slice(0, 8)}`;
  await client.send(new CreateBucketCommand({ Bucket: archive }));
  await client.send(
    new PutBucketVersioningCommand({ Bucket: archive, VersioningConfiguration: { Status: 'Enabled' } }),
  );
  return { simulations: s3SimulationStore(client, archive), objects: s3ObjectStore(client, { archive }) };
}

async function memory(): Promise<Archive> {
  const objects = new MemoryObjectStore();
  return { simulations: new MemorySimulationStore(objects), objects };
}

const targets = [
  { name: 'memory', skip: false, make: memory },
  { name: 's3 (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: s3 },
];

const layer: Layer = layerSchema.parse(layerOf({ carcs: ['50'], route: 'documentation' }));
const newId = () => randomUUID().replaceAll('-', '');
const aRequest = (): SimulationRequest => ({
  simulationId: newId(),
  startedAt: '2026-11-10T12:00:00.000Z',
  startedBy: 'manager',
  release: '2026.11.1',
  presentLayer: null,
  proposedLayer: layer,
  payers: [],
  from: '2026-11-01',
  until: null,
  asOf: '2026-11-10',
});

const tally = tallyOf(await generatedFacts(60), simulationOf(layer)).data();
const aStep = (step: number): SimulationStep => ({
  step,
  state: 'running',
  after: `facts/2026-11-0${step}/${'a'.repeat(32)}/0000001-0002000.ndjson`,
  covered: { remittanceId: 'a'.repeat(32), lastOrdinal: 2000 },
  tally,
});

describe.for(targets)('the store of simulations: $name', ({ skip, make }) => {
  let simulations: SimulationStore;
  let objects: ObjectStore;
  beforeAll(async () => {
    if (!skip) ({ simulations, objects } = await make());
  });
  const archive = (key: string, text = 'x') =>
    objects.put({
      bucket: 'archive',
      key,
      body: new TextEncoder().encode(text),
      contentType: 'application/x-ndjson',
    });
  async function keysBehind(after: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const key of simulations.factKeys(after)) keys.push(key);
    return keys;
  }

  test.skipIf(skip)('gives back a request as it was kept, and knows no other', async () => {
    const request = aRequest();
    await simulations.keepRequest(request);
    expect(await simulations.request(request.simulationId)).toEqual(request);
    expect(await simulations.request(newId())).toBeNull();
  });

  test.skipIf(skip)('keeps every step with its figures, and the one kept last as the latest', async () => {
    const id = newId();
    expect(await simulations.latest(id)).toBeNull();
    expect(await simulations.step(id, 1)).toBeNull();
    await simulations.keepStep(id, aStep(1));
    await simulations.keepStep(id, { ...aStep(2), state: 'done', after: null, covered: null });
    expect(tally.examples).not.toEqual([]);
    expect(await simulations.step(id, 1)).toEqual(aStep(1));
    expect(await simulations.latest(id)).toEqual({ ...aStep(2), state: 'done', after: null, covered: null });
    expect(await simulations.step(id, 3)).toBeNull();
    expect(await simulations.latest(newId())).toBeNull();
  });

  test.skipIf(skip)('keeps a step that is taken again once', async () => {
    const id = newId();
    await simulations.keepStep(id, aStep(1));
    await simulations.keepStep(id, aStep(1));
    expect(await simulations.latest(id)).toEqual(aStep(1));
  });

  test.skipIf(skip)(
    'lists the keys of facts in order, each once, and nothing else of the archive',
    async () => {
      const keys = ['facts/2026-01-02/b', 'facts/2026-01-02/a', 'facts/undated/a', 'facts/2025-12-31/z'];
      for (const key of [...keys, 'facts/2026-01-02/a', 'factory', 'remittances/x', 'simulations/x']) {
        await archive(key);
      }
      await simulations.keepRequest(aRequest());
      expect(await keysBehind('facts/')).toEqual(keys.toSorted());
      expect(await keysBehind('facts/2026-01-02')).toEqual(keys.toSorted().slice(1));
      expect(await keysBehind('facts/2026-01-02/a')).toEqual(['facts/2026-01-02/b', 'facts/undated/a']);
      expect(await keysBehind('facts/undated/a')).toEqual([]);
    },
  );

  test.skipIf(skip)('lists more keys than S3 tells at once', async () => {
    const keys = Array.from({ length: 1_100 }, (_, n) => `facts/zz/${String(n).padStart(5, '0')}`);
    for (let from = 0; from < keys.length; from += 100) {
      await Promise.all(keys.slice(from, from + 100).map((key) => archive(key)));
    }
    expect(await keysBehind('facts/zz/')).toEqual(keys);
    expect(await keysBehind('facts/zz/00049')).toEqual(keys.slice(50));
  });

  test.skipIf(skip)('streams the newest version of facts', async () => {
    await archive('facts/yy/1', 'an earlier load');
    await archive('facts/yy/1', `${'x'.repeat(150_000)}end`);
    let read = '';
    for await (const chunk of await simulations.openFacts('facts/yy/1'))
      read += new TextDecoder().decode(chunk);
    expect(read).toBe(`${'x'.repeat(150_000)}end`);
  });
});
