import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTS } from '../src/denial/acts.ts';
import { ELSEWHERE, TASKS } from '../src/work/tasks.ts';

test('everything that the API offers on a denial has one place in the app', () => {
  const source = readFileSync(join(import.meta.dirname, '../../functions/core/access/actions-of.ts'), 'utf8');
  const offered = /OFFERED[^=]*= \[([^\]]*)\]/.exec(source)?.[1]?.match(/[a-z_]+/g) ?? [];
  expect(offered.length).toBeGreaterThan(20);
  const places = [
    ...ACTS.map(({ id }) => id),
    ...TASKS.map(({ id }) => id),
    ...Object.keys(ELSEWHERE),
    'take',
  ];
  expect(places.toSorted()).toEqual(offered.toSorted());
});
