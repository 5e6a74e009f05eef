import path from 'node:path';
import { Command, Option } from 'commander';
import { generate } from '../../functions/core/generate/generate.ts';
import type { GeneratedSums } from '../../functions/core/generate/sums.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import { byteCount, calendarDate, KINDS, payerMix, positiveCount, seed, share } from './options.ts';
import { folderOutput, type Output, standardOutput, writeSums } from './outputs.ts';

interface Options {
  readonly seed: number;
  readonly claims?: number;
  readonly bytes?: number;
  readonly kind: string;
  readonly out: string;
  readonly sums?: string;
  readonly payerMix?: ReturnType<typeof payerMix>;
  readonly denialRate: number;
  readonly from: string;
  readonly to: string;
  readonly claimsPerRemittance?: number;
  readonly lineEnds: boolean;
}

const EXIT_USAGE = 2;
const DEFAULT_CLAIMS = 100;
/** Fixed, because the same command gives the same bytes on every day. */
const DEFAULT_FROM = '2026-07-01';
const DEFAULT_TO = '2026-09-30';
const DEFAULT_DENIAL_RATE = 0.13;

/** `overturn generate`: made-up remittances with their claims and acknowledgements. Needs no infrastructure. */
export function generateCommand(cwd: string): Command {
  return new Command('generate')
    .description(
      'Make up remittances (835) that balance, the claims (837) they answer and the acknowledgements (277CA).',
    )
    .option('--seed <number>', 'the same seed and options give the same bytes', seed, 1)
    .addOption(
      new Option('--claims <number>', `how many claims as sent (default ${DEFAULT_CLAIMS})`)
        .argParser(positiveCount)
        .conflicts('bytes'),
    )
    .option('--bytes <size>', 'how many bytes of remittances at least: 500KB, 10MB, 1GB', byteCount)
    .addOption(new Option('--kind <kind>', 'what to write').choices(Object.keys(KINDS)).default('835'))
    .option('--out <folder>', 'where to write: a folder, or - for standard output', '-')
    .option('--sums <file>', 'write the sums of the run into this file as JSON')
    .option('--payer-mix <mix>', 'weights by payer type: commercial=60,medicare_ffs=40', payerMix)
    .option('--denial-rate <share>', 'share of the claims denied at first', share, DEFAULT_DENIAL_RATE)
    .option('--from <date>', 'first day of the remittances', calendarDate, DEFAULT_FROM)
    .option('--to <date>', 'last day of the remittances', calendarDate, DEFAULT_TO)
    .option('--claims-per-remittance <number>', 'claims of each 835 transaction', positiveCount)
    .option('--no-line-ends', 'end segments with ~ alone')
    .action(async (options: Options, command: Command) => {
      if (options.from > options.to) {
        return command.error('error: --from is after --to.', { exitCode: EXIT_USAGE });
      }
      try {
        const output = options.out === '-' ? standardOutput() : folderOutput(path.resolve(cwd, options.out));
        const sums = await run(options, output);
        if (options.sums !== undefined) writeSums(path.resolve(cwd, options.sums), sums);
        process.stderr.write(`${sentence(sums)}\n`);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return command.error(`error: Cannot write (${error.code}): ${error.message}`, {
          exitCode: EXIT_USAGE,
        });
      }
    });
}

async function run(options: Options, output: Output): Promise<GeneratedSums> {
  const pieces = generate(
    {
      seed: options.seed,
      size:
        options.bytes === undefined ? { claims: options.claims ?? DEFAULT_CLAIMS } : { bytes: options.bytes },
      from: options.from,
      to: options.to,
      denialRate: options.denialRate,
      payerMix: options.payerMix ?? null,
      claimsPerRemittance: options.claimsPerRemittance ?? null,
    },
    { kinds: new Set(KINDS[options.kind]), segmentEnd: options.lineEnds ? '~\n' : '~' },
  );
  for (;;) {
    const next = pieces.next();
    if (next.done) {
      await output.close(next.value);
      return next.value;
    }
    await output.take(next.value);
  }
}

function sentence(sums: GeneratedSums): string {
  const {
    claimsSent,
    replacements,
    claimsRejected,
    claimPayments,
    remittances,
    denials,
    deniedCents,
    reversals,
  } = sums;
  return `${claimsSent} claims sent (${claimsRejected} rejected) and ${replacements} replacements; ${claimPayments} claim payments in ${remittances} remittances: ${denials} denials of ${dollars(deniedCents)}, ${reversals} reversals.`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
