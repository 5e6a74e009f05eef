import type { components } from '../../../client/schema.d.ts';

export type Problem = components['schemas']['Problem'];

/** An answer that is none: what the API said is wrong, or that it said nothing. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem | null;
  readonly requestId: string | null;

  constructor(problem: Problem | null, requestId: string | null) {
    super(problem?.code ?? 'NO_ANSWER');
    this.problem = problem;
    this.requestId = requestId;
  }

  /** For the person on the page. */
  get sentence(): string {
    return this.problem?.title ?? 'The server did not answer. Your connection may be down.';
  }

  get code(): string {
    return this.problem?.code ?? 'NO_ANSWER';
  }
}

export interface Answered<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a call of the client answered.
 *
 * @throws {ApiProblem} for everything else
 */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  let answered: Answered<T>;
  try {
    answered = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(null, null);
  }
  const { data, error, response } = answered;
  if (response.ok && data !== undefined) return data;
  const requestId = response.headers.get('x-request-id') ?? response.headers.get('apigw-requestid');
  throw new ApiProblem(isProblem(error) ? error : null, requestId);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}
