import type * as z from 'zod';
import type { ActRequest, ActResult } from '../../use-cases/act-on-denial.ts';
import { denialAnswer } from './answers/denial-answer.ts';
import { type ApiPorts, denialParams, nothing, type Operation, operation } from './operation.ts';
import { outcomeOfAct } from './outcomes.ts';
import type { ProblemCode } from './problem.ts';

type DenialParams = z.infer<typeof denialParams>;

/**
 * An operation that does one thing to one denial, of the version that the person saw, and answers with the denial as it
 * stands then. Parameters of the path and the body both go to the use case.
 *
 * @param params where the path names more than the denial
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
export function denialAct<Body extends object | undefined, Params extends DenialParams = DenialParams>({
  act,
  params = denialParams as z.ZodType<unknown> as z.ZodType<Params>,
  ...described
}: {
  readonly id: string;
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType<Params>;
  readonly body: z.ZodType<Body>;
  readonly problems?: readonly ProblemCode[];
  readonly act: (ports: ApiPorts, request: ActRequest & NoInfer<Params> & Body) => Promise<ActResult>;
}): Operation {
  return operation({
    ...described,
    params,
    query: nothing,
    writes: true,
    answers: { 200: denialAnswer },
    async handle(ports, { user, params, expectedVersion, body }) {
      return outcomeOfAct(ports, user, await act(ports, { user, expectedVersion, ...params, ...body }));
    },
  });
}
