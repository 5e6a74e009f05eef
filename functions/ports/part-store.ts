import type { SubmissionTransaction } from '../core/claim/reader.ts';
import type { RemittanceId } from '../core/ids.ts';
import type { ReadingNotice, RemittanceHeader, RemittanceTrailer } from '../core/remittance/remittance.ts';
import type { Delimiters } from '../core/x12/delimiters.ts';

/** Claims of one transaction that follow each other: all of them, or from one CLP to the next part's first. */
export interface ClaimSlice {
  readonly header: RemittanceHeader;
  readonly trailer: RemittanceTrailer;
  readonly delimiters: Delimiters;
  /** Ordinal of the first claim, and how many. */
  readonly firstClaim: number;
  readonly claims: number;
  /** Bytes of the file from the first CLP to behind the last claim; equal where there is no claim. */
  readonly byteStart: number;
  readonly byteEnd: number;
  /** The parts that hold claims of this transaction, first and last: the same one where it is whole here. */
  readonly parts: { readonly first: number; readonly last: number };
}

/** What one message loads, numbered from 1. Known from the inspection of the whole file; loaded in any order. */
export type FilePart = { readonly part: number } & (
  | { readonly kind: 'remittances'; readonly slices: readonly ClaimSlice[] }
  /** The claims and acknowledgements of a file: one part. */
  | { readonly kind: 'claims'; readonly transactions: readonly SubmissionTransaction[] }
);

/** How a file is divided, and which of its parts are loaded. */
export interface LoadPlan {
  readonly parts: number;
  /** Whole remittances in the file, those that repeat an earlier one of it included. */
  readonly remittances: number;
  readonly done: ReadonlySet<number>;
}

/** What the remittances of a file came to. Those of other files, loaded before, count there. */
export interface Standing {
  readonly remittances: number;
  readonly claims: number;
  readonly denials: number;
  readonly deniedCents: number;
  readonly conflicts: number;
  /** The first of them, to be shown. */
  readonly exceptions: readonly ReadingNotice[];
  readonly warnings: readonly ReadingNotice[];
}

/** What became of one part. */
export interface PartOutcome {
  /** Of the remittances that are whole in this part. */
  readonly standing: Standing;
  /** Remittances that other parts hold claims of, too: they stand when those are loaded. */
  readonly shared: readonly RemittanceId[];
  /** Claims as sent and acknowledgements. */
  readonly claimsSent: number;
  readonly acknowledgements: number;
}

/** The plan by which a big file is loaded, part by part, beside its ledger. */
export interface PartStore {
  /** Keeps the plan that is there already, whoever made it, and returns what is in force. */
  registerPlan(
    fileSha256: string,
    plan: { readonly parts: readonly FilePart[]; readonly remittances: number },
  ): Promise<LoadPlan>;
  readPlan(fileSha256: string): Promise<LoadPlan | null>;
  readPart(fileSha256: string, part: number): Promise<FilePart | null>;
  /** Marks a part as loaded, any number of times; the plan as it is right after that. */
  recordPart(fileSha256: string, part: number, outcome: PartOutcome): Promise<LoadPlan>;
  /** Of every part that is loaded. */
  outcomes(fileSha256: string): Promise<readonly PartOutcome[]>;
}
