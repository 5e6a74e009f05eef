import type { LocalSystem } from '../../../infra/local/system.ts';
import { system } from './clients.ts';

/** Runs the sweep now, as its schedule does every 15 minutes. */
export function runSweep(): Promise<void> {
  return runSweepOf(system);
}

/** The same on another system. */
export async function runSweepOf({
  endpoint,
  sweepFunction,
  region,
}: Pick<LocalSystem, 'endpoint' | 'sweepFunction' | 'region'>): Promise<void> {
  const answer = await fetch(`${endpoint}/2015-03-31/functions/${sweepFunction}/invocations`, {
    method: 'POST',
    // The emulator reads the service and the account from the signature's scope and checks no more of it.
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/lambda/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: '{}',
  });
  const failed = answer.headers.get('x-amz-function-error');
  if (!answer.ok || failed !== null) throw new Error(`The sweep failed: ${answer.status} ${failed}.`);
}
