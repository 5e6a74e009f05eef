import type { Page, Route } from 'playwright-core';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Undoes what was arranged. */
export type Restore = () => Promise<void>;

/** Answers every request for this path of the API in the browser, so that the page stands in the state it is tested in. */
export async function answer(page: Page, path: string, by: (route: Route) => unknown): Promise<Restore> {
  const matches = (url: URL) => url.pathname === path;
  await page.route(matches, by);
  return () => page.unroute(matches, by);
}

/** The API is there and does not answer. */
export function neverAnswer(page: Page, path: string): Promise<Restore> {
  return answer(page, path, () => {});
}

/** The API refuses, or fails. */
export function refuse(page: Page, path: string, problem: Problem): Promise<Restore> {
  return answer(page, path, (route) => {
    if (problem.method !== undefined && route.request().method() !== problem.method) return route.fallback();
    const { method: _, ...said } = problem;
    return route.fulfill({
      status: problem.status,
      contentType: 'application/problem+json',
      headers: { 'x-request-id': '0f4e7c1e-4f2a-4b0e-9a3f-5d1f0f6a7c21' },
      body: JSON.stringify({ type: `urn:overturn:problem:${problem.code.toLowerCase()}`, ...said }),
    });
  });
}

export interface Problem {
  readonly method?: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly currentVersion?: number;
  readonly changedBy?: { readonly name: string; readonly what: string; readonly at: string };
}

export const FAILS: Problem = { status: 500, code: 'INTERNAL', title: 'Something failed on our side.' };
export const FORBIDS: Problem = {
  status: 403,
  code: 'NOT_ALLOWED',
  title: 'This needs the right “admin”. An administrator of your organisation grants it.',
};

/** The API answers as it does, with something changed in it. */
export function change(page: Page, path: string | RegExp, by: (value: Json) => Json): Promise<Restore> {
  const matches = (url: URL) => (typeof path === 'string' ? url.pathname === path : path.test(url.pathname));
  const act = async (route: Route) => {
    const response = await route.fetch();
    if (!/json/.test(response.headers()['content-type'] ?? '') || !response.ok())
      return route.fulfill({ response });
    return route.fulfill({ response, json: by(await response.json()) });
  };
  return page.route(matches, act).then(() => () => page.unroute(matches, act));
}

const KEPT_WHEN_EMPTY = new Set(['sections', 'practices', 'actions']);

/** An answer of which there is nothing yet: every list in it is empty, every count 0. */
export function emptied(value: Json, key = ''): Json {
  if (Array.isArray(value))
    return KEPT_WHEN_EMPTY.has(key) ? value.map((item: Json) => emptied(item, key)) : [];
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptied(inner, name)]));
  }
  if (typeof value === 'number' && /^(total|count|amountCents|unowned)$/.test(key)) return 0;
  return value;
}

const LONG_PAYER =
  'BLUE RIDGE AND GREATER NORTHERN PRAIRIE MUTUAL HEALTH ASSURANCE EMPLOYER GROUP PLAN ADMINISTRATORS';
const LONG_NAME = 'Maximiliana Featherstonehaugh-Cholmondeley von Hohenstein';
const LONG_CLAIM = 'PCN2026W1195-00048112-A-REBILL-SECOND9';
const MUCH = 731;

/** The same facts at their hardest: names that are too long, millions of dollars, 40 reasons. */
export function atItsHardest(value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    const hard = value.map((item: Json) => atItsHardest(item, key));
    const isReasons = key === 'reasons' && typeof hard[0] === 'object';
    return isReasons
      ? Array.from({ length: 40 }, (_, at) => numbered(hard[at % hard.length] ?? null, at))
      : hard;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, atItsHardest(inner, name)]),
    );
  }
  if (typeof value === 'number' && /[cC]ents$/.test(key)) return value * MUCH;
  if (typeof value !== 'string') return value;
  if (key === 'payerName') return LONG_PAYER;
  if (/^(assignee|owner|assigneeName|ownerName)$/.test(key)) return LONG_NAME;
  return key === 'claimId' ? LONG_CLAIM : value;
}

function numbered(reason: Json, at: number): Json {
  return reason !== null && typeof reason === 'object' && 'line' in reason
    ? { ...reason, line: at + 1 }
    : reason;
}
