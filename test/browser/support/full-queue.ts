import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LOCAL_FOLDER } from '../../../infra/local/paths.ts';

/** Where the bare page is built into. */
export const BARE_PAGE = join(LOCAL_FOLDER, 'bare-page');

/** Of every claim of the queue: a name that occurs nowhere else. */
export const PATIENT = { firstName: 'Zebulon', lastName: 'Quixworthy' } as const;

export interface FullQueueAddresses {
  readonly app: string;
  readonly bare: string;
  /** Of the API, without the app: whoever asks is the one person there is. */
  readonly api: string;
}

export interface FullQueue extends FullQueueAddresses {
  /** Somebody elsewhere changes a denial. */
  change(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A system of its own with so many open denials, written through the stores and served in a process of its own: tables
 * of an emulator, the `api` handler, the built app. Its day stands still.
 *
 * @param open denials
 */
export async function startFullQueue(open: number): Promise<FullQueue> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'full-queue-process.ts'), [String(open)], {
    // What the handler logs would stand between the lines of a table.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const addresses = await Promise.race([
    once(child, 'message').then(([message]) => message as FullQueueAddresses),
    gone.then(([code]) => {
      throw new Error(`The queue did not come up: its process ended with ${code}.`);
    }),
  ]);
  return {
    ...addresses,
    async change() {
      const changed = once(child, 'message');
      child.send('change');
      await changed;
    },
    async stop() {
      child.disconnect();
      await gone;
    },
  };
}
