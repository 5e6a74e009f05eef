import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OverturnClient } from '../../client/client.ts';
import {
  againstRoot,
  type DayOfHeads,
  dayOfText,
  type RootFinding,
  rootOf,
} from '../../functions/core/audit/daily-root.ts';
import { type DenialEvent, denialEventSchema } from '../../functions/core/denial/denial.ts';
import { ask } from './ask.ts';
import { CommandEnds, EXIT } from './exit.ts';
import type { Found } from './remote-command.ts';

/** One day as it was fetched: its root's text, and the events of every denial that has to do with it. */
interface FetchedDay {
  readonly text: string;
  readonly events: ReadonlyMap<string, readonly DenialEvent[]>;
}

interface CheckedDay {
  readonly day: string;
  readonly root: string;
  /** Null where the day before is not at hand. */
  readonly namesDayBefore: boolean | null;
  readonly denials: number;
  readonly findings: readonly RootFinding[];
}

/** `verify-audit --day`: holds a day to its root on this machine, and writes both down where a folder is named. */
export async function verifyDayOver(
  client: OverturnClient,
  day: string,
  exportTo: string | null,
): Promise<Found> {
  const { data } = await ask(client.GET('/api/audit/roots/{day}', { params: { path: { day } } }));
  const told = toldBy(data.text, day);
  const ids = new Set(told.heads.map(({ denialId }) => denialId));
  for (const changed of await changedBetween(client, told)) ids.add(changed);
  const events = new Map<string, readonly DenialEvent[]>();
  for (const denialId of [...ids].sort()) events.set(denialId, await chainOf(client, denialId));
  const fetched = { text: data.text, events };
  if (exportTo !== null) writeDay(exportTo, day, fetched);
  const isTheOneKept = rootOf(data.text) === data.root;
  return foundOf(
    [checkDay(told, fetched, null)],
    isTheOneKept ? null : `The text of ${day} is not that of its root.`,
  );
}

/** `verify-audit --offline`: holds every day of a folder to its root, without the API. */
export function verifyExport(folder: string, root: string | null): Found {
  const names = listed(folder);
  const texts = names.filter((name) => /^\d{4}-\d\d-\d\d\.txt$/.test(name)).sort();
  if (texts.length === 0) throw new CommandEnds(EXIT.usage, `${folder} holds no day that was exported.`);
  const checked: CheckedDay[] = [];
  let before: { readonly until: string; readonly root: string } | null = null;
  for (const name of texts) {
    const day = name.slice(0, -'.txt'.length);
    const text = readFileSync(path.join(folder, name), 'utf8');
    const told = toldBy(text, day);
    const fetched = { text, events: eventsIn(path.join(folder, `${day}.events.ndjson`)) };
    checked.push(checkDay(told, fetched, before?.until === told.from ? before.root : null));
    before = { until: told.until, root: rootOf(text) };
  }
  const isExpected = root === null || before?.root === root;
  return foundOf(checked, isExpected ? null : 'The newest day has another root than the one that was named.');
}

function checkDay(told: DayOfHeads, { text, events }: FetchedDay, rootBefore: string | null): CheckedDay {
  const heads = new Map(told.heads.map((head) => [head.denialId, head]));
  const ids = [...new Set([...heads.keys(), ...events.keys()])].sort();
  return {
    day: told.day,
    root: rootOf(text),
    namesDayBefore: rootBefore === null ? null : told.previous === rootBefore,
    denials: ids.length,
    findings: ids.flatMap((id) => againstRoot(told, id, heads.get(id) ?? null, events.get(id) ?? []) ?? []),
  };
}

function foundOf(days: readonly CheckedDay[], alarm: string | null): Found {
  const lines = days.flatMap(({ day, root, namesDayBefore, denials, findings }) => [
    ...findings.map(({ denialId, kind, version }) => `${day} ${denialId}: event ${version} was ${kind}.`),
    ...(namesDayBefore === false ? [`${day} does not name the root of the day before.`] : []),
    `${day}: ${denials === 1 ? '1 denial' : `${denials} denials`}, root ${root}: ${findings.length === 0 ? 'all as it says' : `${findings.length} not as it says`}.`,
  ]);
  if (alarm !== null) lines.unshift(alarm);
  const isSound =
    alarm === null && days.every((one) => one.findings.length === 0 && one.namesDayBefore !== false);
  return {
    json: { days, alarm },
    text: `${lines.join('\n')}\n`,
    exitCode: isSound ? EXIT.done : EXIT.refused,
  };
}

function toldBy(text: string, day: string): DayOfHeads {
  const told = dayOfText(text);
  if (told?.day !== day)
    throw new CommandEnds(EXIT.refused, `What is kept of ${day} is not the text of a root.`);
  return told;
}

/** Denials that have an event of the day by now, whether its root knows them or not. */
async function changedBetween(
  client: OverturnClient,
  { from, until }: DayOfHeads,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  // The list goes by days of UTC, of which a day of the organisation touches two.
  for (const day of new Set([from.slice(0, 10), until.slice(0, 10)])) {
    let cursor: string | null = null;
    do {
      const query: { day: string; result: 'changed'; cursor?: string } = { day, result: 'changed' };
      if (cursor !== null) query.cursor = cursor;
      const { data } = await ask(client.GET('/api/audit', { params: { query } }));
      for (const { at, subject } of data.entries) {
        if (subject !== null && at >= from && at < until) found.add(subject);
      }
      cursor = data.cursor;
    } while (cursor !== null);
  }
  return found;
}

async function chainOf(client: OverturnClient, denialId: string): Promise<readonly DenialEvent[]> {
  const asking = client.GET('/api/denials/{denialId}/timeline', { params: { path: { denialId } } });
  const answered = await asking.catch(() => null);
  if (answered?.response.status === 404) return [];
  const { data } = await ask(asking);
  return data.events.map((event) => denialEventSchema.parse(event));
}

function writeDay(folder: string, day: string, { text, events }: FetchedDay): void {
  mkdirSync(folder, { recursive: true });
  const lines = [...events.values()].flat().map((event) => `${JSON.stringify(event)}\n`);
  writeFileSync(path.join(folder, `${day}.txt`), text, { mode: 0o600 });
  writeFileSync(path.join(folder, `${day}.events.ndjson`), lines.join(''), { mode: 0o600 });
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new CommandEnds(EXIT.usage, `${folder} cannot be read.`);
  }
}

function eventsIn(file: string): ReadonlyMap<string, readonly DenialEvent[]> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const events = lines
      .filter((line) => line !== '')
      .map((line) => denialEventSchema.parse(JSON.parse(line)));
    return Map.groupBy(events, ({ denialId }) => denialId);
  } catch {
    throw new CommandEnds(EXIT.usage, `${file} cannot be read as the events of a day.`);
  }
}
