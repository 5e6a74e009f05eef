import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  type CognitoIdentityProviderClient,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignIn, SignIns } from '../../ports/accounts.ts';

const ROLES: ReadonlySet<string> = new Set(['biller', 'supervisor', 'manager', 'admin', 'auditor']);

/** The people of one Cognito user pool. */
export function cognitoSignIns(client: CognitoIdentityProviderClient, userPoolId: string): SignIns {
  return {
    async list() {
      const signIns: SignIn[] = [];
      for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: userPoolId })) {
        for (const { Username: username, Attributes = [], Enabled } of Users) {
          const userId = Attributes.find(({ Name }) => Name === 'sub')?.Value;
          if (userId === undefined || username === undefined) continue;
          signIns.push({ userId, username, enabled: Enabled !== false });
        }
      }
      return signIns;
    },

    async setRole(username, role) {
      const person = { UserPoolId: userPoolId, Username: username };
      const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(person));
      const groups = Groups.flatMap(({ GroupName }) => GroupName ?? []);
      if (!groups.includes(role))
        await client.send(new AdminAddUserToGroupCommand({ ...person, GroupName: role }));
      for (const other of groups.filter((group) => group !== role && ROLES.has(group)))
        await client.send(new AdminRemoveUserFromGroupCommand({ ...person, GroupName: other }));
    },
  };
}
