import { Duration } from 'aws-cdk-lib';
import {
  type HeadersFrameOption,
  type HeadersReferrerPolicy,
  type IResponseHeadersPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { STRICT_TRANSPORT_SECONDS, type WebOrigins, webHeaders } from '../web-headers.ts';

/** The headers of infra/web-headers.ts, and HSTS, as CloudFront wants to be told them. */
export class WebHeadersPolicy extends Construct {
  readonly policy: IResponseHeadersPolicy;

  constructor(scope: Construct, id: string, origins: WebOrigins) {
    super(scope, id);
    const customHeaders: ResponseCustomHeader[] = [];
    let named: ResponseSecurityHeadersBehavior = {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(STRICT_TRANSPORT_SECONDS),
        includeSubdomains: true,
        override: true,
      },
    };
    for (const [header, value] of Object.entries(webHeaders(origins))) {
      const behavior = NAMED_BY_CLOUDFRONT[header];
      if (behavior === undefined) customHeaders.push({ header, value, override: true });
      else named = { ...named, ...behavior(value) };
    }
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      securityHeadersBehavior: named,
      customHeadersBehavior: { customHeaders },
    });
  }
}

/** CloudFront refuses these as custom headers. */
const NAMED_BY_CLOUDFRONT: Readonly<Record<string, (value: string) => ResponseSecurityHeadersBehavior>> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
  }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'referrer-policy': (value) => ({
    referrerPolicy: { referrerPolicy: value as HeadersReferrerPolicy, override: true },
  }),
  'x-frame-options': (value) => ({
    frameOptions: { frameOption: value as HeadersFrameOption, override: true },
  }),
};
