import type { Command } from 'commander';
import { ifMatch, type OverturnClient } from '../../client/client.ts';
import { ask } from './ask.ts';
import { type Format, type Found, remoteCommand, runRemote } from './remote-command.ts';

interface Options extends Format {
  readonly sha256: string;
}

/** `overturn approve ID --sha256 …`: signs the packet that was read, and no other. */
export function approveCommand(): Command {
  return remoteCommand('approve', 'Approve the packet that you read; it leaves after a hold of 30 seconds.')
    .argument('<denial>', 'its id')
    .requiredOption('--sha256 <hash>', 'of the packet that you read, as show --packet says it')
    .action((denialId: string, options: Options) =>
      runRemote(options, (client) => approve(client, denialId, options.sha256)),
    );
}

async function approve(client: OverturnClient, denialId: string, sha256: string): Promise<Found> {
  const path = { denialId };
  const { version } = await ask(client.GET('/api/denials/{denialId}/candidate', { params: { path } }));
  const header = { 'If-Match': ifMatch(version ?? 0) };
  const { data } = await ask(
    client.POST('/api/denials/{denialId}/approval', { params: { path, header }, body: { sha256 } }),
  );
  const until = data.approval?.holdUntil ?? '';
  const count = data.candidate?.pageCount ?? null;
  const packet =
    count === null ? '' : `: packet of ${count === 1 ? '1 page' : `${count} pages`}, SHA-256 ${sha256}`;
  return {
    json: data,
    text: `Approved${packet}. It leaves after ${until}; until then it can be taken back.\n`,
  };
}
