import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export const OVERTURN = path.resolve(import.meta.dirname, '../../../cli/overturn.ts');

/** Runs the command line in this folder to its end, with nothing of the environment but where programs are. */
export function overturnIn(
  folder: string,
  args: readonly string[],
  { input = '', encoding = 'utf8' }: { readonly input?: string; readonly encoding?: BufferEncoding } = {},
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const run = spawnSync(process.execPath, [OVERTURN, ...args], {
    input,
    cwd: folder,
    env: { PATH: process.env.PATH, INIT_CWD: folder },
    encoding,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line beside the test, which may serve what it asks for. */
export function runOverturn(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const env = { ...process.env, INIT_CWD: folder, NO_COLOR: '1', ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [OVERTURN, ...args], { cwd: folder, env }, (failure, out, error) =>
      resolve({
        code: typeof failure?.code === 'number' ? failure.code : 0,
        out: stripVTControlCharacters(out),
        error,
      }),
    );
  });
}
