import * as z from 'zod';
import { components } from './components.ts';
import { type Operation, problemsOf } from './operation.ts';
import { PROBLEMS, type ProblemCode, problemAnswer } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

const REF = '#/components/schemas/';

/**
 * The OpenAPI 3.1 document of these operations. Made from their schemas alone, so that it cannot say anything else;
 * `docs/reference/openapi.json` is what is checked in of it.
 *
 * @param version of the package
 */
export function openApiDocument(operations: readonly Operation[], version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Overturn',
      version,
      summary: 'Denial management and appeals',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The origin of the app' }],
    security: [{ accessToken: [] }],
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name })),
    paths: Object.fromEntries(
      [...Map.groupBy(operations, ({ path }) => path)].map(([path, here]) => [
        path,
        Object.fromEntries(
          here.map((operation) => [operation.method.toLowerCase(), operationObject(operation)]),
        ),
      ]),
    ),
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'Cognito access token' },
      },
      parameters: HEADERS,
      headers: { ETag: ETAG },
      responses: { SignedOut: SIGNED_OUT, ...problemResponses(operations) },
      schemas: namedSchemas(),
    },
  };
}

const DESCRIPTION = [
  'Money is integer cents; dates are `yyyy-mm-dd` of the organisation’s calendar; instants are ISO 8601 in UTC.',
  'A read answers with the version of its record as `ETag`; a change sends it back as `If-Match`.',
  'Every change carries an `Idempotency-Key`: within 24 hours it acts once, and answers the same again.',
  'Problems are RFC 9457 with a stable `code` and a sentence for the biller.',
].join(' ');

const ETAG = {
  description: 'Version of the record, where it has one',
  schema: { type: 'string', pattern: '^"[0-9]+"$' },
} as const;

const SIGNED_OUT = {
  description: 'No valid access token; the gateway itself answers',
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
    },
  },
} as const;

function operationObject(operation: Operation): Json {
  const body = bodyOf(operation);
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [tagOf(operation)],
    parameters: [
      ...parametersOf('path', operation.params),
      ...parametersOf('query', operation.query),
      ...headersOf(operation),
    ],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      ...answersOf(operation),
      401: { $ref: '#/components/responses/SignedOut' },
      ...problemAnswers(problemsOf(operation)),
    },
  };
}

/** The first part of the path behind /api. */
function tagOf({ path }: Operation): string {
  return path.split('/')[2] ?? '';
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType): readonly Json[] {
  const { properties = {}, required = [] } = requestSchema(schema) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...described }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: described,
  }));
}

function headersOf({ writes, versions }: Operation): readonly Json[] {
  if (!writes) return [];
  const key = { $ref: '#/components/parameters/IdempotencyKey' };
  return versions === 'in_body' ? [key] : [{ $ref: '#/components/parameters/IfMatch' }, key];
}

const HEADERS = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the version that is changed; `"0"` where there is none yet',
    schema: { type: 'string', pattern: '^(W/)?"[0-9]{1,9}"$' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'New for each change; the same key with the same request acts once within 24 hours',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  },
} as const;

function bodyOf({ writes, asks, body }: Operation): Json | null {
  if (!writes && !asks) return null;
  return body.safeParse(undefined).success ? null : requestSchema(body);
}

function answersOf({ answers }: Operation): Json {
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: 'As asked',
        headers: { ETag: { $ref: '#/components/headers/ETag' } },
        content: { 'application/json': { schema: { $ref: `${REF}${nameOf(schema)}` } } },
      },
    ]),
  );
}

/** One response a status, named by the codes that it can carry. */
function problemAnswers(codes: readonly ProblemCode[]): Json {
  return Object.fromEntries(
    [...byStatus(codes)].map(([status, ofStatus]) => [
      status,
      { $ref: `#/components/responses/${problemName(ofStatus)}` },
    ]),
  );
}

function problemResponses(operations: readonly Operation[]): Json {
  const sets = operations.flatMap((operation) => [...byStatus(problemsOf(operation)).values()]);
  return Object.fromEntries(sets.map((codes) => [problemName(codes), problemObject(codes)]));
}

function byStatus(codes: readonly ProblemCode[]): ReadonlyMap<number, readonly ProblemCode[]> {
  return Map.groupBy(codes, (code) => PROBLEMS[code].status);
}

function problemName(codes: readonly ProblemCode[]): string {
  return codes.join('.');
}

function problemObject(codes: readonly ProblemCode[]): Json {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].when}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: `${REF}${nameOf(problemAnswer)}` },
            { type: 'object', properties: { code: { enum: codes } } },
          ],
        },
      },
    },
  };
}

function nameOf(schema: z.ZodType): string {
  const known = components.get(schema);
  if (known === undefined) throw new Error('An answer has no name.');
  return known.id;
}

function namedSchemas(): Json {
  const { schemas } = z.toJSONSchema(components, {
    ...OPTIONS,
    override: withoutLimitsOfNumbers,
    io: 'output',
    uri: (id) => `${REF}${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([id, { $schema, $id, ...schema }]) => [id, schema] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function requestSchema(schema: z.ZodType): Json {
  const { $schema, ...described } = z.toJSONSchema(schema, { ...OPTIONS, io: 'input' });
  return described;
}

const OPTIONS = {
  unrepresentable: 'any',
  override({ zodSchema, jsonSchema }) {
    // A transform of a text only gives it a narrower type of ours: outside it is the same text.
    const { def } = zodSchema._zod;
    if (def.type === 'pipe' && def.out._zod.def.type === 'transform' && def.in._zod.def.type === 'string') {
      const { $schema, ...text } = z.toJSONSchema(def.in);
      Object.assign(jsonSchema, text);
    }
    // Of what is only read, nothing would say; of what is sent, it would say that it must not be.
    delete jsonSchema.readOnly;
    // The format says it already; only that of an address takes far more than any office has.
    if (jsonSchema.format === 'email') delete jsonSchema.format;
    else if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  },
} as const satisfies z.core.ToJSONSchemaParams;

/** Of a request the limits of exact numbers are a demand; of an answer they are noise. */
function withoutLimitsOfNumbers(context: Parameters<typeof OPTIONS.override>[0]): void {
  OPTIONS.override(context);
  const { jsonSchema } = context;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
