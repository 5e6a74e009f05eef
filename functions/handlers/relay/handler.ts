import { errorFields, log } from '../../adapters/log.ts';
import type { DenialId } from '../../core/ids.ts';
import { relayRuntime } from '../../runtime.ts';
import { type RelayPorts, relayOutbox, settleWaits } from '../../use-cases/relay-outbox.ts';
import { guarded } from '../guarded.ts';
import { type RelayRecord, relayEventSchema, relayRecordSchema } from './schema.ts';

/** Records of the stream, each on its own. When one has failed the whole batch comes again: all of it is idempotent. */
export async function relay(event: unknown, ports: RelayPorts): Promise<void> {
  const { Records } = relayEventSchema.parse(event);
  const outcomes = await Promise.allSettled(
    Records.map(async (record) => relayRecord(relayRecordSchema.parse(record), ports)),
  );
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of failed) log('error', 'recordFailed', { handler: 'relay', ...errorFields(reason) });
  log('info', 'recordsRelayed', { counts: { records: Records.length, failed: failed.length } });
  if (failed.length > 0) throw new RecordsFailedError();
}

async function relayRecord({ dynamodb: record }: RelayRecord, ports: RelayPorts): Promise<void> {
  if (!('NewImage' in record)) {
    await settleWaits({ denialId: record.Keys.pk.S as DenialId, ...record.Keys.sk.S }, ports);
    return;
  }
  const { kind, denialId, level, attempt, version } = record.NewImage;
  await relayOutbox(
    { kind: kind.S, denialId: denialId.S, level: level.N, attempt: attempt.N, version: version.N },
    ports,
  );
}

class RecordsFailedError extends Error {
  override readonly name = 'RecordsFailedError';
  readonly code = 'DEN-2003';
}

export const handler = guarded('relay', async (event: unknown) => relay(event, relayRuntime()));
