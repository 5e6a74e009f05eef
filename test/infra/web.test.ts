import { expect, inject, test } from 'vitest';
import { deploymentConfigOf } from '../../infra/config.ts';
import { webHeaders } from '../../infra/web-headers.ts';
import { resourcesOf } from './support/synthesis.ts';

const { web, aws, local } = inject('synthesised');
const one = (type: string, idPrefix = '') => {
  const found = resourcesOf(web, type).filter(({ id }) => id.startsWith(idPrefix));
  expect(found).toHaveLength(1);
  // biome-ignore lint/style/noNonNullAssertion: the line above says so.
  return found[0]!;
};
const distribution = () => one('AWS::CloudFront::Distribution').Properties.DistributionConfig;
const api = () => {
  expect(distribution().CacheBehaviors).toHaveLength(1);
  return distribution().CacheBehaviors[0];
};
/** Ids of CloudFront's own policies, the same in every account. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

test('the app is served by CloudFront on AWS, and by no stack on one machine', () => {
  expect(resourcesOf(web, 'AWS::CloudFront::Distribution')).toHaveLength(1);
  for (const place of [aws, local]) expect(resourcesOf(place, 'AWS::CloudFront::Distribution')).toEqual([]);
});

test('the bucket of the app is private, versioned, encrypted and kept, and refuses plain http', () => {
  const bucket = one('AWS::S3::Bucket');
  expect(bucket.DeletionPolicy).toBe('Retain');
  expect(bucket.Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    VersioningConfiguration: { Status: 'Enabled' },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  expect(bucket.Properties.BucketEncryption).toBeDefined();
  expect(bucket.Properties.WebsiteConfiguration).toBeUndefined();
  expect(JSON.stringify(one('AWS::S3::BucketPolicy').Properties)).toContain('"aws:SecureTransport":"false"');
});

test('this distribution alone reads the bucket, by an origin access control that signs', () => {
  expect(one('AWS::CloudFront::OriginAccessControl').Properties.OriginAccessControlConfig).toMatchObject({
    OriginAccessControlOriginType: 's3',
    SigningBehavior: 'always',
    SigningProtocol: 'sigv4',
  });
  const statements: {
    Effect: string;
    Principal: { Service?: string; AWS?: unknown };
    Action: unknown;
    Condition: object;
  }[] = one('AWS::S3::BucketPolicy').Properties.PolicyDocument.Statement;
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed.flatMap(({ Action }) => Action).sort()).toEqual(['s3:GetObject', 's3:ListBucket']);
  for (const { Principal, Condition } of allowed) {
    expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    expect(JSON.stringify(Condition)).toContain('AWS:SourceArn');
  }
  expect(one('AWS::CloudFront::Distribution').Properties.DistributionConfig.Origins[0]).toHaveProperty(
    'OriginAccessControlId',
  );
});

test('the API is under /api: nothing cached, every method, all that the browser sends but the host', () => {
  expect(api()).toMatchObject({
    PathPattern: '/api/*',
    ViewerProtocolPolicy: 'https-only',
    CachePolicyId: CACHING_DISABLED,
    OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
  });
  expect(api().AllowedMethods).toHaveLength(7);
  const origin = distribution().Origins.find(({ Id }: { Id: string }) => Id === api().TargetOriginId);
  expect(JSON.stringify(origin.DomainName)).toContain('.execute-api.us-east-1.amazonaws.com');
  expect(origin.CustomOriginConfig).toMatchObject({
    OriginProtocolPolicy: 'https-only',
    OriginSSLProtocols: ['TLSv1.2'],
  });
});

test('screens become the page on the way in, for files only, so that errors of the API stay as they are', () => {
  expect(distribution().CustomErrorResponses).toBeUndefined();
  expect(api().FunctionAssociations).toBeUndefined();
  const { FunctionAssociations, ViewerProtocolPolicy, AllowedMethods } = distribution().DefaultCacheBehavior;
  expect(FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }]);
  expect(ViewerProtocolPolicy).toBe('redirect-to-https');
  expect(AllowedMethods).toEqual(['GET', 'HEAD']);
});

test('an edge keeps a file as long as the file itself says, and no longer', () => {
  expect(one('AWS::CloudFront::CachePolicy').Properties.CachePolicyConfig).toMatchObject({
    MinTTL: 0,
    DefaultTTL: 0,
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingGzip: true,
      EnableAcceptEncodingBrotli: true,
      QueryStringsConfig: { QueryStringBehavior: 'none' },
      CookiesConfig: { CookieBehavior: 'none' },
    },
  });
});

test('every file comes with the headers of the local gateway, and with HSTS', () => {
  const { SecurityHeadersConfig: named, CustomHeadersConfig: custom } = one(
    'AWS::CloudFront::ResponseHeadersPolicy',
  ).Properties.ResponseHeadersPolicyConfig;
  const given = {
    'x-content-type-options': named.ContentTypeOptions.Override && 'nosniff',
    'referrer-policy': named.ReferrerPolicy.ReferrerPolicy,
    'x-frame-options': named.FrameOptions.FrameOption,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value])),
  };
  const { 'content-security-policy': policy, ...wanted } = webHeaders({
    signInPages: 'https://overturn-111122223333.auth.us-east-1.amazoncognito.com',
    uploads: ['https://BUCKET', 'https://BUCKET'],
  });
  expect(given).toEqual(wanted);
  const { ContentSecurityPolicy } = named.ContentSecurityPolicy;
  // The buckets' host names are known when they are deployed.
  const [before, , ...parts] = ContentSecurityPolicy['Fn::Join'][1];
  expect(policy?.startsWith(before)).toBe(true);
  expect(policy?.endsWith(parts.at(-1))).toBe(true);
  expect(named.StrictTransportSecurity).toMatchObject({
    AccessControlMaxAgeSec: 31_536_000,
    IncludeSubdomains: true,
    Override: true,
  });
  expect(distribution().DefaultCacheBehavior.ResponseHeadersPolicyId).toBeDefined();
});

test('hashed files may be kept for ever; the page and config.json, which come after them, never', () => {
  const hashed = one('Custom::CDKBucketDeployment', 'HashedFiles');
  const page = one('Custom::CDKBucketDeployment', 'Page');
  expect(hashed.Properties).toMatchObject({
    Exclude: ['*'],
    Include: ['assets/*'],
    SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    // A page that is still open goes on asking for the files of its release.
    Prune: false,
  });
  expect(page.Properties).toMatchObject({
    Exclude: ['assets/*'],
    SystemMetadata: { 'cache-control': 'no-store' },
    Prune: false,
  });
  expect(page.DependsOn?.some((id) => id.startsWith('HashedFiles'))).toBe(true);
  // The client's id is known when it is deployed.
  expect(JSON.stringify(page.Properties.SourceMarkers)).toMatch(/Client/);
});

test('a firewall is in front, which keeps numbers of requests and nothing of their content', () => {
  const acl = one('AWS::WAFv2::WebACL').Properties;
  expect(acl.Scope).toBe('CLOUDFRONT');
  expect(distribution().WebACLId).toBeDefined();
  const rules: { Name: string; VisibilityConfig: object; Statement: Record<string, unknown> }[] = acl.Rules;
  expect(rules.map(({ Name }) => Name)).toEqual([
    'rate-by-address',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesKnownBadInputsRuleSet',
  ]);
  for (const { VisibilityConfig } of [acl, ...rules]) {
    expect(VisibilityConfig).toMatchObject({ SampledRequestsEnabled: false });
  }
  // As much as the API's own throttle lets through in five minutes.
  expect(rules[0]?.Statement).toMatchObject({ RateBasedStatement: { Limit: 50 * 300 } });
});

test('a letter that quotes markup, or is longer than 8 KB, passes the firewall', () => {
  const common = one('AWS::WAFv2::WebACL').Properties.Rules[1].Statement.ManagedRuleGroupStatement;
  expect(common.RuleActionOverrides).toEqual(
    ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY'].map((Name) => ({
      Name,
      ActionToUse: { Count: {} },
    })),
  );
});

test('the access log knows no path, query, address or referrer', () => {
  const { RecordFields } = one('AWS::Logs::Delivery').Properties;
  expect(RecordFields).toContain('sc-status');
  expect(RecordFields.join(' ')).not.toMatch(/uri|query|c-ip|referer|cookie|user-agent|host/i);
  // The older kind of log has all of them always.
  expect(distribution().Logging).toBeUndefined();
  for (const { Properties } of resourcesOf(web, 'AWS::Logs::LogGroup')) {
    expect(Properties.RetentionInDays).toBe(2192);
  }
});

test('what copies the files has a role of its own, without a managed policy, and reaches no other bucket', () => {
  expect(resourcesOf(web, 'AWS::IAM::Role')).toHaveLength(1);
  expect(one('AWS::IAM::Role').Properties.ManagedPolicyArns).toBeUndefined();
  const statements = resourcesOf(web, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
  for (const { Action, Resource } of statements) {
    if ([Action].flat().some((action: string) => action.startsWith('s3:'))) {
      expect(JSON.stringify(Resource)).toMatch(/"App|cdk-hnb659fds-assets/);
    }
    expect(Resource).not.toBe('*');
  }
});

const environment = { account: '111122223333', region: 'us-east-1' };
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a';

test('with a certificate the app has its own host name, and takes no TLS older than 1.2', () => {
  expect(distribution()).toMatchObject({
    Aliases: ['denials.overturn.example'],
    ViewerCertificate: {
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    },
  });
});

test('a certificate of another region, or without a host name to certify, is refused before anything begins', () => {
  const appUrl = 'https://denials.overturn.example';
  const elsewhere = certificateArn.replace('us-east-1', 'eu-central-1');
  expect(() => deploymentConfigOf({ appUrl, certificateArn: elsewhere }, environment)).toThrow(/us-east-1/);
  expect(() => deploymentConfigOf({ certificateArn }, environment)).toThrow(/host name/);
  expect(deploymentConfigOf({ appUrl, certificateArn }, environment).web?.domain?.name).toBe(
    'denials.overturn.example',
  );
});
