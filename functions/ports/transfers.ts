import type { BucketRole, ObjectVersion } from './object-store.ts';

/** A form that a browser posts to the bucket, with the file as its last field, named `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** ISO UTC; the bucket refuses it afterwards. */
  readonly expiresAt: string;
}

/** An address that gives one object version to whoever has it. */
export interface DownloadLink {
  readonly url: string;
  /** ISO UTC. */
  readonly expiresAt: string;
}

/** Bytes that go between a browser and a bucket without passing through a function. Both are only signed: nothing is sent. */
export interface Transfers {
  /** Lets one object of this key, type and length be put, and nothing else. */
  permitUpload(
    to: {
      readonly bucket: BucketRole;
      readonly key: string;
      readonly mediaType: string;
      readonly byteLength: number;
    },
    within: { readonly at: string; readonly seconds: number },
  ): Promise<UploadForm>;
  /** Lets one object version be fetched, to be saved and not shown, and kept by no cache. */
  permitDownload(
    from: ObjectVersion & { readonly mediaType: string },
    within: { readonly at: string; readonly seconds: number },
  ): Promise<DownloadLink>;
}
