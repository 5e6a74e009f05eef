import type { Command } from 'commander';
import { type Answers, ifMatch, type OverturnClient } from '../../client/client.ts';
import { ask } from './ask.ts';
import { CommandEnds, EXIT } from './exit.ts';
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

async function approve(client: OverturnClient, denialId: string, read: string): Promise<Found> {
  const path = { denialId };
  const found = await ask(client.GET('/api/denials/{denialId}', { params: { path } }));
  const present = found.data.candidate?.sha256;
  const opened = present === read ? await open(client, denialId, found.version ?? 0) : null;
  const sha256 = opened?.sha256 ?? read;
  const header = { 'If-Match': ifMatch(opened?.version ?? found.version ?? 0) };
  const { data } = await ask(
    client.POST('/api/denials/{denialId}/approval', { params: { path, header }, body: { sha256 } }),
  );
  const dated =
    opened?.changed === 'only_the_date'
      ? `Only the date changed since you read it: it is of ${opened.datedOn} now.\n`
      : '';
  const until = data.approval?.holdUntil ?? '';
  const count = data.candidate?.pageCount ?? null;
  const packet =
    count === null ? '' : `: packet of ${count === 1 ? '1 page' : `${count} pages`}, SHA-256 ${sha256}`;
  return {
    json: data,
    text: `${dated}Approved${packet}. It leaves after ${until}; until then it can be taken back.\n`,
  };
}

/** A letter of another day is dated anew; where more is another, nobody has read it, and nothing is approved. */
async function open(
  client: OverturnClient,
  denialId: string,
  version: number,
): Promise<Answers['LetterOpened']> {
  const params = { path: { denialId }, header: { 'If-Match': ifMatch(version) } };
  const { data } = await ask(client.POST('/api/denials/{denialId}/approval/opening', { params }));
  if (data.changed !== 'more') return data;
  throw new CommandEnds(
    EXIT.refused,
    `Not approved. Changed since you read it: ${data.changes.join('; ')}. Read the new packet, SHA-256 ${data.sha256}; overturn diff ${denialId} shows its letter.`,
  );
}
