import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../../../infra/bundle-handlers.ts';
import { fileOf } from '../../../infra/web-headers.ts';

/** As CloudFront runs it: a script whose function `handler` is called with the request. */
function atTheEdge(uri: string): string {
  const code = readFileSync(join(REPOSITORY, 'infra', 'web', 'page-of-path.js'), 'utf8');
  return runInNewContext(`${code}\nhandler({ request: { uri } }).uri`, { uri });
}

test.for([
  ['/', '/index.html'],
  ['/today', '/index.html'],
  ['/denials/0f3a-12/appeals/1', '/index.html'],
  ['/queue/v/a.b/', '/index.html'],
  ['/queue/v/a.b/c', '/index.html'],
  ['/index.html', '/index.html'],
  ['/config.json', '/config.json'],
  ['/assets/index-4f2c.js', '/assets/index-4f2c.js'],
  ['/.well-known/security.txt', '/.well-known/security.txt'],
])('%s is %s, at the edge as on one machine', ([path = '', file]) => {
  expect(fileOf(path)).toBe(file);
  expect(atTheEdge(path)).toBe(file);
});
