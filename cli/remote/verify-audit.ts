import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import type { OverturnClient } from '../../client/client.ts';
import { brokenAt } from '../../functions/core/audit/event.ts';
import { ask } from './ask.ts';
import { CommandEnds, EXIT } from './exit.ts';
import { type Format, type Found, remoteCommand, runHere, runRemote } from './remote-command.ts';
import { verifyDayOver, verifyExport } from './verify-day.ts';

interface Options extends Format {
  readonly against?: string;
  readonly keep?: string;
  readonly day?: string;
  readonly export?: string;
  readonly offline?: string;
  readonly root?: string;
}

/** The newest event of a chain: whoever keeps it elsewhere can tell later that nothing before it was changed. */
const headSchema = z.strictObject({
  denialId: z.string().min(1),
  version: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
type Head = z.infer<typeof headSchema>;

interface Checked {
  readonly denialId: string;
  readonly outcome: 'intact' | 'broken' | 'gone' | 'rewritten';
  readonly events: number;
  /** Version of the first bad event; null where the chain is whole, or not there. */
  readonly brokenAt: number | null;
  readonly head: Head | null;
}

/** `overturn verify-audit`: hashes events here, with nothing but their text, and holds them to heads that were kept. */
export function verifyAuditCommand(cwd: string): Command {
  return remoteCommand(
    'verify-audit',
    'Hash the events of denials on this machine: is each chain whole, and does it still hold the heads kept before?',
  )
    .argument('[denials...]', 'their ids; those of --against, or all open work, where none is given')
    .option('--against <file>', 'heads that an earlier run kept: each must still stand in its chain')
    .option('--keep <file>', 'write the heads into this file, one JSON a line, to be kept elsewhere')
    .option('--day <date>', 'hold all that changed on this day of the organisation to its root')
    .option(
      '--export <folder>',
      'with --day: write its root and events into this folder, to be checked anywhere',
    )
    .option('--offline <folder>', 'hold the days of such a folder to their roots, without the API')
    .option('--root <hash>', 'with --offline: the root that the newest day must have')
    .action((denialIds: string[], options: Options) => {
      const { day, offline, root = null } = options;
      if (offline !== undefined) {
        return runHere(options, async () => verifyExport(path.resolve(cwd, offline), root));
      }
      const exportTo = options.export === undefined ? null : path.resolve(cwd, options.export);
      return runRemote(options, (client) =>
        day === undefined ? verify(client, denialIds, cwd, options) : verifyDayOver(client, day, exportTo),
      );
    });
}

async function verify(
  client: OverturnClient,
  named: readonly string[],
  cwd: string,
  { against, keep }: Options,
): Promise<Found> {
  const kept = against === undefined ? [] : headsIn(path.resolve(cwd, against));
  const asked = [...named, ...kept.map(({ denialId }) => denialId)];
  const denialIds = new Set(asked.length > 0 ? asked : await openWork(client));
  const checked: Checked[] = [];
  for (const denialId of denialIds) {
    const heads = kept.filter((head) => head.denialId === denialId);
    checked.push(await check(client, denialId, heads));
  }
  const bad = checked.filter(({ outcome }) => outcome !== 'intact');
  // A head of a chain that is not whole would vouch for it the next time.
  const heads = checked.flatMap(({ outcome, head }) => (outcome === 'intact' && head ? [head] : []));
  if (keep !== undefined) {
    const text = heads.map((head) => `${JSON.stringify(head)}\n`).join('');
    writeFileSync(path.resolve(cwd, keep), text, { mode: 0o600 });
  }
  const events = checked.reduce((sum, one) => sum + one.events, 0);
  const summary = `${checked.length} chains, ${events} events: ${bad.length === 0 ? 'all intact' : `${bad.length} not intact`}.\n`;
  return {
    json: { chains: checked.length, events, results: checked },
    text: bad.map(inWords).join('') + summary,
    exitCode: bad.length === 0 ? EXIT.done : EXIT.refused,
  };
}

async function check(client: OverturnClient, denialId: string, kept: readonly Head[]): Promise<Checked> {
  const asking = client.GET('/api/denials/{denialId}/timeline', { params: { path: { denialId } } });
  const answered = await asking.catch(() => null);
  if (answered?.response.status === 404)
    return { denialId, outcome: 'gone', events: 0, brokenAt: null, head: null };
  const { data, version } = await ask(asking);
  const { events } = data;
  const last = events.at(-1);
  const head = last === undefined ? null : { denialId, version: last.version, hash: last.hash };
  const found = { denialId, events: events.length, head };
  // The record names how many events there are: one that was cut off at the end shows.
  const bad = brokenAt(events) ?? (events.length < (version ?? 1) ? events.length + 1 : null);
  if (bad !== null) return { ...found, outcome: 'broken', brokenAt: bad };
  const other = kept.find((one) => events[one.version - 1]?.hash !== one.hash);
  if (other !== undefined) return { ...found, outcome: 'rewritten', brokenAt: other.version };
  return { ...found, outcome: 'intact', brokenAt: null };
}

async function openWork(client: OverturnClient): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { cursor?: string } = cursor === null ? {} : { cursor };
    const { data } = await ask(client.GET('/api/queue', { params: { query } }));
    ids.push(...data.denials.map(({ denialId }) => denialId));
    cursor = data.cursor;
  } while (cursor !== null);
  return ids;
}

function headsIn(file: string): readonly Head[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => headSchema.parse(JSON.parse(line)));
  } catch {
    throw new CommandEnds(EXIT.usage, `${file} cannot be read as heads that an earlier run kept.`);
  }
}

function inWords({ denialId, outcome, brokenAt: version }: Checked): string {
  switch (outcome) {
    case 'intact':
      return '';
    case 'broken':
      return `${denialId}: event ${version} is missing or was changed.\n`;
    case 'gone':
      return `${denialId}: there is no such denial.\n`;
    case 'rewritten':
      return `${denialId}: the chain is whole, but event ${version} is not the one that was kept.\n`;
  }
}
