import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUILT_APP, buildApp } from '../../infra/build-app.ts';
import { type BuiltBundle, builtBundle, packedBytes } from './support/built-bundle.ts';

const KB = 1_000;
const FIRST_LOAD = { js: 420 * KB, css: 110 * KB };
const LATER_ROUTE = 80 * KB;
/** The reader of PDFs and its worker (ADR-0038): fetched beside a letter that can be read already. */
const PDF_READER = 140 * KB;
const PDF_WORKER = 400 * KB;

describe('UI-39: the files of the app', () => {
  let bundle: BuiltBundle;
  beforeAll(async () => {
    await buildApp();
    bundle = builtBundle();
  }, 120_000);

  test('hold every page of the source as a part of its own', () => {
    const source = readFileSync(join(import.meta.dirname, '../../web/src/app.tsx'), 'utf8');
    const pages = [...source.matchAll(/import\('\.\/.*\/([\w-]+)\.tsx'\)/g)].map(([, name]) => name);
    expect(pages.length).toBeGreaterThan(10);
    expect(bundle.routes.map(({ name }) => name).sort()).toEqual(pages.sort());
  });

  test('bring whichever page comes first within the budget of a first load', () => {
    for (const { name, files } of bundle.routes) {
      const { js, css } = packedBytes([...bundle.first, ...files]);
      expect(js, `${name}: scripts`).toBeLessThanOrEqual(FIRST_LOAD.js);
      expect(css, `${name}: styles`).toBeLessThanOrEqual(FIRST_LOAD.css);
    }
  });

  test('bring each further page within its budget', () => {
    const today = bundle.routes.find(({ name }) => name === 'today-page');
    const there = new Set([...bundle.first, ...(today?.files ?? [])]);
    for (const { name, files } of bundle.routes) {
      const { js, css } = packedBytes(files.filter((file) => !there.has(file)));
      expect(js + css, name).toBeLessThanOrEqual(LATER_ROUTE);
    }
  });

  test('load no page with another', () => {
    const pages = new Set(bundle.routes.map(({ file }) => file));
    expect(bundle.first.filter((file) => pages.has(file))).toEqual([]);
    for (const { name, file, files } of bundle.routes) {
      expect(
        files.filter((other) => pages.has(other)),
        name,
      ).toEqual([file]);
    }
  });

  test('keep the reader of PDFs apart and within bounds of its own', () => {
    const reader = bundle.later.find(({ name }) => name === 'pdf-pages')?.files ?? [];
    expect(reader.length).toBeGreaterThan(0);
    const review = bundle.routes.find(({ name }) => name === 'review-page')?.files ?? [];
    const there = new Set([...bundle.first, ...review]);
    expect(packedBytes(reader.filter((file) => !there.has(file))).js).toBeLessThanOrEqual(PDF_READER);
    const workers = readdirSync(join(BUILT_APP, 'assets')).filter((file) => file.endsWith('.mjs'));
    expect(workers).toHaveLength(1);
    expect(packedBytes(workers.map((file) => `assets/${file}`)).js).toBeLessThanOrEqual(PDF_WORKER);
  });
});
