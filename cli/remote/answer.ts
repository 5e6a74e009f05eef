import { type Command, Option } from 'commander';
import { ifMatch, type OverturnClient } from '../../client/client.ts';
import { ask } from './ask.ts';
import { type Format, type Found, remoteCommand, runRemote } from './remote-command.ts';

const DECISIONS = ['overturned', 'partly_overturned', 'upheld', 'dismissed', 'more_wanted'] as const;
const CHANNELS = ['letter', 'fax', 'portal', 'call'] as const;

interface Options extends Format {
  readonly decision: (typeof DECISIONS)[number];
  readonly decidedOn: string;
  readonly channel: (typeof CHANNELS)[number];
  readonly reference: string;
  readonly wantedBy?: string;
  readonly note?: string;
}

/** `overturn answer ID …`: what the payer decided, by letter, fax, portal or call. */
export function answerCommand(): Command {
  return remoteCommand(
    'answer',
    'Record what the payer answered otherwise than by a remittance; its money counts once a remittance brings it.',
  )
    .argument('<denial>', 'its id')
    .addOption(
      new Option('--decision <decision>', 'what it decided').choices(DECISIONS).makeOptionMandatory(),
    )
    .requiredOption('--decided-on <date>', 'the date printed on it, yyyy-mm-dd, never the day it arrived')
    .requiredOption('--reference <number>', 'of the letter, the message or the call')
    .addOption(new Option('--channel <channel>', 'how it came').choices(CHANNELS).default('letter'))
    .option('--wanted-by <date>', 'of more_wanted: by when the payer must have it')
    .option('--note <text>', 'for the timeline; nothing of the patient')
    .action((denialId: string, options: Options) =>
      runRemote(options, (client) => answer(client, denialId, options)),
    );
}

async function answer(client: OverturnClient, denialId: string, options: Options): Promise<Found> {
  const path = { denialId };
  const { version } = await ask(client.GET('/api/denials/{denialId}', { params: { path } }));
  const { decision, decidedOn, channel, reference, wantedBy = null, note = null } = options;
  const header = { 'If-Match': ifMatch(version ?? 0) };
  const body = { decision, decidedOn, channel, reference, wantedBy, note };
  const { data } = await ask(
    client.POST('/api/denials/{denialId}/answer', { params: { path, header }, body }),
  );
  const by = data.sendBy === null || data.state === 'awaiting_payer' ? '' : ` Send by ${data.sendBy}.`;
  return { json: data, text: `Recorded. ${data.nextAction}${by}\n` };
}
