/** Reads of identified records and refusals, append-only (DESIGN: Access). */
export interface AccessLog {
  record(entry: {
    readonly at: string;
    readonly userId: string;
    readonly operation: string;
    /** Denial, remittance or file id; null for lists. */
    readonly subject: string | null;
    readonly outcome: 'allowed' | 'refused';
    readonly reason: string | null;
  }): Promise<void>;
}
