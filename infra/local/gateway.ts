import { createServer, request, type Server } from 'node:http';
import { refuseTakenPort } from './emulator.ts';

/**
 * Serves the API under /api on an address of its own, as CloudFront does on AWS: same origin as the app, no CORS.
 *
 * @throws {SetupProblem} when the port is taken.
 */
export async function startGateway(
  port: number,
  apiUrl: string,
): Promise<{ readonly url: string; close(): void }> {
  await refuseTakenPort(port, 'OVERTURN_GATEWAY_PORT');
  const target = new URL(apiUrl);
  const server: Server = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith('/api/')) {
      outgoing
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('The API is under /api/.\n');
      return;
    }
    const onward = request(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: `${target.pathname}${incoming.url}`,
        headers: { ...incoming.headers, host: target.host },
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
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
