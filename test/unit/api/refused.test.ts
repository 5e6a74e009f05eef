import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENT } from '../../../client/generate/files.ts';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import { REPOSITORY } from '../../../infra/local/paths.ts';
import { differenceOf, type Refusal, refusalsOf } from '../../api-document/refusals.ts';
import { AppealSystem, supervisor } from '../../fixtures/appeal-system.ts';
import { eventOf } from './requests.ts';

const document: unknown = JSON.parse(readFileSync(join(REPOSITORY, DOCUMENT), 'utf8'));
const system = new AppealSystem();

test.each(refusalsOf(document).map((refusal) => [refusal.label, refusal] as const))(
  '%s is refused as documented',
  async (_, refusal) => {
    const { statusCode, headers, body } = await answerRequest(system.ports, eventFor(refusal));
    expect(differenceOf(refusal, statusCode, (name) => headers[name] ?? null, body)).toBeNull();
  },
);

function eventFor({ method, path, query, headers, body }: Refusal): object {
  const { requestContext, ...event } = eventOf({ as: supervisor, path, query }) as {
    readonly requestContext: object;
  };
  return {
    ...event,
    headers,
    ...(body === null ? {} : { body }),
    requestContext: { ...requestContext, http: { method } },
  };
}
