import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../../infra/build-app.ts';
import { startGateway } from '../../../infra/local/gateway.ts';
import { dropSamples } from '../../../infra/local/seed.ts';
import { readSystem } from '../../../infra/local/system.ts';
import { waitForSamples } from '../../../infra/local/worked-samples.ts';
import { startSystem } from '../../e2e/support/system.ts';
import { browserPath, HOW_TO_GET_ONE } from './open-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the app, built and served beside the API. */
    app: string;
    /** Whether there is a browser to look at it with. */
    hasBrowser: boolean;
  }
}

/** Gives the tests the built app in front of a local system in which the samples have been read and routed. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const hasBrowser = browserPath() !== null;
  project.provide('hasBrowser', hasBrowser);
  if (!hasBrowser) {
    process.stderr.write(`${HOW_TO_GET_ONE} The tests of the app are skipped.\n`);
    return undefined;
  }
  const built = buildApp();
  built.catch(() => {});
  const described = process.env.OVERTURN_SYSTEM;
  const own = described === undefined || described === '' ? await startSystem({ enforceIam: false }) : null;
  const system = own?.system ?? readSystem(described ?? '');
  project.provide('system', system);
  await built;
  const gateway = await startGateway(await freePort(), system);
  project.provide('app', gateway.url);
  await waitForSamples(system, await dropSamples(system), 180_000);
  return async () => {
    gateway.close();
    await own?.stop();
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
