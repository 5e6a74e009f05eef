import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../../../infra/local/paths.ts';
import { BARE_PAGE } from './full-queue.ts';

/** Builds the page that the queue is measured beside, as the app is built. */
export async function buildBarePage(): Promise<void> {
  const vite = join(REPOSITORY, 'node_modules', 'vite', 'bin', 'vite.js');
  const page = join(REPOSITORY, 'web', 'test', 'bare-page');
  const options = ['--outDir', BARE_PAGE, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, 'build', page, ...options], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
