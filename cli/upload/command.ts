import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { Command, InvalidArgumentError } from 'commander';
import { s3Client } from '../../functions/adapters/s3/object-store.ts';
import { historyPrefixOf } from '../../functions/core/history/history-mark.ts';
import { type CalendarDate, parseCalendarDate } from '../../functions/core/time/calendar-date.ts';
import { EXIT_USAGE } from '../triage/command.ts';
import { findInputs } from '../triage/inputs.ts';

interface Options {
  readonly bucket: string;
  readonly history?: CalendarDate;
}

/** `overturn upload`: puts files into the inbox, as ordinary files or marked as history. */
export function uploadCommand(cwd: string): Command {
  return new Command('upload')
    .description('Put remittances, claims and acknowledgements into the inbox of a deployed system.')
    .argument('<input...>', 'files or folders')
    .requiredOption('--bucket <name>', 'the inbox (output inboxBucket of OverturnData)')
    .option(
      '--history <before>',
      'mark the files as history: decisions before this day (yyyy-mm-dd) open no work by themselves',
      calendarDay,
    )
    .action(async (names: string[], { bucket, history }: Options, command: Command) => {
      const misused = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      if (names.includes('-')) return misused('Give files: standard input has no name in the inbox.');
      const found = await findInputs(names, cwd);
      if (found.kind === 'not_found') return misused(found.message);
      const s3 = s3Client(process.env.AWS_ENDPOINT_URL !== undefined);
      for (const { name } of found.inputs) {
        const file = path.resolve(cwd, name);
        const { size } = await stat(file);
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: inboxKeyOf(name, history ?? null),
            Body: createReadStream(file),
            ContentLength: size,
          }),
        );
      }
      const told = history === undefined ? '' : `, as history before ${history}`;
      process.stdout.write(
        `${found.inputs.length} ${found.inputs.length === 1 ? 'file' : 'files'} put into the inbox${told}.\n`,
      );
    });
}

/**
 * Under which key a file goes into the inbox: its path as it was named, below the mark of history.
 *
 * @example
 * inboxKeyOf('2025/june.835', '2026-10-01') // 'history/before-2026-10-01/2025/june.835'
 */
export function inboxKeyOf(name: string, historyBefore: CalendarDate | null): string {
  const parts = name.split(path.sep).filter((part) => part !== '' && part !== '.' && part !== '..');
  return `${historyBefore === null ? '' : historyPrefixOf(historyBefore)}${parts.join('/')}`;
}

function calendarDay(value: string): CalendarDate {
  const day = parseCalendarDate(value);
  if (day === null)
    throw new InvalidArgumentError('Give a calendar date as yyyy-mm-dd, for example 2026-10-01.');
  return day;
}
