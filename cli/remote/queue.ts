import Table from 'cli-table3';
import { type Command, InvalidArgumentError } from 'commander';
import type { Answers, OverturnClient } from '../../client/client.ts';
import type { operations } from '../../client/schema.d.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import { ROUTE_IN_WORDS } from '../triage/words.ts';
import { ask } from './ask.ts';
import { type Format, type Found, remoteCommand, runRemote } from './remote-command.ts';

type Query = NonNullable<operations['listQueue']['parameters']['query']>;
type Row = Answers['DenialRow'];

interface Options extends Format {
  readonly state?: string;
  readonly practice?: string;
  readonly limit: number;
}

/** `overturn queue`: open denials and follow-ups, those without a date first, then soonest first. */
export function queueCommand(): Command {
  return remoteCommand('queue', 'List the open denials and follow-ups within your reach.')
    .option('--state <state>', 'only of this state, for example ready_to_approve')
    .option('--practice <id>', 'only of this practice (NPI or TIN)')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .action((options: Options) => runRemote(options, (client) => listQueue(client, options)));
}

async function listQueue(client: OverturnClient, { state, practice, limit }: Options): Promise<Found> {
  const denials: Row[] = [];
  let cursor: string | null | undefined;
  let asOf = '';
  do {
    // A state that is none is refused by the API, which knows them.
    const query = { state, practice, cursor } as Query;
    const { data } = await ask(client.GET('/api/queue', { params: { query } }));
    denials.push(...data.denials);
    ({ asOf, cursor } = data);
  } while (cursor !== null && denials.length < limit);
  const shown = denials.slice(0, limit);
  const more = cursor !== null || denials.length > limit;
  return { json: { asOf, denials: shown, more }, text: tableOf(shown, more) };
}

function tableOf(rows: readonly Row[], more: boolean): string {
  if (rows.length === 0) return 'Nothing is open.\n';
  const table = new Table({
    head: ['Send by', 'Denied', 'Payer', 'Codes', 'State', 'What to do', 'Id'],
    colAligns: ['left', 'right', 'left', 'left', 'left', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push([
      row.sendBy ?? 'no date',
      dollars(row.amountCents),
      row.payerName,
      [...new Set(row.reasons.map(({ group, carc }) => `${group}-${carc}`))].join(' '),
      row.state.replaceAll('_', ' '),
      row.kind === 'follow_up' ? row.nextAction : ROUTE_IN_WORDS[row.route],
      row.denialId,
    ]);
  }
  return `${table.toString()}\n${more ? 'There is more: --limit.\n' : ''}`;
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}
