import type { Role } from '../../../../functions/core/access/may-act.ts';
import type { UserRecord } from '../../../../functions/ports/settings.ts';
import { PRACTICE } from '../../../fixtures/appeal-system.ts';

export const ROLES: readonly Role[] = ['biller', 'supervisor', 'manager', 'admin', 'auditor'];

/** The practices of an account, by what they are to the denial in question. */
const REACH = {
  'all practices': ['*'],
  'its practice': [PRACTICE],
  'another practice': ['9999999999'],
  'no practice': [],
} as const;
export type Reach = keyof typeof REACH;

export interface Person {
  readonly name: string;
  readonly reach: Reach;
  readonly user: UserRecord;
}

/** Everybody there can be: every role with every reach. */
export const PEOPLE: readonly Person[] = ROLES.flatMap((role) =>
  (Object.keys(REACH) as Reach[]).map((reach) => {
    const name = `${role}, ${reach}`;
    return { name, reach, user: { userId: name, name, role, practices: REACH[reach] } };
  }),
);

/** Somebody of this role who is none of them, for all practices. */
export function colleague(role: Role): UserRecord {
  return { userId: `colleague-${role}`, name: `A ${role}`, role, practices: ['*'] };
}
