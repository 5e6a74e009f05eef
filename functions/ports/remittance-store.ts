import type { Decision } from '../core/denial/decision.ts';
import type { PracticeId, RemittanceId } from '../core/ids.ts';
import type { SeenPayer } from '../core/payer/seen-payer.ts';
import type {
  ClaimPayment,
  ReadingNotice,
  RemittanceHeader,
  RemittanceTrailer,
} from '../core/remittance/remittance.ts';

export const FILE_STATUSES = [
  'reading',
  'loaded',
  'loaded_with_exceptions',
  'quarantined',
  'not_read_yet',
  'duplicate',
] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** `conflict`: held, because another remittance names the same payment. */
export const REMITTANCE_STATUSES = ['loading', 'loaded', 'conflict'] as const;

/** One file as it arrived. Its name never leaves this record. */
export interface LedgerFile {
  /** SHA-256 of the bytes: the same bytes again are the same file. */
  readonly fileSha256: string;
  readonly bucket: string;
  readonly objectKey: string;
  readonly objectVersionId: string;
  readonly byteLength: number;
  readonly receivedAt: string;
  readonly status: FileStatus;
  /** In words a biller understands. */
  readonly statusReason: string;
  readonly archiveKey: string | null;
  readonly exceptions: readonly ReadingNotice[];
  readonly warnings: readonly ReadingNotice[];
  readonly remittances: number;
  /** Claim payments. */
  readonly claims: number;
  readonly denials: number;
  readonly deniedCents: number;
  /** Claims as sent (837), and acknowledgements of claims, submissions and transactions (277CA, 999). */
  readonly claimsSent: number;
  readonly acknowledgements: number;
  /** Marked as history: decisions before this day (yyyy-mm-dd) open no work by themselves. */
  readonly historyBefore?: string | undefined;
  /** Every time that a person had it loaded again, oldest first. */
  readonly redrives?: readonly Redrive[] | undefined;
  /** Where it is loaded from since it was redriven. @default the object that arrived in the inbox */
  readonly source?: StoredSource | undefined;
}

/** A person had a file loaded again. */
export interface Redrive {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** What had become of the file until then. */
  readonly statusBefore: FileStatus;
}

export interface StoredSource {
  readonly bucket: 'inbox' | 'archive' | 'quarantine';
  readonly key: string;
  readonly versionId: string;
}

/** What loading a file again would come to, as it was found without loading anything. */
export interface RedrivePreview {
  /** Of the request that asked for it. */
  readonly askedAt: string;
  readonly madeAt: string;
  /** Remittances that would be loaded, and their claims; one that turns out to be in conflict is held. */
  readonly remittances: number;
  readonly claims: number;
  /** Remittances that were loaded before and would not be again. */
  readonly loadedBefore: number;
  /** Remittances that stay held until a person releases them. */
  readonly held: number;
  /** Transactions of claims as sent and of acknowledgements; read again, each counts once. */
  readonly claimTransactions: number;
  /** Parts of the file that still cannot be read. */
  readonly notRead: number;
  readonly sentence: string;
}

/** One remittance of the ledger: identity, control totals and how far it is loaded. */
export interface LedgerRemittance {
  readonly remittanceId: RemittanceId;
  readonly fileSha256: string;
  readonly practiceId: PracticeId;
  readonly header: RemittanceHeader;
  readonly trailer: RemittanceTrailer;
  readonly status: (typeof REMITTANCE_STATUSES)[number];
  readonly statusReason: string;
  readonly loadedAt: string | null;
  /** Stored cents, compared with the trailer's when loading ends. */
  readonly storedClaims: number;
  readonly storedPaidCents: number;
  readonly denials: number;
  readonly deniedCents: number;
  /** Another remittance under the same payer, payee, TRN02, date and amount: a conflict where money moved. */
  readonly sharesIdentityWith: RemittanceId | null;
  /** It was held in conflict until a person decided that it is to be loaded. */
  readonly released?: { readonly at: string; readonly by: string; readonly reason: string } | undefined;
}

export interface StoredClaimPayment {
  readonly remittanceId: RemittanceId;
  readonly practiceId: PracticeId;
  /** Payee NPI, else TIN, else 'unknown'. */
  readonly payeeId: string;
  readonly claim: ClaimPayment;
  readonly header: RemittanceHeader;
  /** Null where nothing in it needs a decision. */
  readonly decision: Decision | null;
  /** It came in a file marked as history, and was decided before the day named there. */
  readonly isHistory?: true | undefined;
}

