import { Command, CommanderError } from 'commander';
import { SumTooLargeError } from '../functions/core/money/sum.ts';
import { explainCommand } from './explain/command.ts';
import { generateCommand } from './generate/command.ts';
import { tokenCommand } from './local/token.ts';
import { answerCommand } from './remote/answer.ts';
import { approveCommand } from './remote/approve.ts';
import { diffCommand } from './remote/diff.ts';
import { queueCommand } from './remote/queue.ts';
import { redriveCommand } from './remote/redrive.ts';
import { showCommand } from './remote/show.ts';
import { verifyAuditCommand } from './remote/verify-audit.ts';
import { rulebookCommand } from './rulebook/command.ts';
import { loginCommand, logoutCommand } from './session/command.ts';
import { factsCommand, simulateCommand } from './simulate/command.ts';
import { tablesCommand } from './tables/command.ts';
import { EXIT_EXCEPTIONS, EXIT_USAGE, triageCommand } from './triage/command.ts';
import { uploadCommand } from './upload/command.ts';
import { rebuildViewsCommand } from './views/command.ts';

// A closed pipe (`overturn triage … | head`) is the reader's choice, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// npm runs scripts from the package's folder; people name files from where they stand.
const cwd = process.env.INIT_CWD ?? process.cwd();

const program = new Command('overturn')
  .description('Denial management and appeals for health-care providers.')
  .showHelpAfterError('(add --help for usage)')
  .exitOverride()
  .addCommand(inheritExit(triageCommand(cwd)))
  .addCommand(inheritExit(explainCommand(cwd)))
  .addCommand(inheritExit(rulebookCommand(cwd)))
  .addCommand(inheritExit(simulateCommand(cwd)))
  .addCommand(inheritExit(factsCommand(cwd)))
  .addCommand(inheritExit(generateCommand(cwd)))
  .addCommand(inheritExit(tablesCommand(cwd)))
  .addCommand(inheritExit(uploadCommand(cwd)))
  .addCommand(inheritExit(rebuildViewsCommand()))
  .addCommand(inheritExit(loginCommand()))
  .addCommand(inheritExit(logoutCommand()))
  .addCommand(inheritExit(queueCommand()))
  .addCommand(inheritExit(showCommand(cwd)))
  .addCommand(inheritExit(diffCommand()))
  .addCommand(inheritExit(approveCommand()))
  .addCommand(inheritExit(answerCommand()))
  .addCommand(inheritExit(verifyAuditCommand(cwd)))
  .addCommand(inheritExit(redriveCommand()))
  .addCommand(inheritExit(tokenCommand()));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof SumTooLargeError) {
    process.stderr.write(`error: ${error.message}\n`);
    process.exit(EXIT_EXCEPTIONS);
  }
  if (!(error instanceof CommanderError)) throw error;
  // commander reports wrong usage as 1; the interface says 2, and 1 means exceptions in the input.
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
}

function inheritExit(command: Command): Command {
  for (const sub of command.commands) inheritExit(sub);
  return command.exitOverride().showHelpAfterError('(add --help for usage)');
}
