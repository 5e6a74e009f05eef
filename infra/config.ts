import * as z from 'zod';

const objectLockSchema = z.strictObject({
  mode: z.enum(['governance', 'compliance']),
  days: z.int().positive(),
});

const digestSchema = z.strictObject({
  /** An address whose identity is verified in Amazon SES. */
  sender: z.email(),
  appUrl: z.url(),
  /** In the organisation's time zone. */
  fromHour: z.int().min(0).max(23),
});
export type DigestConfig = z.infer<typeof digestSchema>;

const webSchema = z.strictObject({
  /** A host name of the organisation's own; null: the one that CloudFront gives. */
  domain: z
    .strictObject({
      name: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be the host name of an https appUrl'),
      certificateArn: z
        .string()
        .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\//, 'must be of a certificate in us-east-1'),
    })
    .nullable(),
  signInPages: z.url(),
});
export type WebConfig = z.infer<typeof webSchema>;

/** Everything in which one deployment differs from another. Constructs take these values and never ask where they run. */
const deploymentSchema = z.strictObject({
  stage: z.enum(['local', 'aws']),
  account: z.string().regex(/^\d{12}$/),
  region: z.string().min(1),
  /** How long an approved packet can be neither changed nor deleted. */
  objectLock: objectLockSchema,
  /** Keep tables, buckets, keys and users when their stack is deleted, and refuse their deletion. */
  keepData: z.boolean(),
  /** Who hears the alarms; null: nobody is subscribed. */
  alarmEmail: z.email().nullable(),
  /** Where the app is served: from nowhere else does a browser put anything into a bucket. */
  appOrigins: z.array(z.url()).min(1),
  /** One-time passwords at sign-in. */
  mfaRequired: z.boolean(),
  /** The sign-in pages (authorization code with PKCE), and where they lead back to. */
  signIn: z.strictObject({
    domainPrefix: z.string().min(1),
    callbackUrls: z.array(z.url()).min(1),
    logoutUrls: z.array(z.url()).min(1),
    /** A second client, which takes a name and a password at Cognito's own API: for tests and shells (ADR-0029). */
    passwordsAtApi: z.boolean(),
  }),
  /**
   * How many copies of each workflow function may run at once. Thousands of executions may start in one minute:
   * without a limit they would take the account's concurrency from the API and from the ingest.
   */
  workflowConcurrency: z.strictObject({
    enter: z.int().positive(),
    draft: z.int().positive(),
    deliver: z.int().positive(),
  }),
  /** The app served by CloudFront; null: a gateway on the same machine serves it. */
  web: webSchema.nullable(),
  /** The daily digest by mail; null: nobody gets one. */
  digest: digestSchema.nullable(),
  logRetentionDays: z.union([z.literal(7), z.literal(365), z.literal(2192)]),
});
export type DeploymentConfig = z.infer<typeof deploymentSchema>;

/** What may be said on the command line (`cdk deploy -c name=value`) or in cdk.json. */
const contextSchema = z.object({
  stage: z.enum(['local', 'aws']).default('aws'),
  alarmEmail: z.email().optional(),
  digestSender: z.email().optional(),
  digestFromHour: z.coerce.number().int().default(6),
  objectLockMode: z.enum(['governance', 'compliance']).optional(),
  objectLockDays: z.coerce.number().int().positive().optional(),
  appUrl: z.url().default('http://localhost:4580'),
  certificateArn: z.string().optional(),
  signInDomainPrefix: z.string().optional(),
});

/** Where `overturn login` listens for the code of the sign-in pages: Cognito sends it to no other port. */
export const COMMAND_LINE_CALLBACK = 'http://localhost:4581/signed-in';

/** Where CloudFront's certificates, firewalls and logs live, wherever the rest of a deployment is. */
export const CLOUDFRONT_REGION = 'us-east-1';

/** What an account outside AWS is called; also what the local tools insist on. */
export const LOCAL_ACCOUNT = '000000000000';

/** HIPAA documentation is kept 6 years (45 CFR 164.316(b)(2)(i)); two of six years may be leap years. */
const SIX_YEARS_DAYS = 6 * 365 + 2;

/**
 * The deployment that the CDK context describes.
 *
 * @throws {z.ZodError} naming the value that does not fit.
 */
export function deploymentConfigOf(
  context: Readonly<Record<string, unknown>>,
  environment: { readonly account: string | undefined; readonly region: string | undefined },
): DeploymentConfig {
  const given = contextSchema.parse(context);
  const { digestSender: sender, digestFromHour: fromHour, appUrl } = given;
  const digest = sender === undefined ? null : { sender, appUrl, fromHour };
  const appOrigin = originOf(appUrl);
  if (given.stage === 'local') {
    const appOrigins = loopbackOrigins(appUrl);
    return deploymentSchema.parse({
      stage: 'local',
      account: LOCAL_ACCOUNT,
      region: 'us-east-1',
      objectLock: { mode: 'governance', days: 1 },
      keepData: false,
      alarmEmail: null,
      digest,
      appOrigins,
      mfaRequired: false,
      signIn: {
        domainPrefix: 'overturn-local',
        ...returnsTo(appOrigins),
        passwordsAtApi: true,
      },
      web: null,
      // Each copy is a Node process of some 100 MB; the emulator stops at 30 in all (emulator.ts).
      workflowConcurrency: { enter: 6, draft: 4, deliver: 2 },
      logRetentionDays: 7,
    });
  }
  const domainPrefix = given.signInDomainPrefix ?? `overturn-${environment.account}`;
  return deploymentSchema.parse({
    stage: 'aws',
    account: environment.account,
    region: environment.region,
    objectLock: {
      mode: given.objectLockMode ?? 'compliance',
      days: given.objectLockDays ?? SIX_YEARS_DAYS,
    },
    keepData: true,
    alarmEmail: given.alarmEmail ?? null,
    digest,
    appOrigins: [appOrigin],
    mfaRequired: true,
    signIn: {
      domainPrefix,
      ...returnsTo([appOrigin]),
      passwordsAtApi: false,
    },
    web: {
      domain:
        given.certificateArn === undefined
          ? null
          : { name: new URL(appUrl).hostname, certificateArn: given.certificateArn },
      signInPages: `https://${domainPrefix}.auth.${environment.region}.amazoncognito.com`,
    },
    // A tenth of the 1,000 that an account has by default; rendering is the slower, sending the rarer step.
    workflowConcurrency: { enter: 50, draft: 30, deliver: 20 },
    // Audit questions come late: log lines are kept as long as the documentation they may have to explain.
    logRetentionDays: 2192,
  });
}

/** Where the sign-in pages may lead back to: the app under these origins, and `overturn login`. */
export function returnsTo(appOrigins: readonly string[]): { callbackUrls: string[]; logoutUrls: string[] } {
  return {
    callbackUrls: [...appOrigins.map((origin) => `${origin}/signed-in`), COMMAND_LINE_CALLBACK],
    logoutUrls: appOrigins.map((origin) => `${origin}/`),
  };
}

/** An address on this machine by both of its names: to a browser they are different origins. */
export function loopbackOrigins(url: string): string[] {
  const { port } = new URL(url);
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

/** What a browser names as where a page comes from. */
function originOf(url: string): string {
  return new URL(url).origin;
}
