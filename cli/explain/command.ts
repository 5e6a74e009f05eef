import { Command, InvalidArgumentError } from 'commander';
import { clocksOf } from '../../functions/core/deadline/clocks.ts';
import { factsOfRemittance } from '../../functions/core/denial/known-facts.ts';
import { traceDecision } from '../../functions/core/denial/trace.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import { payerProfileOf } from '../../functions/core/payer/profile.ts';
import { loadRules, type Rules, type RulesOptions, warnOf } from '../rules/load-rules.ts';
import { atHandOn, calendarDate, localToday } from '../triage/as-of.ts';
import { EXIT_ALL_READ, EXIT_EXCEPTIONS, EXIT_USAGE } from '../triage/command.ts';
import { findInputs } from '../triage/inputs.ts';
import { codingText } from './coding.ts';
import { explanationText } from './explanation.ts';
import { type ClaimSearch, type FoundClaim, findClaim } from './find-claim.ts';
import { portfolioOf } from './portfolio.ts';
import { type CodingOptions, reviewClaim } from './review-claim.ts';
import { readSources } from './sources.ts';

interface Options extends RulesOptions, CodingOptions {
  readonly line?: number;
  readonly asOf?: string;
}

/** `overturn explain`: one claim told from what the payer said to the rules that did not win. Needs no infrastructure. */
export function explainCommand(cwd: string): Command {
  return new Command('explain')
    .description('Explain one claim of an 835: what the payer said, what to do, by when, and why.')
    .argument('<file>', 'the 835, or - for standard input')
    .argument('<claim>', 'the claim’s CLP01, or #3 for the third claim of the file')
    .option('--line <number>', 'only this service line', lineNumber)
    .option('--as-of <date>', 'reckon the priority on this day (yyyy-mm-dd)', calendarDate)
    .option('--claims <path>', 'claims as sent (837), a file or a folder: says what looks wrong on this one')
    .option('--tables <folder>', 'code tables for that, as overturn tables load has made them')
    .option('--payers <file>', 'JSON file that says which payer is of which type')
    .option('--registry <file>', 'payer registry: types, windows and channels of payers')
    .option('--rulebook <path>', 'a whole rulebook, or an organisation’s layer over this release')
    .action(async (file: string, wanted: string, options: Options, command: Command) => {
      const misused = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      const inputs = await findInputs([file], cwd);
      if (inputs.kind === 'not_found') return misused(inputs.message);
      const [input, ...others] = inputs.inputs;
      if (input === undefined || others.length > 0) return misused(`Name one file: ${file} is a folder.`);
      const rules = await loadRules(options, cwd);
      if (rules.kind === 'refused') return misused(rules.message);
      warnOf(rules.warnings);

      const search = await findClaim(input, wanted);
      const [found] = search.found;
      if (found === undefined) return misused(notFound(search, file, wanted));
      if (search.found.length > 1) return misused(ambiguous(search.found, file, wanted));
      if (options.line !== undefined && found.claim.lines.every(({ ordinal }) => ordinal !== options.line))
        return misused(
          `Claim ${found.claim.claimId} has ${found.claim.lines.length} lines, no line ${options.line}.`,
        );

      const reviewed = await reviewClaim(found, options, cwd);
      if (reviewed.kind === 'refused') return misused(reviewed.message);

      process.stdout.write(explain(found, rules, options));
      if (reviewed.kind === 'told') process.stdout.write(codingText(reviewed.told, pageWidth()));
      process.exitCode = search.exceptions > 0 ? EXIT_EXCEPTIONS : EXIT_ALL_READ;
    });
}

function explain(
  found: FoundClaim,
  { rulebook, clocks, payers }: Rules,
  { line = null, asOf = localToday() }: { readonly line?: number | null; readonly asOf?: string },
): string {
  const { claim, header } = found;
  const payer = payerProfileOf(header.payer, claim.filingIndicator, payers);
  const trace = traceDecision(claim, payer, rulebook, factsOfRemittance(header, rulebook));
  const { decision } = trace;
  const deadlines =
    decision === null ? [] : clocksOf({ decision, claim, header, payer, atHandOn: atHandOn(asOf) }, clocks);
  const portfolio = portfolioOf({ claim, header, payer, decision, deadlines, clocks, asOf });
  return explanationText({ found, trace, portfolio, rulebook, sources: readSources(), line }, pageWidth());
}

function pageWidth(): number {
  return Math.max(60, Math.min(process.stdout.columns ?? 96, 100));
}

function notFound({ claims, exceptions }: ClaimSearch, file: string, wanted: string): string {
  const unread = exceptions > 0 ? ' Some of it could not be read: see overturn triage.' : '';
  return `No claim ${wanted} among the ${claims} of ${file}.${unread}`;
}

function ambiguous(found: readonly FoundClaim[], file: string, wanted: string): string {
  const rows = found.map(
    ({ place, claim, header }) =>
      `  #${place}  status ${claim.status}, ${dollars(claim.chargeCents)} charged, ${dollars(claim.paidCents)} paid, ` +
      `${header.producedOn ?? header.paidOn ?? 'undated'}, trace ${header.traceNumber}`,
  );
  const first = found[0]?.place ?? 1;
  return `${file} holds ${found.length} claims ${wanted}:\n${rows.join('\n')}\nName one by its place, for example: explain ${file} '#${first}'`;
}

function lineNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('Give the number of a service line, from 1.');
  return Number(value);
}
