import { expect, inject, test } from 'vitest';
import { resourcesOf } from './support/synthesis.ts';

const { aws, local } = inject('synthesised');
// biome-ignore lint/style/noNonNullAssertion: toHaveLength says so.
const one = (folder: string, type: string) => resourcesOf(folder, type).at(0)!.Properties;

test('people are invited, have long passwords and, on AWS, an authenticator app', () => {
  const pool = one(aws, 'AWS::Cognito::UserPool');
  expect(pool.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
  expect(pool.Policies.PasswordPolicy).toMatchObject({ MinimumLength: 14 });
  expect(pool.MfaConfiguration).toBe('ON');
  expect(pool.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
  expect(one(local, 'AWS::Cognito::UserPool').MfaConfiguration).toBe('OFF');
});

test('there is a group for every role', () => {
  const groups = resourcesOf(aws, 'AWS::Cognito::UserPoolGroup').map(
    ({ Properties }) => Properties.GroupName,
  );
  expect(groups.sort()).toEqual(['admin', 'auditor', 'biller', 'manager', 'supervisor']);
});

test('on AWS people sign in by code with PKCE only; by password only on the emulator', () => {
  const client = one(aws, 'AWS::Cognito::UserPoolClient');
  expect(client.AllowedOAuthFlows).toEqual(['code']);
  expect(client.GenerateSecret).toBe(false);
  expect(client.ExplicitAuthFlows ?? []).not.toContain('ALLOW_USER_PASSWORD_AUTH');
  expect(one(local, 'AWS::Cognito::UserPoolClient').ExplicitAuthFlows).toContain('ALLOW_USER_PASSWORD_AUTH');
});

test('an access token lives a quarter of an hour', () => {
  const { AccessTokenValidity, TokenValidityUnits } = one(aws, 'AWS::Cognito::UserPoolClient');
  expect([AccessTokenValidity, TokenValidityUnits.AccessToken]).toEqual([15, 'minutes']);
});

test('every route of the API wants a token of this pool', () => {
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
