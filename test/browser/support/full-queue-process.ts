import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import type { ApiPorts } from '../../../functions/handlers/api/operation.ts';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import { BUILT_APP } from '../../../infra/build-app.ts';
import { type Emulator, startEmulator } from '../../../infra/local/emulator.ts';
import { createGateway } from '../../../infra/local/gateway.ts';
import { setUpEmulator } from '../../../infra/local/setup-emulator.ts';
import { benchSystem } from '../../bench/api/system.ts';
import { BARE_PAGE, type FullQueueAddresses, PATIENT } from './full-queue.ts';
import { standInSignIn } from './stand-in-sign-in.ts';

/**
 * A queue of as many open denials as the first argument says, in tables of an emulator of its own, with the app in
 * front of it and the bare page in front of the same API. Tells its parent the addresses; changes one denial at each
 * message; ends with its parent.
 */
let emulator: Emulator | undefined;
process.once('exit', () => emulator?.kill());
process.once('disconnect', () => void emulator?.stop().finally(() => process.exit(0)));

setUpEmulator();
emulator = await startEmulator({ port: 0 });
Object.assign(process.env, emulator.clientEnvironment);
const system = await benchSystem(Number(process.argv[2]), { patient: PATIENT });
const ports = system.portsOn(DynamoDBDocumentClient.from(new DynamoDBClient({})));
const api = await addressOf(apiOf(ports, system.user));
const signInPages = await addressOf(standInSignIn());
const served = (build: string) =>
  addressOf(
    createGateway({
      apiUrl: new URL(api),
      config: { signInPages, clientId: 'none' },
      origins: { signInPages, uploads: [] },
      build,
    }),
  );
const addresses: FullQueueAddresses = { app: await served(BUILT_APP), bare: await served(BARE_PAGE), api };
process.on('message', () => void system.change().then(() => process.send?.('changed')));
process.send?.(addresses);

/** The `api` handler in this process: whoever asks is the one person there is. */
function apiOf(on: ApiPorts, { userId, role }: UserRecord): Server {
  return createServer((incoming, outgoing) => {
    void (async () => {
      const url = new URL(incoming.url ?? '/', 'http://api.test');
      const body = await textOf(incoming);
      const { statusCode, headers, ...answer } = await answerRequest(on, {
        rawPath: url.pathname,
        queryStringParameters: Object.fromEntries(url.searchParams),
        headers: incoming.headers,
        ...(body !== '' && { body }),
        requestContext: {
          http: { method: incoming.method },
          authorizer: { jwt: { claims: { sub: userId, 'cognito:groups': `[${role}]` } } },
        },
      });
      outgoing.writeHead(statusCode, headers);
      outgoing.end(Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8'));
    })();
  });
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  incoming.setEncoding('utf8');
  let text = '';
  for await (const part of incoming) text += part;
  return text;
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
