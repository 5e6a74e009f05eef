import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface DataKeyProps {
  /** The class of data under this key, in words. */
  readonly description: string;
  readonly keepData: boolean;
  /** AWS services that encrypt with the key on their own behalf. */
  readonly services: readonly ('events.amazonaws.com' | 'cloudwatch.amazonaws.com' | 'logs')[];
}

/** The customer-managed key of one class of data. */
export class DataKey extends Key {
  constructor(scope: Construct, id: string, props: DataKeyProps) {
    super(scope, id, {
      description: props.description,
      enableKeyRotation: true,
      removalPolicy: props.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      pendingWindow: Duration.days(30),
    });
    const { region, account } = Stack.of(this);
    for (const service of props.services) {
      const sameAccount =
        service === 'logs'
          ? {
              ArnLike: {
                'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*`,
              },
            }
          : { StringEquals: { 'aws:SourceAccount': account } };
      this.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service === 'logs' ? `logs.${region}.amazonaws.com` : service)],
          actions: [
            'kms:Decrypt',
            'kms:GenerateDataKey*',
            ...(service === 'logs' ? ['kms:Encrypt*', 'kms:ReEncrypt*', 'kms:Describe*'] : []),
          ],
          resources: ['*'],
          conditions: sameAccount,
        }),
      );
    }
  }
}
