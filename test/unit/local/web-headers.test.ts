import { expect, test } from 'vitest';
import { contentSecurityPolicy, webHeaders } from '../../../infra/web-headers.ts';

const ORIGINS = {
  signInPages: 'https://pages.example',
  uploads: ['https://inbox.example', 'https://documents.example'],
};
const directives = new Map(
  contentSecurityPolicy(ORIGINS)
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
);

test('what no directive names is forbidden', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
});

test('nothing inline runs or styles, and nothing is made code at run time', () => {
  expect(contentSecurityPolicy(ORIGINS)).not.toMatch(/unsafe|nonce|sha256|strict-dynamic|\*/);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('style-src')).toEqual(["'self'"]);
});

test('a page connects to its own origin, the sign-in pages and the buckets that take uploads', () => {
  expect(directives.get('connect-src')).toEqual([
    "'self'",
    'https://pages.example',
    'https://inbox.example',
    'https://documents.example',
  ]);
});

test('the app frames nothing, and no page frames it, moves its base, or takes its forms', () => {
  for (const name of ['frame-src', 'frame-ancestors', 'base-uri', 'object-src']) {
    expect(directives.get(name)).toEqual(["'none'"]);
  }
  expect(directives.get('form-action')).toEqual(["'self'"]);
});

test('the app asks for no camera, place or payment, and shares no window with strangers', () => {
  const headers = webHeaders(ORIGINS);
  for (const feature of ['camera=()', 'geolocation=()', 'payment=()']) {
    expect(headers['permissions-policy']).toContain(feature);
  }
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  });
});
