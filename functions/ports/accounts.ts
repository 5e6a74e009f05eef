import type { UserRecord } from './settings.ts';

/** One person as sign-in knows them. */
export interface SignIn {
  /** The token's `sub`. */
  readonly userId: string;
  readonly username: string;
  /** Whether they may sign in at all. */
  readonly enabled: boolean;
}

/** Sign-in (Cognito): who there is, and the group that carries the role. People are made and disabled there. */
export interface SignIns {
  list(): Promise<readonly SignIn[]>;
  /** The person is in the group of this role and in no other role's. Idempotent. */
  setRole(username: string, role: UserRecord['role']): Promise<void>;
}

/** What a person may do here. */
export interface Account {
  /** 0 until it was granted through the API. */
  readonly version: number;
  readonly user: UserRecord;
}

export interface AccountEvent {
  readonly at: string;
  readonly by: string;
  readonly before: Pick<UserRecord, 'role' | 'practices'> | null;
  readonly after: Pick<UserRecord, 'role' | 'practices'>;
}

export interface Accounts {
  account(userId: string): Promise<Account | null>;
  /** The change that made this version of an account; null of one that was never granted. */
  event(userId: string, version: number): Promise<AccountEvent | null>;
  /**
   * Account and event in one transaction, in which `grantedBy` still is an admin: two who would demote each other at
   * the same time cannot both, so that one admin always remains.
   */
  grant(grant: {
    readonly before: Account | null;
    readonly after: Account;
    readonly event: AccountEvent;
    readonly grantedBy: string;
  }): Promise<'granted' | 'conflict' | 'granter_is_no_admin'>;
}
