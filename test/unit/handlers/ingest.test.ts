import { afterEach, describe, expect, test, vi } from 'vitest';
import { ingest } from '../../../functions/handlers/ingest/handler.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const written: string[] = [];
for (const level of ['info', 'warn', 'error'] as const) {
  vi.spyOn(console, level).mockImplementation((line: string) => {
    written.push(line);
  });
}
afterEach(() => {
  written.length = 0;
});

function messageOf(messageId: string, body: unknown) {
  return { messageId, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function objectCreated(key: string, versionId: string) {
  return {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'inbox' }, object: { key, 'version-id': versionId, size: 1, etag: 'e' } },
  };
}

describe('a batch of messages', () => {
  test('loads what it can and gives back only what failed', async () => {
    const system = new MemorySystem();
    const { key, versionId } = await system.put(remittanceFile([{ claims: [deniedClaim('A1')] }]));
    const result = await ingest(
      {
        Records: [
          messageOf('poison', '{"hello":"world"}'),
          messageOf('not json', 'hello'),
          messageOf('good', objectCreated(key, versionId)),
          messageOf('gone', objectCreated(key, 'no such version')),
        ],
      },
      system,
    );
    expect(result.batchItemFailures.map((f) => f.itemIdentifier)).toEqual(['poison', 'not json', 'gone']);
    expect(system.denials.all()).toHaveLength(1);
  });

  test('logs no name of a file, no claim and no message of an error', async () => {
    const system = new MemorySystem();
    const key = 'SENTINEL-NAME.835';
    const { versionId } = await system.put(
      remittanceFile([{ claims: [deniedClaim('SENTINEL-CLAIM')] }]),
      key,
    );
    await ingest(
      {
        Records: [
          messageOf('good', objectCreated(key, versionId)),
          messageOf('bad', '{"patient":"SENTINEL-PATIENT"}'),
          messageOf('gone', objectCreated(key, 'SENTINEL-VERSION')),
        ],
      },
      system,
    );
    expect(written).toHaveLength(3);
    expect(written.join('\n')).not.toMatch(/SENTINEL|TESTPERSON|MEMBER001/);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      event: 'fileReceived',
      outcome: 'loaded',
      counts: { claims: 1, denials: 1 },
    });
  });

  test('reads the newest version where the event names none', async () => {
    const system = new MemorySystem();
    const { key } = await system.put(remittanceFile([{ claims: [deniedClaim('A1')] }]));
    const event = objectCreated(key, 'left out');
    const detail = { ...event.detail, object: { key } };
    const result = await ingest({ Records: [messageOf('m', { ...event, detail })] }, system);
    expect(result.batchItemFailures).toEqual([]);
    expect(system.denials.all()).toHaveLength(1);
  });
});
