/** What the exit code of a command over the API says, for scripts (docs/reference/cli.md). */
export const EXIT = {
  done: 0,
  /** The API says no: not allowed, not there, changed meanwhile, refused; or a verification failed. */
  refused: 1,
  /** The command was written wrongly. */
  usage: 2,
  /** Nobody is signed in, or no longer. */
  signedOut: 3,
  /** The API cannot be reached, or has a fault. Nothing is known; the same command may be given again. */
  unavailable: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command ends early: a sentence for stderr and the code to exit with. */
export class CommandEnds extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, sentence: string) {
    super(sentence);
    this.name = 'CommandEnds';
    this.exitCode = exitCode;
  }
}
