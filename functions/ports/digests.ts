/** Mail to one person of the organisation. The text names no patient and no claim. */
export interface Mail {
  /** @throws when it was not accepted for sending. */
  send(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

/** Who may sign in and where they get mail: verified addresses alone. */
export interface Addressees {
  list(): Promise<readonly { readonly userId: string; readonly email: string }[]>;
}

/** Whose digest of which day (yyyy-mm-dd) was begun, and which days are done. Forgotten after two weeks. */
export interface DigestLog {
  isDone(day: string): Promise<boolean>;
  /** `begun`: by this call, and by no other one ever. */
  markBegun(day: string, userId: string, at: string): Promise<'begun' | 'already'>;
  /** Everybody's of the day is begun. */
  markDone(day: string, at: string): Promise<void>;
}
