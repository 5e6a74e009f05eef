import { errorFields, log } from '../adapters/log.ts';

interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/**
 * A Lambda handler whose failures say nothing but a name and a code: the runtime logs the message of whatever is
 * thrown, and Step Functions keeps it in its history.
 */
export function guarded<Event, Result>(
  handler: string,
  run: (event: Event, timeLeftMs: () => number) => Promise<Result>,
): (event: Event, context: LambdaContext) => Promise<Result> {
  return async (event, context) => {
    try {
      return await run(event, () => context.getRemainingTimeInMillis());
    } catch (error) {
      const fields = errorFields(error);
      log('error', 'failed', { handler, ...fields });
      throw new HandlerFailedError(handler, fields.errorName ?? '');
    }
  };
}

/** The one error that leaves a handler. */
export class HandlerFailedError extends Error {
  override readonly name = 'HandlerFailedError';
  constructor(handler: string, errorName: string) {
    super(`${handler} failed: ${errorName}`);
  }
}
