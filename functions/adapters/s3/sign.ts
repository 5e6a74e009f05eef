import { createHash, createHmac } from 'node:crypto';

export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of a role; left out for a user. */
  readonly sessionToken?: string | undefined;
}

/** Who signs, where and when. */
export interface Signing {
  readonly credentials: SigningKey;
  readonly region: string;
  /** ISO UTC. */
  readonly at: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * The fields of a form by which a browser posts an object: the policy and its signature, and every field that the
 * policy names by its value (Amazon S3 API Reference, "Authenticating requests in browser-based uploads using POST
 * (AWS Signature Version 4)").
 *
 * @param fields those that the form carries and the policy holds it to, such as `key` and `Content-Type`
 * @param byteLength the one length that the object may have
 */
export function signedForm(
  { credentials, region, at }: Signing,
  form: {
    readonly bucket: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly byteLength: number;
    readonly expiresAt: string;
  },
): Readonly<Record<string, string>> {
  const fields = { ...form.fields, ...credentialFields({ credentials, region, at }) };
  const conditions = [
    { bucket: form.bucket },
    ['content-length-range', form.byteLength, form.byteLength],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: form.expiresAt, conditions })).toString('base64');
  return { ...fields, policy, 'x-amz-signature': signatureOf({ credentials, region, at }, policy) };
}

/**
 * An address with its signature in the query (Amazon S3 API Reference, "Authenticating requests: using query
 * parameters").
 *
 * @param url without a query
 */
export function signedUrl(
  { credentials, region, at }: Signing,
  url: string,
  query: Readonly<Record<string, string>>,
  seconds: number,
): string {
  const { host, pathname } = new URL(url);
  const { 'x-amz-security-token': token, ...signing } = credentialFields({ credentials, region, at });
  const all: Record<string, string> = {
    ...query,
    'X-Amz-Algorithm': signing['x-amz-algorithm'],
    'X-Amz-Credential': signing['x-amz-credential'],
    'X-Amz-Date': signing['x-amz-date'],
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
    ...(token === undefined ? {} : { 'X-Amz-Security-Token': token }),
  };
  const canonicalQuery = Object.entries(all)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const request = ['GET', pathname, canonicalQuery, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join(
    '\n',
  );
  const toSign = [ALGORITHM, stamp(at), scopeOf(region, at), sha256(request)].join('\n');
  return `${url}?${canonicalQuery}&X-Amz-Signature=${signatureOf({ credentials, region, at }, toSign)}`;
}

function credentialFields({ credentials, region, at }: Signing): {
  readonly 'x-amz-algorithm': string;
  readonly 'x-amz-credential': string;
  readonly 'x-amz-date': string;
  readonly 'x-amz-security-token'?: string;
} {
  const { accessKeyId, sessionToken } = credentials;
  return {
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': `${accessKeyId}/${scopeOf(region, at)}`,
    'x-amz-date': stamp(at),
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
}

/** HMAC-SHA256 of a text by the key of this day, region and service. */
export function signatureOf({ credentials, region, at }: Signing, text: string): string {
  const parts = [stamp(at).slice(0, 8), region, 's3', 'aws4_request'];
  const key = parts.reduce<Buffer>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

function scopeOf(region: string, at: string): string {
  return `${stamp(at).slice(0, 8)}/${region}/s3/aws4_request`;
}

/** 2026-11-10T12:00:00.000Z as 20261110T120000Z. */
function stamp(at: string): string {
  return at.replace(/[-:]|\.\d+/g, '');
}

// RFC 3986: what encodeURIComponent leaves as it is, and AWS does not.
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
