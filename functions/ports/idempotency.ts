/** The answer to a write, kept for 24 hours under the client's Idempotency-Key. */
export interface StoredAnswer {
  /** SHA-256 of operation, path and body: the same key with another request is refused. */
  readonly requestSha256: string;
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

/** What a key stands for: a request that was not there before, one that is being worked, or one that was answered. */
export type Begun =
  | { readonly kind: 'begun' }
  | { readonly kind: 'in_progress'; readonly requestSha256: string }
  | { readonly kind: 'answered'; readonly answer: StoredAnswer };

/** Longer than any request may run: what was begun before and not answered broke off, and may be begun again. */
export const ABANDONED_AFTER_SECONDS = 60;

export interface IdempotencyStore {
  /** Begins the request of a key: of several at once, one. */
  begin(userId: string, key: string, requestSha256: string, at: string): Promise<Begun>;
  /** Keeps the answer to a request that was begun. */
  keep(userId: string, key: string, answer: StoredAnswer, at: string): Promise<void>;
  /** Gives up a request that was begun and changed nothing: it may be begun again at once. */
  release(userId: string, key: string): Promise<void>;
}
