import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IResponseHeadersPolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { DeploymentConfig, WebConfig } from '../config.ts';
import { WebAccessLog } from '../constructs/web-access-log.ts';
import { WebFirewall } from '../constructs/web-firewall.ts';
import { WebHeadersPolicy } from '../constructs/web-headers-policy.ts';
import { CACHED_FOR_EVER, HASHED_FILES, NEVER_CACHED } from '../web-headers.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';

export interface WebStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly web: WebConfig;
  readonly data: DataStack;
  readonly api: ApiStack;
  /** Folder of the built app. */
  readonly builtApp: string;
}

/**
 * The app and the API under one host name (ADR-0030): files from a private bucket, /api from the HTTP API. In us-east-1
 * wherever the rest is: CloudFront takes its firewall, certificate and logs from there. No patient data is in here.
 */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    const { config, web, data } = props;
    const files = this.createBucket(config);
    const uploads = [data.buckets.inbox, data.buckets.documents];
    const headers = new WebHeadersPolicy(this, 'Headers', {
      signInPages: web.signInPages,
      uploads: uploads.map((bucket) => `https://${bucket.bucketRegionalDomainName}`),
    });
    const distribution = this.createDistribution(props, files, headers.policy);
    const accessLog = new WebAccessLog(this, 'AccessLog', {
      distribution,
      retentionDays: config.logRetentionDays,
    });
    this.deployFiles(props, files);

    const host = web.domain?.name ?? distribution.distributionDomainName;
    new CfnOutput(this, 'appUrl', { value: `https://${host}` });
    new CfnOutput(this, 'appDistributionHost', { value: distribution.distributionDomainName });
    new CfnOutput(this, 'appAccessLogs', { value: accessLog.logGroup.logGroupName });
    if (web.domain === null) {
      Annotations.of(this).addWarningV2(
        'overturn:noCertificate',
        "Without a certificate of its own (-c certificateArn) the app is under CloudFront's host name, which takes TLS older than 1.2.",
      );
    }
  }

  private createBucket({ keepData }: DeploymentConfig): IBucket {
    const bucket = new Bucket(this, 'App', {
      // What everybody may download needs no key of ours, and CloudFront no right to one.
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // CDK's types are not written for exactOptionalPropertyTypes: its Bucket is no IBucket of its own.
    return bucket as IBucket;
  }

  private createDistribution(
    { web, api }: WebStackProps,
    files: IBucket,
    responseHeadersPolicy: IResponseHeadersPolicy,
  ): Distribution {
    const distribution = new Distribution(this, 'Distribution', {
      comment: "Overturn: the billers' app and its API",
      defaultRootObject: 'index.html',
      ...(web.domain === null
        ? {}
        : {
            domainNames: [web.domain.name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', web.domain.certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // North America and Europe: where the billers are.
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: new WebFirewall(this, 'Firewall').arn,
      defaultBehavior: {
        // LIST: a file that is not there is then "not found" and not "forbidden". No path reaches the list itself.
        origin: S3BucketOrigin.withOriginAccessControl(files, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: new CachePolicy(this, 'AsTheFileSays', {
          comment: 'As long as the file itself says; what says no-store is asked for each time',
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(0),
          maxTtl: Duration.days(365),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
        responseHeadersPolicy,
        // On the way in and for files only: an error page of the distribution would hide the API's own errors.
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new CloudFrontFunction(this, 'PageOfPath', {
              runtime: FunctionRuntime.JS_2_0,
              code: FunctionCode.fromInline(
                readFileSync(join(import.meta.dirname, '..', 'web', 'page-of-path.js'), 'utf8'),
              ),
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(api.apiHost, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // Everything but Host, by which API Gateway finds the API: tokens, versions and idempotency keys pass.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    Annotations.of(distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'The root is a page, and no path of a screen or file is the root of the bucket.',
    );
    return distribution;
  }

  /** Hashed files first: the page that names them comes after they are there. Old ones stay for pages still open. */
  private deployFiles({ web, api, builtApp, config }: WebStackProps, bucket: IBucket): void {
    const role = new Role(this, 'DeployRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'DeployLogs', {
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    const app = Source.asset(builtApp);
    const shared = { destinationBucket: bucket, prune: false, role, logGroup } as const;
    const hashed = new BucketDeployment(this, 'HashedFiles', {
      ...shared,
      sources: [app],
      exclude: ['*'],
      include: [`${HASHED_FILES}/*`],
      cacheControl: [CacheControl.fromString(CACHED_FOR_EVER)],
    });
    const page = new BucketDeployment(this, 'Page', {
      ...shared,
      sources: [
        app,
        Source.jsonData('config.json', {
          signInPages: web.signInPages,
          clientId: api.appClient.userPoolClientId,
        }),
      ],
      exclude: [`${HASHED_FILES}/*`],
      cacheControl: [CacheControl.fromString(NEVER_CACHED)],
    });
    page.node.addDependency(hashed);
  }
}
