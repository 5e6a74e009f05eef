import * as z from 'zod';

const text = z.object({ S: z.string() });
const whole = z.object({ N: z.string().regex(/^\d+$/).transform(Number) });

const denialKey = z.object({
  S: z
    .string()
    .regex(/^DENIAL#.+$/)
    .transform((pk) => pk.slice('DENIAL#'.length)),
});

/** A new outbox message: the message itself is in the image. */
export const outboxRecordSchema = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    Keys: z.object({ pk: denialKey, sk: z.object({ S: z.string().startsWith('OUTBOX#') }) }),
    NewImage: z.object({
      kind: z.object({ S: z.enum(['start', 'resume']) }),
      denialId: text,
      level: whole,
      attempt: whole,
      version: whole,
    }),
  }),
});

/** An execution has begun to wait; its token is read from the table, never from here. */
export const waitRecordSchema = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    Keys: z.object({
      pk: denialKey,
      sk: z.object({
        S: z
          .string()
          .regex(/^WAIT#\d+#\d+#\d+$/)
          .transform((sk) => {
            const [, level, attempt] = sk.split('#');
            return { level: Number(level), attempt: Number(attempt) };
          }),
      }),
    }),
  }),
});

export const relayRecordSchema = z.union([outboxRecordSchema, waitRecordSchema]);
export type RelayRecord = z.infer<typeof relayRecordSchema>;

export const relayEventSchema = z.object({ Records: z.array(z.unknown()).min(1) });
