import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface RecordTableProps {
  readonly key: IKey;
  readonly keepData: boolean;
  /** @default no index */
  readonly indexes?: readonly { readonly name: string; readonly hash: string; readonly range: string }[];
  /** @default no stream */
  readonly stream?: boolean;
  /** Attribute with the epoch second after which an item may go. @default nothing expires */
  readonly expiresBy?: string;
}

/** A table keyed `pk`, `sk`: encrypted by its class's key, recoverable to any second of the last 35 days. */
export class RecordTable extends Table {
  constructor(scope: Construct, id: string, props: RecordTableProps) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.keepData,
      removalPolicy: props.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(props.stream ? { stream: StreamViewType.NEW_IMAGE } : {}),
      ...(props.expiresBy === undefined ? {} : { timeToLiveAttribute: props.expiresBy }),
    });
    for (const { name, hash, range } of props.indexes ?? []) {
      this.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: hash, type: AttributeType.STRING },
        sortKey: { name: range, type: AttributeType.STRING },
        // Lists show whole records: a second read per row would cost more than the copy.
        projectionType: ProjectionType.ALL,
      });
    }
  }
}
