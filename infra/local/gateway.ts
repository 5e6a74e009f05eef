import {
  createServer,
  type IncomingMessage,
  request as requestPlain,
  type Server,
  type ServerResponse,
} from 'node:http';
import { request as requestByTls } from 'node:https';
import { BUILT_APP } from '../build-app.ts';
import { NEVER_CACHED, type WebOrigins, webHeaders } from '../web-headers.ts';
import { admitApp } from './admit-app.ts';
import { answerFromBuild } from './app-files.ts';
import { refuseTakenPort } from './emulator.ts';
import type { LocalSystem } from './system.ts';

export interface Gateway {
  readonly url: string;
  close(): void;
}

/**
 * Serves the built app, and the API under /api, on one address, as CloudFront does on AWS: same origin, no CORS. The
 * sign-in pages then lead back to it.
 *
 * @param build folder of the built app
 * @throws {SetupProblem} when the port is taken.
 */
export async function startGateway(
  port: number,
  system: Pick<LocalSystem, 'apiUrl' | 'endpoint' | 'region' | 'signInPages' | 'userPoolId' | 'clientId'>,
  build = BUILT_APP,
): Promise<Gateway> {
  await refuseTakenPort(port, 'OVERTURN_GATEWAY_PORT');
  const { apiUrl, signInPages, clientId, endpoint } = system;
  const server = createGateway({
    apiUrl: new URL(apiUrl),
    config: { signInPages, clientId },
    origins: { signInPages, uploads: [endpoint] },
    build,
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${port}`;
  await admitApp(system, url);
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export interface GatewayOptions {
  /** The API's paths begin with /api below it. */
  readonly apiUrl: URL;
  /** What /config.json tells the app. */
  readonly config: { readonly signInPages: string; readonly clientId: string };
  readonly origins: WebOrigins;
  readonly build: string;
}

/** The gateway as a server that does not listen yet. */
export function createGateway({ apiUrl, config, origins, build }: GatewayOptions): Server {
  const headers = webHeaders(origins);
  return createServer((incoming, outgoing) => {
    const path = pathOf(incoming);
    if (path.startsWith('/api/')) passOn(apiUrl, incoming, outgoing);
    else if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      outgoing.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
    } else {
      void answer(path).then(({ status, contentType, cacheControl, body }) => {
        outgoing.writeHead(status, {
          ...headers,
          'content-type': contentType,
          'content-length': Buffer.byteLength(body),
          'cache-control': cacheControl,
        });
        outgoing.end(incoming.method === 'HEAD' ? undefined : body);
      });
    }
  });

  function answer(path: string) {
    if (path !== '/config.json') return answerFromBuild(build, path);
    const contentType = 'application/json; charset=utf-8';
    return Promise.resolve({
      status: 200,
      contentType,
      cacheControl: NEVER_CACHED,
      body: JSON.stringify(config),
    });
  }
}

function passOn(apiUrl: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const request = apiUrl.protocol === 'https:' ? requestByTls : requestPlain;
  const onward = request(
    {
      host: apiUrl.hostname,
      port: apiUrl.port,
      method: incoming.method,
      path: `${apiUrl.pathname.replace(/\/$/, '')}${incoming.url}`,
      headers: { ...incoming.headers, host: apiUrl.host },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.once('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    outgoing.end('The emulator does not answer.\n');
  });
  incoming.pipe(onward);
}

/** As it was sent, so that what is encoded in it is decoded once, where it is used. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split(/[?#]/, 1)[0] ?? '/';
}
