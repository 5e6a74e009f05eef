import * as z from 'zod';
import type { LoadMessage, PreviewMessage, RedriveMessage } from '../../ports/inbox.ts';

/** Amazon S3 "Object Created" as EventBridge delivers it; the key comes as it is, not URL-encoded. */
export const objectCreatedSchema = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({
      key: z.string().min(1),
      /** Always there on AWS, since the inbox keeps versions; the emulator leaves it out. */
      'version-id': z.string().min(1).optional(),
    }),
  }),
});

const fileSha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Our own message: a part of a big file, or the rest of a load that ran out of time. */
export const loadMessageSchema = z.strictObject({
  fileSha256,
  part: z.int().positive(),
  transaction: z.int().positive(),
  claim: z.int().positive(),
  redrive: z.int().positive().optional(),
}) satisfies z.ZodType<LoadMessage>;

/** Our own message: a person had a file loaded again. */
export const redriveMessageSchema = z.strictObject({
  fileSha256,
  redrive: z.int().positive(),
}) satisfies z.ZodType<RedriveMessage>;

/** Our own message: a person wants to know what loading it again would come to. */
export const previewMessageSchema = z.strictObject({
  fileSha256,
  previewAskedAt: z.iso.datetime(),
}) satisfies z.ZodType<PreviewMessage>;

export const ingestMessageSchema = z.union([
  objectCreatedSchema,
  loadMessageSchema,
  redriveMessageSchema,
  previewMessageSchema,
]);
export type IngestMessage = z.infer<typeof ingestMessageSchema>;

export const ingestEventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).min(1),
});
