/** What is wrong with data that people write, where, and what to do about it. */
export interface DataProblem {
  /** From the root of the data, for a line number. */
  readonly path: readonly PropertyKey[];
  /** The same place in words. */
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
}
