import * as z from 'zod';

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

/** Our own message: a load that ran out of time goes on here. */
export const continuationSchema = z.strictObject({
  fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
  part: z.literal('claims').optional(),
  transaction: z.int().positive(),
  claim: z.int().positive(),
});

export const ingestMessageSchema = z.union([objectCreatedSchema, continuationSchema]);
export type IngestMessage = z.infer<typeof ingestMessageSchema>;

export const ingestEventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).min(1),
});
