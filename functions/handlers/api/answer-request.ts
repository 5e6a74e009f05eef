import { errorFields, log } from '../../adapters/log.ts';
import type { Begun } from '../../ports/idempotency.ts';
import type { UserRecord } from '../../ports/settings.ts';
import { sha256Of } from '../../use-cases/hash-of.ts';
import { compressed } from './compress.ts';
import { groupsOf, type HttpEvent, type HttpResponse, headerOf, httpEventSchema } from './event.ts';
import { type Answer, type ApiPorts, NOT_FOUND, type Operation, type Outcome } from './operation.ts';
import { NO_STORE, type Problem, problem, problemResponse } from './problem.ts';
import { matchRoute } from './route-table.ts';

const MAX_BODY_BYTES = 256 * 1024;
const KEY_FORM = /^[!-~]{1,200}$/;

/** One HTTP request from event to response: the plain function behind the handler. Never throws. */
export async function answerRequest(ports: ApiPorts, event: unknown): Promise<HttpResponse> {
  let operationId = 'none';
  try {
    const http = httpEventSchema.parse(event);
    const match = matchRoute(http.requestContext.http.method, http.rawPath);
    if (match.kind === 'none') return problemResponse(NOT_FOUND);
    if (match.kind === 'other_method') {
      const response = problemResponse(problem('METHOD_NOT_ALLOWED', 'This cannot be done here.'));
      return { ...response, headers: { ...response.headers, allow: match.methods.join(', ') } };
    }
    operationId = match.operation.id;
    const response = await runOperation(ports, match.operation, match.params, http);
    log('info', 'requestAnswered', { operation: operationId, status: response.statusCode });
    return compressed(response, http);
  } catch (error) {
    log('error', 'requestFailed', { operation: operationId, ...errorFields(error) });
    return problemResponse(
      problem('INTERNAL', 'Something went wrong on our side. Nothing was lost; try again.'),
    );
  }
}

async function runOperation(
  ports: ApiPorts,
  operation: Operation,
  params: Readonly<Record<string, string>>,
  event: HttpEvent,
): Promise<HttpResponse> {
  const user = await signedInUser(ports, event);
  if (user === null) {
    return problemResponse(
      problem('NO_ACCOUNT', 'Your sign-in has no account here, or another role than it.'),
    );
  }
  const query = event.queryStringParameters ?? {};
  const body = operation.writes || operation.asks ? bodyOf(event) : { value: undefined };
  if ('problem' in body) return problemResponse(body.problem);
  if (!operation.writes) {
    return responseOf(
      await operation.run(ports, { user, params, query, body: body.value, expectedVersion: 0 }),
    );
  }
  const version = operation.versions === 'in_body' ? 0 : versionOf(headerOf(event, 'if-match'));
  if (typeof version !== 'number') return problemResponse(version);

  const key = keyOf(headerOf(event, 'idempotency-key'));
  if (typeof key !== 'string') return problemResponse(key);

  const raw = { user, params, query, body: body.value, expectedVersion: version };
  return onceByKey(ports, user, key, operation, event, async () =>
    responseOf(await operation.run(ports, raw)),
  );
}

/** The account of the token's `sub`. Its role must be among the token's groups too: neither is trusted alone. */
async function signedInUser({ settings }: ApiPorts, event: HttpEvent): Promise<UserRecord | null> {
  const claims = event.requestContext.authorizer?.jwt.claims ?? {};
  if (typeof claims.sub !== 'string') return null;
  const user = await settings.user(claims.sub);
  return user !== null && groupsOf(claims).includes(user.role) ? user : null;
}

function bodyOf(event: HttpEvent): { readonly value: unknown } | { readonly problem: Problem } {
  const { body, isBase64Encoded } = event;
  if (body === undefined || body === '') return { value: undefined };
  const mediaType = headerOf(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    return { problem: problem('NOT_JSON', 'Send the body as application/json.', 'Content-Type') };
  }
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > MAX_BODY_BYTES) {
    return { problem: problem('TOO_LARGE', 'This is more than 256 KB.', 'body') };
  }
  try {
    return { value: JSON.parse(bytes.toString('utf8'), wellFormed) as unknown };
  } catch (error) {
    if (error instanceof BrokenTextError) {
      return {
        problem: problem('MALFORMED', 'The text holds half a character: type it again.', error.field),
      };
    }
    return { problem: problem('MALFORMED', 'The request is not JSON.', 'body') };
  }
}

