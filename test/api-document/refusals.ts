import * as z from 'zod';
import { exampleOf } from './examples.ts';

/** The parts of the OpenAPI document that say what is not allowed. */
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.record(z.string(), z.unknown())),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
});

/** A request that the document does not allow, and how it is refused. */
export interface Refusal {
  /** `POST /api/denials/{denialId}/notes: a query that it does not have` */
  readonly label: string;
  readonly method: string;
  /** With its parameters filled in. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly expected: {
    readonly status: number;
    readonly code: string;
    readonly field?: string;
    /** Methods of the header Allow, sorted. */
    readonly allow?: readonly string[];
  };
}

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const;
const STRANGE = 'somethingElse';
/** Refusals are not kept under it. */
const KEY = { 'idempotency-key': 'not-allowed' } as const;
const JSON_TYPE = { 'content-type': 'application/json' } as const;

/**
 * What no operation of a document takes: methods of other addresses, a query that it does not name, a body that is no
 * JSON, or that is sent as something else, a change of no version or without a key.
 */
export function refusalsOf(document: unknown): readonly Refusal[] {
  const { paths } = documentSchema.parse(document);
  return Object.entries(paths).flatMap(([template, operations]) => {
    const path = pathOf(template, Object.values(operations)[0]?.parameters ?? []);
    const methods = Object.keys(operations).map((method) => method.toUpperCase());
    const others = METHODS.filter((method) => !methods.includes(method)).map((method) => ({
      label: `${method} ${template}: a method of other addresses`,
      method,
      path,
      query: {},
      headers: {},
      body: null,
      expected: { status: 405, code: 'METHOD_NOT_ALLOWED', allow: methods.toSorted() },
    }));
    return [
      ...others,
      ...Object.entries(operations).flatMap(([method, { parameters, responses }]) =>
        refusalsOfOperation(method.toUpperCase(), template, parameters, responses),
      ),
    ];
  });
}

function refusalsOfOperation(
  method: string,
  template: string,
  parameters: readonly Readonly<Record<string, unknown>>[],
  responses: Readonly<Record<string, unknown>>,
): readonly Refusal[] {
  const path = pathOf(template, parameters);
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  const query = Object.fromEntries(needed.map((parameter) => [String(parameter.name), exampleOf(parameter)]));
  const refs = parameters.map(({ $ref }) => $ref);
  const isOfVersion = refs.includes('#/components/parameters/IfMatch');
  const hasKey = refs.includes('#/components/parameters/IdempotencyKey');
  const headers: Record<string, string> = {
    ...(isOfVersion ? { 'if-match': '"1"' } : {}),
    ...(hasKey ? KEY : {}),
  };
  const refusal = (what: string, rest: Partial<Refusal> & Pick<Refusal, 'expected'>): Refusal => ({
    label: `${method} ${template}: ${what}`,
    ...{ method, path, query, headers, body: null },
    ...rest,
  });
  return [
    refusal('a query that it does not name', {
      query: { ...query, [STRANGE]: '1' },
      expected: { status: 400, code: 'MALFORMED', field: STRANGE },
    }),
    ...(isOfVersion
      ? [
          refusal('a change of no version', {
            headers: KEY,
            expected: { status: 428, code: 'IF_MATCH_REQUIRED', field: 'If-Match' },
          }),
          refusal('a version that is no ETag', {
            headers: { ...KEY, 'if-match': '1' },
            expected: { status: 400, code: 'MALFORMED', field: 'If-Match' },
          }),
        ]
      : []),
    ...(hasKey
      ? [
          refusal('a change without a key', {
            headers: isOfVersion ? { 'if-match': '"1"' } : {},
            expected: { status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED', field: 'Idempotency-Key' },
          }),
        ]
      : []),
    ...(Object.hasOwn(responses, '415')
      ? [
          refusal('a body of another type', {
            headers: { ...headers, 'content-type': 'text/plain' },
            body: '{}',
            expected: { status: 415, code: 'NOT_JSON', field: 'Content-Type' },
          }),
          refusal('a body that is no JSON', {
            headers: { ...headers, ...JSON_TYPE },
            body: '{"reason": ',
            expected: { status: 400, code: 'MALFORMED', field: 'body' },
          }),
          refusal('a body that is a list', {
            headers: { ...headers, ...JSON_TYPE },
            body: '[]',
            expected: { status: 400, code: 'MALFORMED', field: 'body' },
          }),
        ]
      : []),
  ];
}

function pathOf(template: string, parameters: readonly Readonly<Record<string, unknown>>[]): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    exampleOf(parameters.find((parameter) => parameter.in === 'path' && parameter.name === name) ?? { name }),
  );
}

const refusedSchema = z.object({ code: z.string(), field: z.string().optional() });

/** How an answer is not the refusal that is expected; null where it is. */
export function differenceOf(
  { label, expected }: Refusal,
  status: number,
  header: (name: string) => string | null,
  body: string,
): string | null {
  const said = `${label} was answered ${status} ${body.slice(0, 200)}`;
  if (status !== expected.status || header('content-type') !== 'application/problem+json') return said;
  const { code, field } = refusedSchema.parse(JSON.parse(body));
  if (code !== expected.code || (expected.field !== undefined && field !== expected.field)) return said;
  const allow = header('allow')?.split(', ').toSorted().join(', ');
  return expected.allow === undefined || allow === expected.allow.join(', ')
    ? null
    : `${said}, Allow: ${allow}`;
}

/** Sends each of them to a running system, and says which were not refused as they should be. */
export async function tryRefusals(
  origin: string,
  accessToken: string,
  refusals: readonly Refusal[],
): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const refusal of refusals) {
    const { method, path, query, headers, body } = refusal;
    const answer = await fetch(`${origin}${path}?${new URLSearchParams(query)}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${accessToken}` },
      body,
    });
    const header = (name: string) => answer.headers.get(name);
    const difference = differenceOf(refusal, answer.status, header, await answer.text());
    if (difference !== null) differences.push(difference);
  }
  return differences;
}
