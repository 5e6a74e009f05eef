import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import type { ApiPorts } from '../../../functions/handlers/api/operation.ts';
import type { UserRecord } from '../../../functions/ports/settings.ts';

/** The `api` function behind HTTP, with a gateway that believes any token made by `tokenOf`. */
export async function serveApi(ports: ApiPorts): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const claims = claimsIn(incoming.headers.authorization ?? '');
    if (claims === null) {
      outgoing.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"Unauthorized"}');
      return;
    }
    const { statusCode, headers, body, isBase64Encoded } = await answerRequest(ports, {
      rawPath: url.pathname,
      queryStringParameters: Object.fromEntries(url.searchParams),
      headers: incoming.headers,
      body: await textOf(incoming),
      requestContext: { http: { method: incoming.method }, authorizer: { jwt: { claims } } },
    });
    outgoing
      .writeHead(statusCode, { ...headers })
      .end(isBase64Encoded === true ? Buffer.from(body, 'base64') : body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Unsigned: what a token says, for a gateway that does not check. */
export function tokenOf(user: UserRecord, expiresAt = new Date('2099-01-01')): string {
  const claims = { sub: user.userId, 'cognito:groups': [user.role], exp: expiresAt.getTime() / 1000 };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}

function claimsIn(authorization: string): Record<string, unknown> | null {
  const [, payload] = /^Bearer e30\.([\w-]+)\.x$/.exec(authorization) ?? [];
  return payload === undefined ? null : JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
