import * as z from 'zod';
import { readableName } from '../../../core/readable-name.ts';
import { grantAccess as grant } from '../../../use-cases/grant-access.ts';
import { personAnswer } from '../answers/settings-answer.ts';
import { nothing, operation, written } from '../operation.ts';
import { outcomeOfGrant, userParams } from '../settings-view.ts';

export const grantAccess = operation({
  id: 'grantAccess',
  method: 'PUT',
  path: '/api/settings/users/{userId}/access',
  summary: 'Gives a person a role and practices ("*" alone = all, none = no access); never to oneself',
  params: userParams,
  query: nothing,
  body: z.strictObject({
    role: z.enum(['biller', 'supervisor', 'manager', 'admin', 'auditor']),
    practices: z.array(written(80)).max(500),
    name: readableName(200).optional(),
  }),
  writes: true,
  answers: { 200: personAnswer },
  problems: ['UNKNOWN_PRACTICE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfGrant(ports, await grant(ports, { user, ...params, expectedVersion, ...body }));
  },
});
