import { type Answered, answerOf } from './problem.ts';

/** A record and the version of it that a change must name. */
export interface Versioned<T> {
  readonly data: T;
  readonly version: number;
}

/**
 * What a call of the client answered, with the version in its ETag.
 *
 * @throws {ApiProblem} for everything else
 */
export async function versionedAnswerOf<T>(call: Promise<Answered<T>>): Promise<Versioned<T>> {
  let etag: string | null = null;
  const data = await answerOf(
    call.then((answered) => {
      etag = answered.response.headers.get('etag');
      return answered;
    }),
  );
  return { data, version: versionOf(etag) };
}

/** @example versionOf('"3"') // 3; 0 where there is none yet */
export function versionOf(etag: string | null): number {
  return Number(/"(\d+)"$/.exec(etag ?? '')?.[1] ?? 0);
}
