/** What is wrong with data that people write, where, and what to do about it. */
export interface DataProblem {
  /** From the root of the data, for a line number. */
  readonly path: readonly PropertyKey[];
  /** The same place in words. */
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
}

/** @example inOneLine(problem) // 'choices/org.x: CARC 999 is not in codes/carc; add or correct it' */
export function inOneLine({ where, message, remedy }: DataProblem): string {
  return `${where}: ${message}; ${remedy}`;
}
