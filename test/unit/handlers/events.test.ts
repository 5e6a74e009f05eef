import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestInputSchema } from '../../../functions/handlers/digest/schema.ts';
import { enterInputSchema } from '../../../functions/handlers/enter/schema.ts';
import { ingestEventSchema, ingestMessageSchema } from '../../../functions/handlers/ingest/schema.ts';
import { intakeEventSchema, uploadedSchema } from '../../../functions/handlers/intake/schema.ts';
import { projectEventSchema, projectRecordSchema } from '../../../functions/handlers/project/schema.ts';
import { relayEventSchema, relayRecordSchema } from '../../../functions/handlers/relay/schema.ts';
import {
  simulationEventSchema,
  simulationMessageSchema,
} from '../../../functions/handlers/simulate/schema.ts';
import { sweepInputSchema } from '../../../functions/handlers/sweep/schema.ts';

function example(name: string): unknown {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../events', name), 'utf8'));
}

describe('the example of every event is what its handler takes', () => {
  test('an object in the inbox, its key as it is', () => {
    const { Records } = ingestEventSchema.parse(example('ingest/object-created.json'));
    const message = ingestMessageSchema.parse(JSON.parse(Records[0]?.body ?? ''));
    expect('detail' in message && message.detail.object).toEqual({
      key: 'daily/remittance 2026+11%20a.835',
      'version-id': 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
    });
  });

  test('a document that a form put', () => {
    const { Records } = intakeEventSchema.parse(example('intake/document-uploaded.json'));
    expect(uploadedSchema.parse(JSON.parse(Records[0]?.body ?? '')).detail.object.key).toEqual({
      denialId: '9c1185a5c5e9fc54612808977ee8f548-0003',
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    });
  });

  test('a part of a big file', () => {
    const { Records } = ingestEventSchema.parse(example('ingest/part.json'));
    expect(ingestMessageSchema.parse(JSON.parse(Records[0]?.body ?? ''))).toMatchObject({
      part: 7,
      claim: 1201,
    });
  });

  test('a load of claims that goes on', () => {
    const { Records } = ingestEventSchema.parse(example('ingest/rest-of-claims.json'));
    expect(ingestMessageSchema.parse(JSON.parse(Records[0]?.body ?? ''))).toMatchObject({
      part: 2,
      claim: 4001,
    });
  });

  test('the next range of a simulation', () => {
    const { Records } = simulationEventSchema.parse(example('simulate/range.json'));
    expect(simulationMessageSchema.parse(JSON.parse(Records[0]?.body ?? '')).step).toBe(4);
  });

  test('an outbox message and a wait from the stream', () => {
    const [outbox, wait] = relayEventSchema.parse(example('relay/outbox-and-wait.json')).Records;
    expect(relayRecordSchema.parse(outbox)).toMatchObject({
      dynamodb: { NewImage: { kind: { S: 'start' }, level: { N: 1 } } },
    });
    expect(relayRecordSchema.parse(wait)).toMatchObject({
      dynamodb: { Keys: { sk: { S: { level: 1, attempt: 1 } } } },
    });
  });

  test('the hour of the digest', () => {
    expect(digestInputSchema.parse(example('digest/schedule.json'))).toEqual({});
  });

  test('a new denial and a wait that timed out', () => {
    expect(enterInputSchema.parse(example('enter/new-denial.json')).timedOut).toBeUndefined();
    expect(enterInputSchema.parse(example('enter/timed-out.json')).timedOut).toBe(true);
  });

  test('a changed record from the stream', () => {
    const [record] = projectEventSchema.parse(example('project/records.json')).Records;
    expect(projectRecordSchema.parse(record).dynamodb.Keys.pk.S).toMatch(/^[0-9a-f]{32}-0001$/);
  });

  test('the schedule', () => {
    expect(sweepInputSchema.parse(example('sweep/schedule.json'))).toEqual({});
  });
});
