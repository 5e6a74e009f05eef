import type { Account, AccountEvent, Accounts, SignIn, SignIns } from '../../ports/accounts.ts';
import type { UserRecord } from '../../ports/settings.ts';

/** Accounts in memory; those given at the start have never been granted. */
export class MemoryAccounts implements Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly events: AccountEvent[] = [];
  readonly #eventOf = new Map<string, AccountEvent>();

  constructor(users: readonly UserRecord[]) {
    for (const user of users) this.#accounts.set(user.userId, { version: 0, user });
  }

  async account(userId: string): Promise<Account | null> {
    return this.#accounts.get(userId) ?? null;
  }

  async event(userId: string, version: number): Promise<AccountEvent | null> {
    return this.#eventOf.get(`${userId}#${version}`) ?? null;
  }

  async grant({ before, after, event, grantedBy }: Parameters<Accounts['grant']>[0]) {
    const current = this.#accounts.get(after.user.userId);
    if (current?.version !== before?.version) return 'conflict' as const;
    if (this.#accounts.get(grantedBy)?.user.role !== 'admin') return 'granter_is_no_admin' as const;
    this.#accounts.set(after.user.userId, structuredClone(after));
    this.events.push(structuredClone(event));
    this.#eventOf.set(`${after.user.userId}#${after.version}`, structuredClone(event));
    return 'granted' as const;
  }
}

/** Sign-in in memory. */
export class MemorySignIns implements SignIns {
  readonly #people: readonly SignIn[];
  readonly roles = new Map<string, UserRecord['role']>();

  constructor(people: readonly SignIn[]) {
    this.#people = people;
  }

  async list(): Promise<readonly SignIn[]> {
    return this.#people;
  }

  async setRole(username: string, role: UserRecord['role']): Promise<void> {
    this.roles.set(username, role);
  }
}
