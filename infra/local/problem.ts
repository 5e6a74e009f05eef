/** Something outside the program stands in the way: said in words, with what to do about it, and no stack trace. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
  readonly remedy: string;
  constructor(what: string, remedy: string) {
    super(what);
    this.remedy = remedy;
  }
}

/** Ends the process after an error; a SetupProblem is told in two lines. */
export function exitWithProblem(error: unknown): never {
  if (error instanceof SetupProblem) process.stderr.write(`\n${error.message}\n${error.remedy}\n`);
  else process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