/** Counts and cents of the claim payments of one remittance. */
export interface StoredTotals {
  readonly claims: number;
  readonly paidCents: number;
  readonly denials: number;
  readonly deniedCents: number;
}

export interface RemittanceStore {
  /** Registers a file by its content; `known` when the same bytes came before. */
  registerFile(file: LedgerFile): Promise<'new' | { readonly known: LedgerFile }>;
  updateFile(file: LedgerFile): Promise<void>;
  /** The same bytes under another name or version: listed beside the file they repeat. Idempotent by object version. */
  recordCopy(copy: LedgerFile): Promise<void>;
  readFile(fileSha256: string): Promise<LedgerFile | null>;
  /** Newest first, from the newest on or after a position (`filePosition`). */
  listFiles(limit: number, after?: string | null): Promise<readonly LedgerFile[]>;
  /**
   * Claims the identity of a remittance and returns it as stored: `repeat` = this remittanceId is loaded already;
   * `resume` = its loading was cut off; `conflict` = other content under the same payer, payee, TRN02, date and
   * (non-zero) amount. Without money it is `new`, and names the other one in sharesIdentityWith.
   */
  registerRemittance(remittance: LedgerRemittance): Promise<{
    readonly kind: 'new' | 'resume' | 'repeat' | 'conflict';
    readonly remittance: LedgerRemittance;
  }>;
  updateRemittance(remittance: LedgerRemittance): Promise<void>;
  /** Stores the file with one redrive more; false where somebody else redrove it meanwhile. */
  startRedrive(file: LedgerFile): Promise<boolean>;
  /** Stores a released remittance; false where it is not held in conflict any more. */
  recordRelease(remittance: LedgerRemittance): Promise<boolean>;
  /** Replaces the one before. */
  keepPreview(fileSha256: string, preview: RedrivePreview): Promise<void>;
  readPreview(fileSha256: string): Promise<RedrivePreview | null>;
  readRemittance(remittanceId: RemittanceId): Promise<LedgerRemittance | null>;
  /** Newest payment first, from the newest on or after a position (`remittancePosition`). */
  listRemittances(
    practiceId: PracticeId,
    limit: number,
    after?: string | null,
  ): Promise<readonly LedgerRemittance[]>;
  /** Claim payments of one remittance in its own order, after this CLP ordinal (0 = from the first). */
  claimPaymentsOfRemittance(
    remittanceId: RemittanceId,
    query: { readonly after: number; readonly limit: number },
  ): Promise<readonly StoredClaimPayment[]>;
  /** Every practice that a remittance ever named, so that none is out of sight of those who see all. */
  listPractices(): Promise<readonly PracticeId[]>;
  /** Every payer that a remittance ever named, as it named it. */
  listPayers(): Promise<readonly SeenPayer[]>;
  /** Idempotent batch write of claim payments that open no denial. */
  putClaimPayments(claimPayments: readonly StoredClaimPayment[]): Promise<void>;
  /** What is stored of a remittance, counted anew from the store itself. */
  storedTotals(remittanceId: RemittanceId): Promise<StoredTotals>;
  readClaimPayment(
    payeeId: string,
    claimId: string,
    remittanceId: RemittanceId,
    clpOrdinal: number,
  ): Promise<StoredClaimPayment | null>;
  /** Every claim payment of this payee under this CLP01, in no order. */
  claimPaymentsOf(payeeId: string, claimId: string): Promise<readonly StoredClaimPayment[]>;
  /**
   * Of claim payments that are stored already, those that are the first under every number of theirs (CLP01, CLP07,
   * REF*F8): nothing else was on file about their claims. Each number is taken once and for all, so that of payments
   * that share one, at most one is ever first, in whatever order and however many at once they are asked about.
   */
  firstsOf(claimPayments: readonly StoredClaimPayment[]): Promise<readonly StoredClaimPayment[]>;
  /**
   * The claims under which a payer's number (CLP07, REF*F8) was seen, each as `claimPaymentsOf` takes it: a CLP01, or
   * what stands for one that is absurdly long.
   */
  claimIdsOf(payeeId: string, number: string): Promise<readonly string[]>;
}
