import { mayAct } from '../core/access/may-act.ts';
import type { Accounts, SignIns } from '../ports/accounts.ts';
import type { UserRecord } from '../ports/settings.ts';

/** A person whom the reader meets as the owner of work. */
export interface Colleague {
  readonly userId: string;
  readonly name: string;
  /** Whether work of a practice that both share can be given to them. */
  readonly takesWork: boolean;
}

/** Everybody with whom the reader shares a practice, the reader too, by name: owners are told by name, not by id. */
export async function listColleagues(
  { accounts, signIns }: { readonly accounts: Accounts; readonly signIns: SignIns },
  user: UserRecord,
): Promise<readonly Colleague[]> {
  const known = await signIns.list();
  const people = await Promise.all(
    known.map(async ({ userId, enabled }) => ({
      enabled,
      person: (await accounts.account(userId))?.user ?? null,
    })),
  );
  return people
    .flatMap(({ person, enabled }) => {
      if (person === null) return [];
      const shared = sharedPractices(user, person);
      if (shared.length === 0) return [];
      const takesWork =
        enabled && shared.some((practiceId) => mayAct(person, 'take', { practiceId }).allowed);
      return [{ userId: person.userId, name: person.name, takesWork }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sharedPractices(a: UserRecord, b: UserRecord): readonly string[] {
  if (a.practices.includes('*')) return b.practices;
  return b.practices.includes('*') ? a.practices : a.practices.filter((one) => b.practices.includes(one));
}
