import { RemovalPolicy } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** No path, no query, no address, no referrer: anything may have been typed there. */
const FIELDS = [
  'date',
  'time',
  'x-edge-request-id',
  'cs-method',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'x-edge-result-type',
  'ssl-protocol',
];

export interface WebAccessLogProps {
  readonly distribution: Distribution;
  readonly retentionDays: number;
}

/** Access log of a distribution, with chosen fields only: the older kind always has the whole query string. */
export class WebAccessLog extends Construct {
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { distribution, retentionDays }: WebAccessLogProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Group', {
      retention: retentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const source = new CfnDeliverySource(this, 'Source', {
      name: 'overturn-web',
      resourceArn: distribution.distributionArn,
      logType: 'ACCESS_LOGS',
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: 'overturn-web',
      destinationResourceArn: this.logGroup.logGroupArn,
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: FIELDS,
    });
    // It names the source by its name, which CloudFormation cannot see through.
    delivery.addResourceDependency(source);
  }
}
