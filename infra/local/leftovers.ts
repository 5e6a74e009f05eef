import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { LOCAL_FOLDER, VENV } from './paths.ts';

const processFileSchema = z.object({ owner: z.int(), emulator: z.int() });
const processFile = (port: number): string => join(LOCAL_FOLDER, `emulator-${port}.json`);

/** Notes which emulator belongs to which process, so that the next start can clear away after a crash. */
export function noteEmulator(port: number, emulatorPid: number): void {
  writeFileSync(processFile(port), JSON.stringify({ owner: process.pid, emulator: emulatorPid }));
}

export function forgetEmulator(port: number): void {
  rmSync(processFile(port), { force: true });
}

/** Whether the process is an `npm start` that still runs. */
export function isRunningStart(pid: number): boolean {
  return commandOf(pid).includes('start.ts');
}

/**
 * Stops the emulator of a start that ended without stopping it (SIGKILL, power cut).
 *
 * @returns whether there was such a start.
 */
export async function clearLeftovers(port: number): Promise<boolean> {
  const file = processFile(port);
  if (!existsSync(file)) return false;
  const noted = processFileSchema.safeParse(jsonOf(file));
  if (noted.success && isRunningStart(noted.data.owner)) return false;
  // The number may belong to another program by now: only an emulator of this checkout is stopped.
  if (noted.success && commandOf(noted.data.emulator).includes(VENV)) {
    process.kill(-noted.data.emulator, 'SIGKILL');
    await sleep(300);
  }
  forgetEmulator(port);
  return true;
}

/** A note that was half written when the power went is as good as none. */
function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
