import * as z from 'zod';

/** The parts of an HTTP API (payload format 2.0) event that are read. */
export const httpEventSchema = z.object({
  rawPath: z.string(),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
});
export type HttpEvent = z.infer<typeof httpEventSchema>;

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is bytes. */
  readonly isBase64Encoded?: true;
}

/** Header names come in any case. */
export function headerOf(event: HttpEvent, name: string): string | null {
  const found = Object.entries(event.headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? null;
}

/** The groups of a token: a list, or as HTTP APIs pass it on, text like "[biller supervisor]". */
export function groupsOf(claims: Readonly<Record<string, unknown>>): readonly string[] {
  const groups = claims['cognito:groups'];
  if (Array.isArray(groups)) return groups.filter((group) => typeof group === 'string');
  return typeof groups === 'string' ? groups.split(/[[\]\s,"]+/).filter((group) => group !== '') : [];
}
