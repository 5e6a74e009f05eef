import { createServer } from 'node:http';
import { get } from 'node:https';

/**
 * The emulator's JWT check reads the pool's public keys from itself over plain http, even where it serves TLS only.
 * This stands between as its http proxy, and passes on nothing but those keys.
 */
export async function serveSigningKeys(
  emulatorPort: number,
): Promise<{ readonly proxy: string; close(): void }> {
  const server = createServer((request, response) => {
    const { port, pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (port !== String(emulatorPort) || !pathname.endsWith('/.well-known/jwks.json')) {
      response.writeHead(403).end();
      return;
    }
    get({ host: 'localhost', port: emulatorPort, path: pathname }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
      answer.pipe(response);
    }).on('error', () => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  // The emulator's life decides, not this server's.
  server.unref();
  return {
    proxy: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
