import type { Account, AccountEvent, Accounts, SignIn, SignIns } from '../ports/accounts.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { AccessPorts, Forbidden } from './guard-access.ts';
import { type PracticePorts, strangePractices } from './practices-of-organisation.ts';
import type { ReadResult } from './read-denial.ts';
import { settingsRefusal } from './settings-desk.ts';

export interface AccountPorts extends AccessPorts {
  readonly accounts: Accounts;
  readonly signIns: SignIns;
}

/** A person who can sign in, and what they may do here; null = nothing yet. */
export interface Person {
  readonly signIn: SignIn;
  readonly account: Account | null;
}

/** Everybody whom sign-in knows, by name. */
export async function listUsers(
  ports: AccountPorts,
  user: UserRecord,
): Promise<ReadResult<readonly Person[]>> {
  const refusal = await settingsRefusal(ports, user, 'read_users', 'users');
  if (refusal !== null) return refusal;
  const signIns = await ports.signIns.list();
  const people = await Promise.all(
    signIns.map(async (signIn) => ({ signIn, account: await ports.accounts.account(signIn.userId) })),
  );
  return {
    kind: 'read',
    value: people.sort((a, b) => (a.signIn.username < b.signIn.username ? -1 : 1)),
  };
}

/** One person. */
export async function readUser(
  ports: AccountPorts,
  user: UserRecord,
  userId: string,
): Promise<ReadResult<Person>> {
  const refusal = await settingsRefusal(ports, user, 'read_users', userId);
  if (refusal !== null) return refusal;
  const person = await personOf(ports, userId);
  return person === null ? { kind: 'unknown' } : { kind: 'read', value: person };
}

export type GrantResult =
  | { readonly kind: 'granted'; readonly person: Person }
  | {
      readonly kind: 'conflict';
      readonly current: Account | null;
      readonly lastEvent: AccountEvent | null;
    }
  | Forbidden
  | { readonly kind: 'unknown_practice' }
  | { readonly kind: 'unknown' };

/**
 * Gives a person a role and practices; without practices they see nothing. Nobody changes their own account, and the
 * granter is an admin in the moment of the change: so one admin always remains. The record comes first, the sign-in
 * group after it: between the two neither is trusted alone and the person is kept out; the same request again heals it.
 */
export async function grantAccess(
  ports: AccountPorts & PracticePorts,
  request: {
    readonly user: UserRecord;
    readonly userId: string;
    readonly expectedVersion: number;
    readonly role: UserRecord['role'];
    /** Those of the organisation, or '*' alone. */
    readonly practices: readonly string[];
    /** @default as before, else the name they sign in with */
    readonly name?: string | undefined;
  },
): Promise<GrantResult> {
  const { user, userId, expectedVersion, role, practices, name } = request;
  const refusal = await settingsRefusal(ports, user, 'grant_access', userId, { userId });
  if (refusal !== null) return refusal;
  const person = await personOf(ports, userId);
  if (person === null) return { kind: 'unknown' };
  const { signIn, account: before } = person;
  if ((before?.version ?? 0) !== expectedVersion) return conflict(ports, userId, before);
  if (!isEverything(practices) && (await strangePractices(ports, practices)).length > 0)
    return { kind: 'unknown_practice' };

  const after: Account = {
    version: expectedVersion + 1,
    user: { userId, name: name ?? before?.user.name ?? signIn.username, role, practices: [...practices] },
  };
  const outcome = await ports.accounts.grant({
    before,
    after,
    event: {
      at: ports.clock.now(),
      by: user.userId,
      before: before === null ? null : { role: before.user.role, practices: before.user.practices },
      after: { role, practices: [...practices] },
    },
    grantedBy: user.userId,
  });
  switch (outcome) {
    case 'conflict':
      return conflict(ports, userId, await ports.accounts.account(userId));
    case 'granter_is_no_admin':
      return { kind: 'forbidden', reason: 'You are not an admin any more.' };
    case 'granted':
      await ports.signIns.setRole(signIn.username, role);
      return { kind: 'granted', person: { signIn, account: after } };
  }
}

async function conflict(
  { accounts }: AccountPorts,
  userId: string,
  current: Account | null,
): Promise<GrantResult> {
  const lastEvent = current === null ? null : await accounts.event(userId, current.version);
  return { kind: 'conflict', current, lastEvent };
}

const isEverything = (practices: readonly string[]) => practices.length === 1 && practices[0] === '*';

async function personOf({ signIns, accounts }: AccountPorts, userId: string): Promise<Person | null> {
  const signIn = (await signIns.list()).find((known) => known.userId === userId);
  return signIn === undefined ? null : { signIn, account: await accounts.account(userId) };
}
