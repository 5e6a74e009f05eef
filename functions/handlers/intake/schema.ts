import * as z from 'zod';
import type { DenialId } from '../../core/ids.ts';

/** `uploads/<denial>/<hash>`: what forms put, and nothing else of the bucket. */
const uploadKeySchema = z
  .string()
  .regex(/^uploads\/[0-9a-f]{32}[-P]\d{4,9}\/[0-9a-f]{64}$/)
  .transform((key) => {
    const [, denialId = '', sha256 = ''] = key.split('/');
    return { denialId: denialId as DenialId, sha256 };
  });

/** Amazon S3 "Object Created" as EventBridge delivers it. Which version it tells of does not matter: the newest is read. */
export const uploadedSchema = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  detail: z.object({ object: z.object({ key: uploadKeySchema }) }),
});

export const intakeEventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).min(1),
});
