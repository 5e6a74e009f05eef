import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface RecordBucketProps {
  readonly key: IKey;
  readonly keepData: boolean;
  /** @default objects can be replaced by newer versions and deleted */
  readonly objectLock?: { readonly mode: 'governance' | 'compliance'; readonly days: number };
  /** Tell EventBridge of every new object. @default false */
  readonly announcesObjects?: boolean;
  /** Origins of pages that may post an object. @default none: browsers have no business here */
  readonly takesFormsFrom?: readonly string[];
  /** Objects under these prefixes are only on their way, and gone after so many days. @default everything stays */
  readonly forgets?: { readonly prefixes: readonly string[]; readonly days: number };
}

/** A private, versioned bucket under the key of its class of data. */
export class RecordBucket extends Bucket {
  constructor(scope: Construct, id: string, props: RecordBucketProps) {
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      // One data key per bucket and hour instead of one KMS call per object.
      bucketKeyEnabled: true,
      versioned: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: props.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...(props.forgets === undefined ? [] : forgetting(props.forgets)),
      ],
      ...(props.takesFormsFrom === undefined
        ? {}
        : {
            // Nothing to read: a page learns that the object was taken, and links are followed, not fetched.
            cors: [
              { allowedMethods: [HttpMethods.POST], allowedOrigins: [...props.takesFormsFrom], maxAge: 300 },
            ],
          }),
      ...(props.objectLock === undefined
        ? {}
        : { objectLockEnabled: true, objectLockDefaultRetention: retentionOf(props.objectLock) }),
    });
    if (props.announcesObjects) {
      // L1: the L2's eventBridgeEnabled is a custom resource, which needs its own Lambda and hangs on the emulator.
      (this.node.defaultChild as CfnBucket).notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    }
  }
}

function forgetting({ prefixes, days }: NonNullable<RecordBucketProps['forgets']>): LifecycleRule[] {
  const after = Duration.days(days);
  return prefixes.map((prefix) => ({ prefix, expiration: after, noncurrentVersionExpiration: after }));
}

function retentionOf(lock: NonNullable<RecordBucketProps['objectLock']>): ObjectLockRetention {
  const period = Duration.days(lock.days);
  return lock.mode === 'compliance'
    ? ObjectLockRetention.compliance(period)
    : ObjectLockRetention.governance(period);
}
