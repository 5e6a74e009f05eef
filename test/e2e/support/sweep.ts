import { system } from './clients.ts';

/** Runs the sweep now, as its schedule does every 15 minutes. */
export async function runSweep(): Promise<void> {
  const answer = await fetch(`${system.endpoint}/2015-03-31/functions/${system.sweepFunction}/invocations`, {
    method: 'POST',
    // The emulator reads the service and the account from the signature's scope and checks no more of it.
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${system.region}/lambda/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: '{}',
  });
  const failed = answer.headers.get('x-amz-function-error');
  if (!answer.ok || failed !== null) throw new Error(`The sweep failed: ${answer.status} ${failed}.`);
}
