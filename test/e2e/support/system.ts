import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bringUp } from '../../../infra/local/bring-up.ts';
import type { Emulator } from '../../../infra/local/emulator.ts';
import { Steps } from '../../../infra/local/steps.ts';
import { type LocalSystem, readSystem, writeSystem } from '../../../infra/local/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The deployed system that the tests of this run share. */
    system: LocalSystem;
  }
}

/**
 * Gives the tests a deployed, empty system with its people. `test/run.ts` starts one for all tiers and names its
 * description in OVERTURN_SYSTEM; without that (vitest --project e2e) one is started and stopped here.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const started = process.env.OVERTURN_SYSTEM;
  if (started !== undefined && started !== '') {
    project.provide('system', readSystem(started));
    return undefined;
  }
  const { system, stop } = await startSystem({ enforceIam: process.env.OVERTURN_IAM === '1' });
  project.provide('system', system);
  return stop;
}

/** Starts a system on a free port; `file` describes it, as .local/system.json does that of npm start. */
export async function startSystem(options: {
  readonly enforceIam: boolean;
}): Promise<{ readonly system: LocalSystem; readonly file: string; stop(): Promise<void> }> {
  let emulator: Emulator | undefined;
  const stop = async (): Promise<void> => emulator?.stop();
  try {
    const steps = new Steps(Date.now(), (text) => process.stderr.write(text));
    const system = await bringUp(steps, { port: 0, enforceIam: options.enforceIam }, (running) => {
      emulator = running;
      // A run that is broken off leaves nothing behind.
      process.once('exit', () => running.kill());
    });
    const file = join(dirname(emulator?.logFile ?? ''), 'system.json');
    writeSystem(file, system);
    return { system, file, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
