import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { loopbackOrigins, returnsTo } from '../config.ts';
import { clientOf, type LocalSystem } from './system.ts';

/**
 * Lets the sign-in pages lead back to the app at this address. On AWS the template says where that is; here the port
 * is chosen when the gateway starts, after the deployment.
 *
 * @param appUrl `http://127.0.0.1:<port>`; the same port by the name localhost is admitted with it
 */
export async function admitApp(
  system: Pick<LocalSystem, 'endpoint' | 'region' | 'userPoolId' | 'clientId'>,
  appUrl: string,
): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(clientOf(system));
  const client = { UserPoolId: system.userPoolId, ClientId: system.clientId };
  const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand(client));
  const { callbackUrls, logoutUrls } = returnsTo(loopbackOrigins(appUrl));
  // What an update leaves out would go back to Cognito's default.
  const { ClientSecret, CreationDate, LastModifiedDate, ...settings } = UserPoolClient ?? {};
  await cognito.send(
    new UpdateUserPoolClientCommand({
      ...settings,
      ...client,
      CallbackURLs: together(settings.CallbackURLs, callbackUrls),
      LogoutURLs: together(settings.LogoutURLs, logoutUrls),
    }),
  );
}

function together(before: readonly string[] | undefined, added: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...added])];
}
