/** One message to load a part of a file, or the rest of it. */
export interface LoadMessage {
  readonly fileSha256: string;
  /** Number of the part; the ledger has its byte range. */
  readonly part: number;
  /** Ordinal of the ST to begin with, from 1. */
  readonly transaction: number;
  /** Ordinal of the first CLP not yet stored; of claims and acknowledgements, their ordinal in the file. */
  readonly claim: number;
}

/** Where the parts of a big file, and the rest of a load that ran out of time, come from: new messages, never redeliveries. */
export interface IngestQueue {
  sendLoads(messages: readonly LoadMessage[]): Promise<void>;
}
