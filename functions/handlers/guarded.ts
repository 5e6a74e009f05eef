import middy, { type MiddlewareObj } from '@middy/core';
import { errorFields, log } from '../adapters/log.ts';

/** What a handler needs of the Lambda context. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/**
 * A Lambda handler behind middy, whose failures say nothing but a name and a code: the runtime logs the message of
 * whatever is thrown, and Step Functions keeps it in its history.
 */
export function guarded<Event, Result>(
  handler: string,
  run: (event: Event, timeLeftMs: () => number) => Promise<Result>,
  middlewares: readonly MiddlewareObj[] = [],
): (event: Event, context: LambdaContext) => Promise<Result> {
  const pipeline = middy<Event, Result, Error>({ timeoutEarlyInMillis: 0 })
    .use([...middlewares, quietFailures(handler)] as MiddlewareObj<Event, Result>[])
    .handler((event, context) => run(event, () => context.getRemainingTimeInMillis()));
  return pipeline as unknown as (event: Event, context: LambdaContext) => Promise<Result>;
}

function quietFailures(handler: string): MiddlewareObj {
  return {
    onError: ({ error }) => {
      const fields = errorFields(error);
      log('error', 'failed', { handler, ...fields });
      throw new HandlerFailedError(handler, fields.errorName ?? '');
    },
  };
}

/** The one error that leaves a handler. */
export class HandlerFailedError extends Error {
  override readonly name = 'HandlerFailedError';
  constructor(handler: string, errorName: string) {
    super(`${handler} failed: ${errorName}`);
  }
}
