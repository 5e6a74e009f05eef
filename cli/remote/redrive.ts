import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { ifMatch, type OverturnClient } from '../../client/client.ts';
import { ask } from './ask.ts';
import { CommandEnds, EXIT } from './exit.ts';
import { type Format, type Found, remoteCommand, runRemote } from './remote-command.ts';

interface Options extends Format {
  readonly reason: string;
  readonly dryRun?: true;
}

// A person waits for it; a file that takes longer is asked after by another dry run.
const WAIT_MS = 60_000;
const EVERY_MS = 1_000;

/** `overturn redrive SHA256 --reason …`: loads a file again that was quarantined or loaded in part. */
export function redriveCommand(): Command {
  return remoteCommand(
    'redrive',
    'Load a file again from where it is kept; what is loaded already stays as it is.',
  )
    .argument('<file>', 'the SHA-256 of its bytes, as the ledger of files shows it')
    .requiredOption('--reason <text>', 'why, for the ledger; nothing of the patient')
    .option('--dry-run', 'only say what would be loaded')
    .action((sha256: string, options: Options) =>
      runRemote(options, (client) => redrive(client, sha256, options)),
    );
}

async function redrive(client: OverturnClient, sha256: string, { reason, dryRun }: Options): Promise<Found> {
  const path = { sha256 };
  const { version } = await ask(client.GET('/api/files/{sha256}', { params: { path } }));
  const header = { 'If-Match': ifMatch(version ?? 0) };
  const query = { dryRun: dryRun ? 'true' : 'false' } as const;
  const { data } = await ask(
    client.POST('/api/files/{sha256}/redrive', { params: { path, header, query }, body: { reason } }),
  );
  if (data.askedAt !== null) return previewOf(client, sha256, data.askedAt);
  return { json: data, text: 'It is being loaded again. The ledger of files says what becomes of it.\n' };
}

/** The answer to the dry run, once it is there. */
async function previewOf(client: OverturnClient, sha256: string, askedAt: string): Promise<Found> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await sleep(EVERY_MS)) {
    const { data } = await ask(client.GET('/api/files/{sha256}', { params: { path: { sha256 } } }));
    if (data.preview !== null && data.preview.askedAt >= askedAt) {
      return { json: data.preview, text: `${data.preview.sentence}\n` };
    }
  }
  throw new CommandEnds(EXIT.unavailable, 'It is still being looked through. Ask again in a while.');
}
