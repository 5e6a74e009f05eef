import { errorFields, log } from '../../adapters/log.ts';
import { ingestRuntime } from '../../runtime.ts';
import { loadAgain, previewAgain } from '../../use-cases/load-again.ts';
import { continueFile, type ReceiveDeps, receiveFile } from '../../use-cases/receive-file.ts';
import { guarded } from '../guarded.ts';
import { loggedFieldsOf } from './logged-fields.ts';
import { type IngestMessage, ingestEventSchema, ingestMessageSchema } from './schema.ts';

/** Files that arrived and loads that go on. A message that fails is given back alone, and after five times is set aside. */
export async function ingest(
  event: unknown,
  deps: ReceiveDeps,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of ingestEventSchema.parse(event).Records) {
    try {
      const result = await take(ingestMessageSchema.parse(JSON.parse(body)), deps);
      log('info', 'fileReceived', { outcome: result.kind, ...loggedFieldsOf(result) });
      if (result.kind === 'set_aside') log('error', 'fileSetAside', errorFields(result.failure));
    } catch (error) {
      log('error', 'messageFailed', { handler: 'ingest', ...errorFields(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function take(message: IngestMessage, deps: ReceiveDeps) {
  if ('part' in message) return continueFile(message, deps);
  if ('redrive' in message) return loadAgain(message, deps);
  if ('previewAskedAt' in message) return previewAgain(message, deps);
  const { key, 'version-id': versionId } = message.detail.object;
  const object =
    versionId === undefined
      ? await deps.objects.newest('inbox', key)
      : { bucket: 'inbox' as const, key, versionId };
  return receiveFile(object, deps);
}

export const handler = guarded('ingest', async (event: unknown, timeLeftMs) =>
  ingest(event, await ingestRuntime(timeLeftMs)),
);
