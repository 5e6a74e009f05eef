import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/**
 * Requests of one address in five minutes. An office of 50 billers is one address and makes some 20 requests a second
 * at its busiest; this is what the API's own throttle lets through in that time.
 */
const REQUESTS_PER_ADDRESS = 15_000;

/**
 * What people write is JSON that is shown as text: letters quote anything, and a draft is longer than 8 KB. Both rules
 * are counted, and refuse nothing.
 */
const COUNTED_ONLY = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY'];

/** The rules in front of the distribution. Of requests it keeps numbers only: samples would hold tokens and texts. */
export class WebFirewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      // CLOUDFRONT lives in us-east-1 alone.
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: counted('overturn-web'),
      rules: [
        {
          name: 'rate-by-address',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: REQUESTS_PER_ADDRESS,
              evaluationWindowSec: 300,
            },
          },
          visibilityConfig: counted('rate-by-address'),
        },
        managed('AWSManagedRulesCommonRuleSet', 1, COUNTED_ONLY),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 2, []),
      ],
    });
    this.arn = acl.attrArn;
  }
}

function managed(name: string, priority: number, countedOnly: readonly string[]): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countedOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: counted(name),
  };
}

function counted(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}
