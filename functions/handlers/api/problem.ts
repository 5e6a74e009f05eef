import type { HttpResponse } from './event.ts';

/** RFC 9457, with a stable code and a sentence for the biller as title. Nothing of the patient, nothing of the error. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** The part of the request that is wrong: "reason", "passages.criteria", "If-Match". */
  readonly field?: string;
  readonly currentVersion?: number;
  readonly changedBy?: { readonly name: string; readonly what: string; readonly at: string };
}

export function problem(status: number, code: string, title: string, field?: string): Problem {
  return { status, code, title, ...(field === undefined ? {} : { field }) };
}

export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

export function problemResponse({ status, ...rest }: Problem): HttpResponse {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...SECURITY_HEADERS },
    body: JSON.stringify({ type: `urn:overturn:problem:${rest.code}`, status, ...rest }),
  };
}
