import type { Command } from 'commander';
import type { Answers, OverturnClient } from '../../client/client.ts';
import { ask } from './ask.ts';
import { CommandEnds, EXIT } from './exit.ts';
import { type Format, type Found, remoteCommand, runRemote } from './remote-command.ts';

interface Options extends Format {
  readonly draft?: string;
  readonly from?: string;
}

const DRAFT = /^[1-9]\d{0,5}$/;
const FROM = /^(template|approved|draft:[1-9]\d{0,5})$/;

/** `overturn diff ID`: what parts a draft of the letter from another, line by line and word by word. */
export function diffCommand(): Command {
  return remoteCommand('diff', 'Show what changed in a letter: from draft to draft, or from the template.')
    .argument('<denial>', 'its id')
    .option('--draft <number>', 'which draft; by default the latest')
    .option(
      '--from <what>',
      'template, approved, or draft:NUMBER; by default the draft before, or the template where there is none',
    )
    .action((denialId: string, options: Options) =>
      runRemote(options, (client) => showDifference(client, denialId, options)),
    );
}

async function showDifference(client: OverturnClient, denialId: string, options: Options): Promise<Found> {
  if (options.draft !== undefined && !DRAFT.test(options.draft))
    throw new CommandEnds(EXIT.usage, '--draft takes the number of a draft.');
  if (options.from !== undefined && !FROM.test(options.from))
    throw new CommandEnds(EXIT.usage, '--from takes template, approved, or draft:NUMBER.');
  const number = options.draft ?? String(await latest(client, denialId));
  const from = options.from ?? (number === '1' ? 'template' : `draft:${Number(number) - 1}`);
  const { data } = await ask(
    client.GET('/api/denials/{denialId}/drafts/{number}/difference', {
      params: { path: { denialId, number }, query: { from } },
    }),
  );
  return { json: data, text: differenceText(data) };
}

async function latest(client: OverturnClient, denialId: string): Promise<number> {
  const { data } = await ask(client.GET('/api/denials/{denialId}/draft', { params: { path: { denialId } } }));
  return data.number;
}

type Line = Answers['DraftDifference']['lines'][number];

/** Signs, not colour alone: a person may print it. */
function differenceText({
  from,
  fromNumber,
  number,
  lines,
  changedLines,
}: Answers['DraftDifference']): string {
  const other = from === 'template' ? 'the template’s own words' : `draft ${fromNumber}`;
  const approved = from === 'approved' ? ', which was approved' : '';
  if (changedLines === 0) return `Draft ${number} reads as ${other}${approved}.\n`;
  const shown = lines.filter(({ kind }) => kind !== 'same').map(lineText);
  return `Draft ${number}, from ${other}${approved}:\n${shown.join('')}`;
}

function lineText({ kind, pieces }: Line): string {
  const sign = kind === 'added' ? '+' : kind === 'removed' ? '-' : '~';
  const words = pieces.map((piece) => {
    if (kind !== 'changed' || piece.kind === 'same') return piece.text;
    return piece.kind === 'added' ? `{+${piece.text}+}` : `[-${piece.text}-]`;
  });
  return `${sign} ${words.join('')}\n`;
}
