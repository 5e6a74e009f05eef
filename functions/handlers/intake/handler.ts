import { errorFields, log } from '../../adapters/log.ts';
import { intakeRuntime } from '../../runtime.ts';
import { type CheckPorts, checkDocument } from '../../use-cases/check-document.ts';
import { guarded } from '../guarded.ts';
import { intakeEventSchema, uploadedSchema } from './schema.ts';

/** Uploaded documents. A message that fails is given back alone, and after five times is set aside. */
export async function intake(
  event: unknown,
  ports: CheckPorts,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of intakeEventSchema.parse(event).Records) {
    try {
      const { key: upload } = uploadedSchema.parse(JSON.parse(body)).detail.object;
      const result = await checkDocument(ports, upload);
      log('info', 'documentChecked', {
        denialId: upload.denialId,
        fileSha256: upload.sha256,
        outcome: result.kind,
        ...(result.kind === 'refused' && { code: result.reason }),
        ...(result.kind === 'accepted' && { counts: { pages: result.pageCount } }),
      });
    } catch (error) {
      log('error', 'messageFailed', { handler: 'intake', ...errorFields(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

export const handler = guarded('intake', async (event: unknown) => intake(event, intakeRuntime()));