/** A text with half of a surrogate pair cannot be stored as what it was. */
function wellFormed(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
    throw new BrokenTextError(key.toWellFormed());
  }
  return value;
}

class BrokenTextError extends Error {
  readonly field: string;
  constructor(field: string) {
    super();
    this.field = field;
  }
}

function versionOf(ifMatch: string | null): number | Problem {
  if (ifMatch === null) {
    return problem(
      'IF_MATCH_REQUIRED',
      'Say which version you changed: send its ETag as If-Match.',
      'If-Match',
    );
  }
  // Weak too: what packs an answer on its way marks its ETag so.
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  return version === undefined
    ? problem('MALFORMED', 'If-Match must be the ETag of the version you saw.', 'If-Match')
    : Number(version);
}

/** Without one, a request whose answer was lost on the way could not be sent again without the risk of acting twice. */
function keyOf(idempotencyKey: string | null): string | Problem {
  if (idempotencyKey === null) {
    return problem(
      'IDEMPOTENCY_KEY_REQUIRED',
      'Nothing was changed: send an Idempotency-Key, new for each change and the same when it is tried again.',
      'Idempotency-Key',
    );
  }
  return KEY_FORM.test(idempotencyKey)
    ? idempotencyKey
    : problem(
        'MALFORMED',
        'An Idempotency-Key has 1 to 200 printable characters and no spaces.',
        'Idempotency-Key',
      );
}

/**
 * The same Idempotency-Key with the same request gives the first answer again, for 24 hours, and acts once also when
 * it comes twice at the same time. What a person may do is part of the request: an answer is not told again to one who
 * may no longer see it.
 */
async function onceByKey(
  { idempotency, clock }: ApiPorts,
  user: UserRecord,
  key: string,
  { id }: Operation,
  event: HttpEvent,
  run: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const request = JSON.stringify([
    id,
    event.rawPath,
    event.queryStringParameters ?? {},
    headerOf(event, 'if-match'),
    event.body ?? '',
    user.role,
    user.practices,
  ]);
  const requestSha256 = sha256Of(new TextEncoder().encode(request));
  const begun = await idempotency.begin(user.userId, key, requestSha256, clock.now());
  if (begun.kind !== 'begun') return begunBefore(begun, requestSha256);
  let isKept = false;
  try {
    const response = await run();
    // Only what changed something is kept: a refusal may be answered otherwise the next time.
    if (response.statusCode < 300) {
      const { statusCode: status, body, headers } = response;
      const answer = { requestSha256, status, body, etag: headers.etag ?? null };
      await idempotency.keep(user.userId, key, answer, clock.now());
      isKept = true;
    }
    return response;
  } finally {
    if (!isKept) await idempotency.release(user.userId, key);
  }
}

function begunBefore(begun: Exclude<Begun, { kind: 'begun' }>, requestSha256: string): HttpResponse {
  const known = begun.kind === 'answered' ? begun.answer.requestSha256 : begun.requestSha256;
  if (known !== requestSha256) {
    return problemResponse(
      problem('KEY_REUSED', 'This Idempotency-Key was used for another request.', 'Idempotency-Key'),
    );
  }
  if (begun.kind === 'answered')
    return jsonResponse(begun.answer.status, begun.answer.body, begun.answer.etag);
  return problemResponse(
    problem('KEY_IN_USE', 'This very request is being worked: ask again in a moment.', 'Idempotency-Key'),
  );
}

function responseOf(outcome: Outcome): HttpResponse {
  return outcome.kind === 'problem' ? problemResponse(outcome.problem) : answerResponse(outcome.answer);
}

function answerResponse({ status, body, version }: Answer): HttpResponse {
  return jsonResponse(status, JSON.stringify(body), version === undefined ? null : `"${version}"`);
}

function jsonResponse(statusCode: number, body: string, etag: string | null): HttpResponse {
  const headers = { 'content-type': 'application/json', ...NO_STORE };
  return { statusCode, body, headers: etag === null ? headers : { ...headers, etag } };
}
