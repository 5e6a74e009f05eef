/** A read of an identified record, or a refusal. */
export interface AccessEntry {
  readonly at: string;
  readonly userId: string;
  readonly operation: string;
  /** Denial, remittance or file id; null for lists. */
  readonly subject: string | null;
  readonly outcome: 'allowed' | 'refused';
  readonly reason: string | null;
}

/** An entry and its place: later places compare greater, those of an instant in no order that means anything. */
export interface KeptAccess {
  /** Begins with the instant. */
  readonly position: string;
  readonly entry: AccessEntry;
}

/** Reads of identified records and refusals, append-only (DESIGN: Access). */
export interface AccessLog {
  record(entry: AccessEntry): Promise<void>;
  /**
   * The newest entries of one day.
   *
   * @param day yyyy-mm-dd, in UTC as instants are
   * @param before only what stands before this position; null = from the day's end
   */
  ofDay(day: string, limit: number, before: string | null): Promise<readonly KeptAccess[]>;
}
