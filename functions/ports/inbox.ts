/** Where a load that ran out of time goes on: a new message, never a redelivery. */
export interface IngestQueue {
  continueLoad(message: {
    readonly fileSha256: string;
    /** Left out while remittances are loaded; 'claims' once it is the turn of claims and acknowledgements. */
    readonly part?: 'claims' | undefined;
    /** Ordinal of the ST to go on with, from 1. */
    readonly transaction: number;
    /** Ordinal of the first CLP not yet stored; of claims and acknowledgements, their ordinal in the file. */
    readonly claim: number;
  }): Promise<void>;
}
