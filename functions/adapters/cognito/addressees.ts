import {
  type CognitoIdentityProviderClient,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Addressees } from '../../ports/digests.ts';

/** The people of one Cognito user pool who may sign in and have a verified address. */
export function cognitoAddressees(client: CognitoIdentityProviderClient, userPoolId: string): Addressees {
  return {
    async list() {
      const found: { userId: string; email: string }[] = [];
      for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: userPoolId })) {
        for (const { Attributes = [], Enabled } of Users) {
          const told = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value;
          const [userId, email] = [told('sub'), told('email')];
          if (Enabled === false || userId === undefined || email === undefined) continue;
          if (told('email_verified') === 'true') found.push({ userId, email });
        }
      }
      return found;
    },
  };
}
