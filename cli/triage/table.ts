import Table from 'cli-table3';
import type { Route } from '../../functions/core/denial/decision.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import type { LineWriter } from './command.ts';
import type { ClaimLine, RemittanceLine, SummaryLine, TriageLine } from './lines.ts';
import { ROUTE_IN_WORDS, whyNoDate } from './words.ts';

type Deadline = NonNullable<ClaimLine['decision']>['deadlines'][number];

/**
 * Writes the lines for a person: a table a remittance, each denial with its codes, what to do, by when and why.
 *
 * @param asOf yyyy-mm-dd from which days are counted.
 * @param columns width of the terminal; 100 where it is not known.
 */
export function writeTable(asOf: string, columns: number | undefined): LineWriter {
  const width = Math.max(76, Math.min(columns ?? 100, 140));
  return async (batches) => {
    let waiting: ClaimLine[] = [];
    const unknownPayers = new Set<string>();
    for await (const lines of batches) {
      for (const line of lines) {
        if (line.type === 'claim') {
          if (line.decision && line.decision.class !== 'non_denial') waiting.push(line);
          continue;
        }
        if (line.type === 'summary') print(unknownPayersText(unknownPayers));
        print(textOf(line, waiting, asOf, width));
        if (line.type === 'remittance' && (line.denials ?? 0) > 0 && line.payer.type === 'unknown') {
          unknownPayers.add(line.payer.name || line.payer.id);
        }
        if (line.type === 'remittance' || line.type === 'exception') waiting = [];
      }
    }
  };
}

function textOf(
  line: Exclude<TriageLine, ClaimLine>,
  claims: readonly ClaimLine[],
  asOf: string,
  width: number,
) {
  switch (line.type) {
    case 'remittance':
      return remittanceText(line, claims, asOf, width);
    case 'exception':
      return `✗ ${line.file}${place(line)}: ${line.message} [${line.code}]\n`;
    case 'warning':
      return `! ${line.file}${place(line)}: ${line.message} [${line.code}]\n`;
    case 'summary':
      return summaryText(line);
  }
}

function remittanceText(
  line: RemittanceLine,
  claims: readonly ClaimLine[],
  asOf: string,
  width: number,
): string {
  const facts = [
    `trace ${line.traceNumber}`,
    `paid ${dollars(line.paymentCents)}`,
    line.balanced ? 'balanced' : 'does not balance',
    counted(line.claims, 'claim'),
    counted(line.denials ?? 0, 'denial'),
    ...(line.repeat ? ['a repeat of one read before: not counted again'] : []),
  ];
  const heading = `\n${line.payer.name || 'Payer not named'} (${line.payer.type}) · ${line.file}\n${facts.join(' · ')}\n`;
  if (claims.length === 0) return heading;
  const widths = [20, 13, 18, 21];
  const rest = width - widths.reduce((sum, w) => sum + w, 0) - widths.length - 2;
  const table = new Table({
    head: ['Claim', 'Denied', 'Codes', 'What to do', 'Send by'],
    colWidths: [...widths, Math.max(rest, 18)],
    colAligns: ['left', 'right', 'left', 'left', 'left'],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { claimId, decision } of claims) {
    if (!decision) continue;
    table.push(
      [
        claimId,
        decision.class === 'hold' ? 'on hold' : dollars(decision.amountCents),
        codesOf(decision.reasons),
        decision.class === 'hold' ? 'Wait for the payer' : ROUTE_IN_WORDS[decision.route],
        sendByText(decision.deadlines, asOf),
      ],
      [{ colSpan: 5, content: decision.explanation }],
    );
  }
  return `${heading}${table.toString()}\n`;
}

/** Codes once each, the leading reason first: `CO-50 N115 M25`. */
function codesOf(reasons: NonNullable<ClaimLine['decision']>['reasons']): string {
  const codes = reasons.map(({ group, carc, remarks }) =>
    [carc === '' ? `${group} no reason`.trim() : `${group}-${carc}`, ...remarks].join(' '),
  );
  return [...new Set(codes)].join('\n');
}

function sendByText(deadlines: readonly Deadline[], asOf: string): string {
  const [first] = deadlines;
  if (first === undefined) return 'no deadline';
  const by = first.sendBy ?? first.safeBy;
  if (by === null) return whyNoDate(first);
  const days = Math.round((Date.parse(by) - Date.parse(asOf)) / 86_400_000);
  const distance = days < 0 ? `${-days} days ago` : days === 0 ? 'today' : `in ${days} days`;
  return `${by} (${distance})\n${first.kind.replaceAll('_', ' ')}`;
}

/** What a payer is decides rules and deadlines; a remittance says it only sometimes. */
function unknownPayersText(names: ReadonlySet<string>): string {
  if (names.size === 0) return '';
  const some = [...names].slice(0, 5).join(', ');
  const more = names.size > 5 ? ` and ${names.size - 5} more` : '';
  return `\nPayer type unknown: ${some}${more}. Say what they are with --payers FILE: more rules and deadlines then hold.\n`;
}

function summaryText(line: SummaryLine): string {
  const routes = Object.entries(line.byRoute ?? {}).map(
    ([route, count]) => `${ROUTE_IN_WORDS[route as Route].toLowerCase()} ${count}`,
  );
  return [
    '',
    `${counted(line.files, 'file')}, ${counted(line.transactions, 'remittance')}, ${counted(line.claims, 'claim')}: ` +
      `${counted(line.denials ?? 0, 'denial')}, ${dollars(line.deniedCents ?? 0)} denied.`,
    ...(routes.length > 0 ? [`To do: ${routes.join(', ')}.`] : []),
    ...(line.exceptions > 0 ? [`${counted(line.exceptions, 'exception')}: see the lines marked ✗.`] : []),
    ...(line.warnings > 0 ? [`${counted(line.warnings, 'warning')}: see the lines marked !.`] : []),
    '',
  ].join('\n');
}

function place({ transaction, segment }: { transaction: string | null; segment: number | null }): string {
  const parts = [
    ...(transaction === null ? [] : [`ST ${transaction}`]),
    ...(segment === null ? [] : [`segment ${segment}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

// A name out of a file must not move the cursor or ring the bell.
const TERMINAL_CONTROL = /[\p{Cc}--[\n\t]]/gv;

function print(text: string): void {
  process.stdout.write(text.replace(TERMINAL_CONTROL, '\uFFFD'));
}
