import { randomUUID } from 'node:crypto';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import type { AppealSystem } from '../../fixtures/appeal-system.ts';
import { assertDocumented } from '../../fixtures/documented-answer.ts';

export interface Sent {
  readonly as: UserRecord;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** An object, or text to be sent as it is. */
  readonly body?: object | string;
  readonly ifMatch?: number | string;
  /** null = none. @default another one for each change */
  readonly idempotencyKey?: string | null;
  /** @default the user's own role, as HTTP APIs pass it on */
  readonly groups?: unknown;
}

/** An event as an HTTP API with a JWT authorizer sends it. */
export function eventOf(sent: Sent): object {
  const { as, method = 'GET', path, query, body, ifMatch } = sent;
  const { idempotencyKey = method === 'GET' ? null : randomUUID() } = sent;
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      'content-type': 'application/json',
      ...(ifMatch === undefined
        ? {}
        : { 'If-Match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
      ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.10', userAgent: 'test' },
      authorizer: {
        jwt: {
          claims: { sub: as.userId, 'cognito:groups': 'groups' in sent ? sent.groups : `[${as.role}]` },
          scopes: null,
        },
      },
    },
    isBase64Encoded: false,
  };
}

/** The answer to a request, held to what the operation says that it answers. */
export async function send(system: AppealSystem, sent: Sent) {
  const { statusCode: status, headers, body: text } = await answerRequest(system.ports, eventOf(sent));
  const body = JSON.parse(text);
  assertDocumented({ method: sent.method ?? 'GET', path: sent.path, status, body });
  return { status, headers, body };
}
