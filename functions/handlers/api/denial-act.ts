import type * as z from 'zod';
import type { ActRequest, ActResult } from '../../use-cases/act-on-denial.ts';
import { denialAnswer } from './answers/denial-answer.ts';
import { type ApiPorts, denialParams, nothing, type Operation, operation } from './operation.ts';
import { outcomeOfAct } from './outcomes.ts';
import type { ProblemCode } from './problem.ts';

/**
 * An operation that does one thing to one denial, of the version that the person saw, and answers with the denial as it
 * stands then.
 *
 * @example
 * export const writeNote = denialAct({
 *   id: 'writeNote',
 *   method: 'POST',
 *   path: '/api/denials/{denialId}/notes',
 *   summary: 'Adds a note to the timeline',
 *   body: z.strictObject({ note: writtenReason }),
 *   act: write,
 * });
 */
export function denialAct<Body extends object>({
  act,
  ...described
}: {
  readonly id: string;
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodType<Body>;
  readonly problems?: readonly ProblemCode[];
  act(ports: ApiPorts, request: ActRequest & Body): Promise<ActResult>;
}): Operation {
  return operation({
    ...described,
    params: denialParams,
    query: nothing,
    writes: true,
    answers: { 200: denialAnswer },
    async handle(ports, { user, params, expectedVersion, body }) {
      return outcomeOfAct(ports, user, await act(ports, { user, ...params, expectedVersion, ...body }));
    },
  });
}
