import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const page = readFileSync(`${ROOT}docs/reference/835.md`, 'utf8');
const examples = [...page.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(
  ([, code = '', printed = '']) => ({
    of: /core\/(\S+?)\.ts/.exec(code)?.[1],
    code,
    printed,
  }),
);

test('the reference shows the levels of remittances, segments and bytes', () => {
  expect(examples.map(({ of }) => of)).toEqual(['remittance/reader', 'x12/tokenizer', 'x12/lossless']);
  expect(page.match(/```ts/g)).toHaveLength(examples.length);
});

test.each(examples)('the example of $of prints what the reference says', ({ code, printed }) => {
  const run = ['--input-type=module-typescript', '--eval', code];
  expect(execFileSync(process.execPath, run, { cwd: ROOT, encoding: 'utf8' })).toBe(printed);
});
