/** Where a load that ran out of time goes on: a new message, never a redelivery. */
export interface IngestQueue {
  continueLoad(message: {
    readonly fileSha256: string;
    /** Ordinal of the ST to go on with, from 1. */
    readonly transaction: number;
    /** Ordinal of the first CLP not yet stored. */
    readonly claim: number;
  }): Promise<void>;
}
