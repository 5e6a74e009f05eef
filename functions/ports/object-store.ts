/** The buckets of DESIGN section 4 by their role; adapters know their names. */
export type BucketRole =
  | 'audit'
  | 'inbox'
  | 'archive'
  | 'quarantine'
  | 'documents'
  | 'packets'
  | 'handover'
  | 'credentials';

export interface ObjectVersion {
  readonly bucket: BucketRole;
  readonly key: string;
  readonly versionId: string;
}

/** Bytes of an object from `byteStart` up to and without `byteEnd`; at least one. */
export interface ByteRange {
  readonly byteStart: number;
  readonly byteEnd: number;
}

export interface ObjectStore {
  /** Streams one stored version, or a range of it; never the whole of it in memory. */
  stream(object: ObjectVersion, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  read(object: ObjectVersion): Promise<Uint8Array>;
  /** The version that is the newest now, with its length; null where there is none. */
  find(bucket: BucketRole, key: string): Promise<(ObjectVersion & { readonly byteLength: number }) | null>;
  /** The version that is the newest now. */
  newest(bucket: BucketRole, key: string): Promise<ObjectVersion>;
  put(object: {
    readonly bucket: BucketRole;
    readonly key: string;
    readonly body: Uint8Array;
    readonly contentType: string;
  }): Promise<ObjectVersion>;
  copy(
    from: ObjectVersion,
    to: { readonly bucket: BucketRole; readonly key: string },
  ): Promise<ObjectVersion>;
}
