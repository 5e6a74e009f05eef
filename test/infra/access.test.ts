import { expect, inject, test } from 'vitest';
import { resourcesOf } from './support/synthesis.ts';

const { aws, local } = inject('synthesised');
// biome-ignore lint/style/noNonNullAssertion: toHaveLength says so.
const one = (folder: string, type: string) => resourcesOf(folder, type).at(0)!.Properties;

test('people are invited, have long passwords and, on AWS, an authenticator app', () => {
  const pool = one(aws, 'AWS::Cognito::UserPool');
  expect(pool.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
  expect(pool.Policies.PasswordPolicy).toEqual({
    MinimumLength: 14,
    RequireLowercase: true,
    RequireUppercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    TemporaryPasswordValidityDays: 3,
  });
  expect(pool.MfaConfiguration).toBe('ON');
  expect(pool.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
  expect(one(local, 'AWS::Cognito::UserPool').MfaConfiguration).toBe('OFF');
});

test('on AWS the people outlive their stack, and a password is set anew by e-mail alone', () => {
  const [pool] = resourcesOf(aws, 'AWS::Cognito::UserPool');
  expect(pool).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      DeletionProtection: 'ACTIVE',
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    },
  });
});

const localClients = () =>
  resourcesOf(local, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);

test('there is a group for every role', () => {
  const groups = resourcesOf(aws, 'AWS::Cognito::UserPoolGroup').map(
    ({ Properties }) => Properties.GroupName,
  );
  expect(groups.sort()).toEqual(['admin', 'auditor', 'biller', 'manager', 'supervisor']);
});

test('on AWS people sign in by code with PKCE only; by password only on the emulator', () => {
  expect(resourcesOf(aws, 'AWS::Cognito::UserPoolClient')).toHaveLength(1);
  const client = one(aws, 'AWS::Cognito::UserPoolClient');
  expect(client.AllowedOAuthFlows).toEqual(['code']);
  expect(client.GenerateSecret).toBe(false);
  expect(client.AllowedOAuthFlowsUserPoolClient).toBe(true);
  expect(client.AllowedOAuthScopes).toEqual(['openid', 'profile']);
  expect(client.SupportedIdentityProviders).toEqual(['COGNITO']);
  expect(client.PreventUserExistenceErrors).toBe('ENABLED');
  // Left out, it would be SRP and custom challenges at Cognito's own API.
  expect(client.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
  expect(localClients().map(({ ExplicitAuthFlows }) => ExplicitAuthFlows)).toEqual([
    ['ALLOW_REFRESH_TOKEN_AUTH'],
    ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  ]);
});

test("the app's client is the same in both places, but for its addresses", () => {
  const settings = ({ UserPoolId, CallbackURLs, LogoutURLs, ...rest }: Record<string, unknown>) => rest;
  expect(settings(localClients()[0])).toEqual(settings(one(aws, 'AWS::Cognito::UserPoolClient')));
});

test('the sign-in pages lead back to the app and to the command line, and nowhere else', () => {
  const client = one(aws, 'AWS::Cognito::UserPoolClient');
  expect(client.CallbackURLs).toEqual([
    'https://denials.overturn.example/signed-in',
    'http://localhost:4581/signed-in',
  ]);
  expect(client.LogoutURLs).toEqual(['https://denials.overturn.example/']);
});

test('a token lives a quarter of an hour, a session a working day, and it can be revoked', () => {
  const client = one(aws, 'AWS::Cognito::UserPoolClient');
  expect(client).toMatchObject({
    AccessTokenValidity: 15,
    IdTokenValidity: 15,
    RefreshTokenValidity: 600,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    EnableTokenRevocation: true,
  });
});

test('every route of the API wants a token of this pool, for one of its clients', () => {
  const routes = resourcesOf(aws, 'AWS::ApiGatewayV2::Route');
  expect(routes.map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType])).toEqual([
    ['ANY /api/{proxy+}', 'JWT'],
  ]);
  const { JwtConfiguration } = one(aws, 'AWS::ApiGatewayV2::Authorizer');
  expect(JwtConfiguration.Audience).toHaveLength(1);
  expect(JSON.stringify(JwtConfiguration.Issuer)).toContain('https://cognito-idp.us-east-1.amazonaws.com/');
});

test('the API is throttled, has no CORS, and its access log knows no path', () => {
  const stage = one(aws, 'AWS::ApiGatewayV2::Stage');
  expect(stage.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
  expect(stage.AccessLogSettings.Format).not.toMatch(/path|query|claims|sourceIp|routeKey/i);
  expect(one(aws, 'AWS::ApiGatewayV2::Api').CorsConfiguration).toBeUndefined();
});
