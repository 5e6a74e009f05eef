import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { DataKey } from '../constructs/data-key.ts';
import { RecordBucket } from '../constructs/record-bucket.ts';
import { RecordTable } from '../constructs/record-table.ts';

export interface DataStackProps extends StackProps {
  readonly config: DeploymentConfig;
}

/** All that must outlive a deployment: one key per class of data, the tables and the buckets. */
export class DataStack extends Stack {
  /** What payers send. */
  readonly remittanceKey: DataKey;
  /** What we make of it: denials, drafts, packets, the workflow and the logs. */
  readonly workKey: DataKey;
  /** Who saw what. */
  readonly auditKey: DataKey;
  /** What opens other people's servers. */
  readonly credentialKey: DataKey;
  readonly tables: {
    readonly [name in 'work' | 'remittances' | 'settings' | 'access' | 'views']: RecordTable;
  };
  readonly buckets: {
    readonly [role in
      | 'inbox'
      | 'archive'
      | 'quarantine'
      | 'documents'
      | 'packets'
      | 'handover'
      | 'audit'
      | 'credentials']: RecordBucket;
  };

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const { keepData, objectLock, appOrigins: takesFormsFrom } = props.config;

    this.remittanceKey = new DataKey(this, 'RemittanceKey', {
      description: 'Overturn: remittances as received and as read',
      keepData,
      // EventBridge writes "object created" messages to the encrypted ingest queue.
      services: ['events.amazonaws.com'],
    });
    this.workKey = new DataKey(this, 'WorkKey', {
      description: 'Overturn: denials, letters, workflow, logs',
      keepData,
      // EventBridge writes "object created" messages to the encrypted intake queue.
      services: ['logs', 'cloudwatch.amazonaws.com', 'events.amazonaws.com'],
    });
    this.auditKey = new DataKey(this, 'AuditKey', {
      description: 'Overturn: who saw what',
      keepData,
      services: [],
    });

    this.credentialKey = new DataKey(this, 'CredentialKey', {
      description: 'Overturn: keys and passwords of servers that packets are put on',
      keepData,
      services: [],
    });

    this.tables = {
      work: new RecordTable(this, 'Work', {
        key: this.workKey,
        keepData,
        stream: true,
        expiresBy: 'ttl',
        indexes: [
          { name: 'queue', hash: 'queueKey', range: 'queueSort' },
          { name: 'wake', hash: 'wakeKey', range: 'wakeSort' },
          { name: 'pending', hash: 'pendingKey', range: 'pendingSince' },
          { name: 'changes', hash: 'changedKey', range: 'changedSort' },
        ],
      }),
      remittances: new RecordTable(this, 'Remittances', {
        key: this.remittanceKey,
        keepData,
        indexes: [{ name: 'listing', hash: 'listKey', range: 'listSort' }],
      }),
      settings: new RecordTable(this, 'Settings', { key: this.workKey, keepData }),
      access: new RecordTable(this, 'Access', { key: this.auditKey, keepData }),
      // Read models: whatever is in it can be made anew from the others.
      views: new RecordTable(this, 'Views', { key: this.workKey, keepData, expiresBy: 'ttl' }),
    };

    this.buckets = {
      inbox: new RecordBucket(this, 'Inbox', {
        key: this.remittanceKey,
        keepData,
        announcesObjects: true,
        takesFormsFrom,
      }),
      archive: new RecordBucket(this, 'Archive', { key: this.remittanceKey, keepData }),
      quarantine: new RecordBucket(this, 'Quarantine', { key: this.remittanceKey, keepData }),
      documents: new RecordBucket(this, 'Documents', {
        key: this.workKey,
        keepData,
        takesFormsFrom,
        announcesObjects: true,
        // What is attached to a denial is copied from here to a place of its own.
        forgets: { prefixes: ['uploads/', 'checks/', 'examined/'], days: 7 },
      }),
      // What was approved is what was sent: nobody replaces or deletes a packet.
      packets: new RecordBucket(this, 'Packets', { key: this.workKey, keepData, objectLock }),
      handover: new RecordBucket(this, 'Handover', { key: this.workKey, keepData }),
      // A day's root vouches for its events as long as nobody can replace it.
      audit: new RecordBucket(this, 'Audit', { key: this.auditKey, keepData, objectLock }),
      // Written by operators alone (docs/guide/operator.md).
      credentials: new RecordBucket(this, 'Credentials', { key: this.credentialKey, keepData }),
    };

    for (const [name, table] of Object.entries(this.tables)) {
      new CfnOutput(this, `${name}Table`, { value: table.tableName });
    }
    for (const [role, bucket] of Object.entries(this.buckets)) {
      new CfnOutput(this, `${role}Bucket`, { value: bucket.bucketName });
    }
  }
}
