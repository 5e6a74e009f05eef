import { Command, Option } from 'commander';
import type { OverturnClient } from '../../client/client.ts';
import { signedInClient } from './ask.ts';
import { CommandEnds, EXIT, type ExitCode } from './exit.ts';

export interface Format {
  readonly format?: 'table' | 'json';
}

/** What a command has found: for people as text, for scripts as the API answered it. */
export interface Found {
  readonly text: string;
  readonly json: unknown;
  /** @default EXIT.done */
  readonly exitCode?: ExitCode;
}

/** A command that works over the API: its options, how it is written out, and its exit codes. */
export function remoteCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(
      new Option('--format <format>', 'table (default on a terminal) or json').choices(['table', 'json']),
    );
}

/** Runs the command as the person who is signed in, and writes out what it found. */
export function runRemote(format: Format, run: (client: OverturnClient) => Promise<Found>): Promise<void> {
  return runHere(format, async () => run(signedInClient()));
}

/** Runs the command without the API, and writes out what it found. */
export async function runHere({ format }: Format, run: () => Promise<Found>): Promise<void> {
  try {
    const { text, json, exitCode = EXIT.done } = await run();
    const isTable = (format ?? (process.stdout.isTTY ? 'table' : 'json')) === 'table';
    process.stdout.write(isTable ? printable(text) : `${JSON.stringify(json, null, 2)}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    if (!(error instanceof CommandEnds)) throw error;
    process.stderr.write(printable(`error: ${error.message}\n`));
    process.exitCode = error.exitCode;
  }
}

// A name out of a file must not move the cursor or ring the bell.
const TERMINAL_CONTROL = /[\p{Cc}--[\n\t]]/gv;

function printable(text: string): string {
  return text.replace(TERMINAL_CONTROL, '\uFFFD');
}
