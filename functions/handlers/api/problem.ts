import type { SettingsProblem } from '../../core/settings/check-payer.ts';
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
  /** Every mistake in settings as they were written. */
  readonly problems?: readonly SettingsProblem[];
}

export function problem(status: number, code: string, title: string, field?: string): Problem {
  return { status, code, title, ...(field === undefined ? {} : { field }) };
}

/** Answers are about patients: no cache keeps them. The other security headers are middy's (handler.ts). */
export const NO_STORE = { 'cache-control': 'no-store' } as const;

export function problemResponse({ status, ...rest }: Problem): HttpResponse {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...NO_STORE },
    body: JSON.stringify({ type: `urn:overturn:problem:${rest.code}`, status, ...rest }),
  };
}
