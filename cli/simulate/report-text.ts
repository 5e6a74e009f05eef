import Table from 'cli-table3';
import { dollars } from '../../functions/core/money/dollars.ts';
import { changesNothing, type SimulationReport } from '../../functions/core/rulebook/simulate/report.ts';
import type { ClockTrouble, Standing } from '../../functions/core/rulebook/simulate/tally.ts';
import { ROUTE_IN_WORDS } from '../triage/words.ts';

type Clocks = SimulationReport['clocks'];

const STANDING_IN_WORDS: { readonly [standing in Standing]: string } = {
  ...ROUTE_IN_WORDS,
  hold: 'Wait for the payer',
  no_denial: 'Nothing denied',
};
const TROUBLE_IN_WORDS: { readonly [trouble in ClockTrouble]: string } = {
  too_late: 'too late to send',
  lapses_first: 'another clock lapses first',
  no_date: 'no date any more',
};

// Payers and reasons beyond these are in --format json.
const MOST_ROWS = 15;

/** A simulation for a person who decides whether to switch. */
export function reportText(report: SimulationReport, columns: number | undefined): string {
  const { rulebooks, claims, denials, changed, decidedOtherwise, unreadable, notAsArchived } = report;
  const width = Math.max(76, Math.min(columns ?? 100, 140));
  const { present } = denials;
  const lines = [
    `Rulebook ${rulebooks.proposed} instead of ${rulebooks.present}, over ${counted(claims, 'claim')}; clocks as of ${report.asOf}.`,
    '',
    `Today ${counted(present.denials, 'denial')} of ${dollars(present.cents)}; ${counted(changed.denials, 'claim')} of ${dollars(changed.cents)} would go another way.`,
    ...(present.denials === denials.proposed.denials
      ? []
      : [
          `Denials: ${present.denials} now, ${denials.proposed.denials} then (${dollars(denials.proposed.cents)}).`,
        ]),
    ...(decidedOtherwise === 0
      ? []
      : [
          `${counted(decidedOtherwise, 'claim')} would keep the route and be decided by another rule or with other particulars.`,
        ]),
    ...clockLines(report.clocks),
    ...(unreadable.lines === 0
      ? []
      : [
          `✗ ${counted(unreadable.lines, 'line')} could not be read as a decision fact and counted nowhere: ${unreadable.first.map(({ source, line }) => `${source}:${line}`).join(', ')}. Write the facts anew with \`overturn facts\`.`,
        ]),
    ...(notAsArchived === 0
      ? []
      : [
          `! ${counted(notAsArchived, 'claim')} ${notAsArchived === 1 ? 'is' : 'are'} not decided today as the archive says, though by a rulebook of the same version: was it edited, or is the registry another one?`,
        ]),
    '',
  ];
  if (claims === 0) return `${lines.join('\n')}\nNo claim was read, so nothing was compared.\n`;
  if (changesNothing(report)) return `${lines.join('\n')}\nNothing would change.\n`;
  const sections = [
    section(
      'From and to',
      ['From', 'To'],
      report.routes.map((row) => ({
        ...row,
        names: [STANDING_IN_WORDS[row.from], STANDING_IN_WORDS[row.to]],
      })),
    ),
    section(
      'By payer',
      ['Payer'],
      report.payers.map((row) => ({
        ...row,
        names: [payerText(row.payer, row.name)],
      })),
    ),
    section(
      'By reason',
      ['Reason'],
      report.reasons.map((row) => ({ ...row, names: [row.reason] })),
    ),
    troubleText(report),
    examplesText(report, width),
  ];
  return `${lines.join('\n')}${sections.join('')}`;
}

interface Row {
  readonly names: readonly string[];
  readonly denials: number;
  readonly cents: number;
  readonly clocks: Clocks;
}

function section(title: string, heads: readonly string[], rows: readonly Row[]): string {
  const table = plainTable([...heads, 'Claims', 'Money', 'Clocks in trouble'], heads.length);
  for (const { names, denials, cents, clocks } of rows.slice(0, MOST_ROWS))
    table.push([...names, denials, dollars(cents), inTrouble(clocks)]);
  return rows.length === 0 ? '' : `\n${title}\n${table.toString()}\n${more(rows.length)}`;
}

function inTrouble({ tooLate, lapsesFirst, noDate }: Clocks): number {
  return tooLate + lapsesFirst + noDate;
}

/** Clocks in trouble by payer and kind: whom to ask, and for what. Payers with the most of them first. */
function troubleText({ payers }: SimulationReport): string {
  const troubled = payers
    .filter(({ clocks }) => inTrouble(clocks) > 0)
    .sort((a, b) => inTrouble(b.clocks) - inTrouble(a.clocks) || b.cents - a.cents);
  if (troubled.length === 0) return '';
  const table = plainTable(['Payer', 'Too late', 'Another lapses first', 'No date any more'], 1);
  for (const { payer, name, clocks } of troubled.slice(0, MOST_ROWS))
    table.push([payerText(payer, name), clocks.tooLate, clocks.lapsesFirst, clocks.noDate]);
  return `\nClocks in trouble\n${table.toString()}\n${more(troubled.length)}`;
}

function payerText(payer: string, name: string): string {
  return name === payer ? name : `${name} (${payer})`;
}

function more(rows: number): string {
  return rows > MOST_ROWS ? `… and ${rows - MOST_ROWS} more: --format json has all.\n` : '';
}

function examplesText({ examples }: SimulationReport, width: number): string {
  if (examples.length === 0) return '';
  const table = new Table({
    head: ['Denial', 'Money', 'From', 'To'],
    colWidths: [width - 14 - 25 - 27 - 5, 14, 25, 27],
    colAligns: ['left', 'right', 'left', 'left'],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const {
    denialId,
    reason,
    payerName,
    payer,
    cents,
    from,
    to,
    ruleBefore,
    ruleAfter,
    clock,
  } of examples) {
    const trouble = clock === null ? '' : `\n${TROUBLE_IN_WORDS[clock]}`;
    table.push(
      [
        `${reason}\n${payerName || payer}`,
        dollars(cents),
        STANDING_IN_WORDS[from],
        `${STANDING_IN_WORDS[to]}${trouble}`,
      ],
      [{ colSpan: 4, content: `${denialId}: ${ruleBefore ?? 'no rule'} → ${ruleAfter ?? 'no rule'}` }],
    );
  }
  return `\nExamples\n${table.toString()}\n`;
}

function clockLines({ tooLate, lapsesFirst, noDate }: Clocks): string[] {
  return [
    ...(tooLate === 0
      ? []
      : [
          `! ${counted(tooLate, 'claim')} would miss the clock of the new way: its day to send is past, that of the present way is not.`,
        ]),
    ...(lapsesFirst === 0
      ? []
      : [
          `! For ${counted(lapsesFirst, 'claim')} another clock would run out while the new one is being met, and does not now.`,
        ]),
    ...(noDate === 0 ? [] : [`! ${counted(noDate, 'claim')} would have no date any more.`]),
  ];
}

function plainTable(head: readonly string[], names: number): Table.Table {
  return new Table({
    head: [...head],
    colAligns: head.map((_, index) => (index < names ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
