import { log } from '../../adapters/log.ts';
import { digestRuntime } from '../../runtime.ts';
import { type DigestCounts, type DigestPorts, sendDigests } from '../../use-cases/send-digests.ts';
import { guarded } from '../guarded.ts';
import { digestInputSchema } from './schema.ts';

/** Every quarter of an hour: the digest of the day to whoever has not had it. */
export async function digest(event: unknown, ports: DigestPorts): Promise<DigestCounts> {
  digestInputSchema.parse(event);
  const counts = await sendDigests(ports);
  if (counts.sent + counts.failed > 0) log('info', 'digestsSent', { counts: { ...counts } });
  if (counts.failed > 0) throw new DigestRefusedError();
  return counts;
}

/** Some mails were not accepted; the others were sent. */
class DigestRefusedError extends Error {
  override readonly name = 'DigestRefusedError';
  readonly code = 'DEN-2010';
}

export const handler = guarded('digest', async (event: unknown, timeLeftMs) =>
  digest(event, await digestRuntime(timeLeftMs)),
);
