/** One message to load a part of a file, or the rest of it. */
export interface LoadMessage {
  readonly fileSha256: string;
  /** Number of the part; the ledger has its byte range. */
  readonly part: number;
  /** Ordinal of the ST to begin with, from 1. */
  readonly transaction: number;
  /** Ordinal of the first CLP not yet stored; of claims and acknowledgements, their ordinal in the file. */
  readonly claim: number;
  /** Which redrive of the file divided it so. @default it was never redriven */
  readonly redrive?: number | undefined;
}

/** To load a file anew from where it is kept: its first redrive is 1. */
export interface RedriveMessage {
  readonly fileSha256: string;
  readonly redrive: number;
}

/** To say what loading a file again would come to. */
export interface PreviewMessage {
  readonly fileSha256: string;
  readonly previewAskedAt: string;
}

/** Where the parts of a big file, and the rest of a load that ran out of time, come from: new messages, never redeliveries. */
export interface IngestQueue {
  sendLoads(messages: readonly LoadMessage[]): Promise<void>;
  sendAgain(message: RedriveMessage | PreviewMessage): Promise<void>;
}
