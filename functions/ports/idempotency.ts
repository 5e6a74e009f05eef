/** The answer to a write, kept for 24 hours under the client's Idempotency-Key. */
export interface StoredAnswer {
  /** SHA-256 of operation, path and body: the same key with another request is refused. */
  readonly requestSha256: string;
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

export interface IdempotencyStore {
  find(userId: string, key: string): Promise<StoredAnswer | null>;
  /** Keeps the first answer; a later one for the same key is dropped. */
  keep(userId: string, key: string, answer: StoredAnswer, at: string): Promise<void>;
}
