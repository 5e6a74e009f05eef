import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** DESIGN section 5: core ← ports ← use-cases ← adapters/handlers ← infra. */
const LAYERS: ReadonlyMap<
  string,
  { readonly folders: readonly string[]; readonly packages: readonly string[] }
> = new Map([
  ['functions/core', { folders: ['functions/core'], packages: ['zod', 'temporal-polyfill', 'node:crypto'] }],
  ['functions/ports', { folders: ['functions/core', 'functions/ports'], packages: [] }],
  [
    'functions/use-cases',
    {
      folders: ['functions/core', 'functions/ports', 'functions/use-cases'],
      packages: ['zod', 'node:crypto'],
    },
  ],
  [
    'functions/adapters',
    {
      folders: [
        'functions/core',
        'functions/ports',
        'functions/use-cases',
        'functions/adapters',
        'rulebook',
        'templates',
      ],
      packages: ['*'],
    },
  ],
  [
    'functions/handlers',
    {
      folders: [
        'functions/core',
        'functions/ports',
        'functions/use-cases',
        'functions/handlers',
        'functions/runtime.ts',
        'functions/adapters',
      ],
      packages: ['zod', '@middy/*'],
    },
  ],
]);

const files = sourceFiles('functions');

describe('the dependency rule', () => {
  test('there are files to check in every layer', () => {
    for (const layer of LAYERS.keys()) {
      expect(
        files.some((file) => file.startsWith(`${layer}/`)),
        layer,
      ).toBe(true);
    }
  });

  test('the walk sees imports', () => {
    expect(importsOf('functions/core/denial/decision.ts')).toContain('zod');
    expect(runtimeImportsOf('functions/core/denial/change.ts')).toContain('functions/core/audit/event.ts');
  });

  test.each(files.filter((file) => layerOf(file) !== null))('%s imports only what its layer may', (file) => {
    const rule = LAYERS.get(layerOf(file) ?? '');
    const broken = importsOf(file).filter((target) =>
      target.startsWith('.')
        ? !rule?.folders.some((folder) => within(file, target).startsWith(folder))
        : !rule?.packages.some((name) => matches(name, target)),
    );
    expect(broken).toEqual([]);
  });

  test('no file of core reads a clock, a random number, the environment or the network', () => {
    const forbidden = /\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bprocess\.|\bfetch\(|Temporal\.Now/;
    const broken = files
      .filter((file) => file.startsWith('functions/core/') || file.startsWith('functions/use-cases/'))
      .filter((file) => forbidden.test(withoutComments(readFileSync(path.join(root, file), 'utf8'))));
    expect(broken).toEqual([]);
  });

  test('one file alone reads the environment', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(readers).toEqual(['functions/runtime.ts']);
  });

  test('no import goes round in a circle', () => {
    expect(cycles()).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function layerOf(file: string): string | null {
  return [...LAYERS.keys()].find((layer) => file.startsWith(`${layer}/`)) ?? null;
}

function importsOf(file: string): string[] {
  const text = withoutComments(readFileSync(path.join(root, file), 'utf8'));
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b(?:[^'"();=]*?\bfrom)?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
}

/** Imports that exist at run time: type-only ones are erased and may go round. */
function runtimeImportsOf(file: string): string[] {
  const text = withoutComments(readFileSync(path.join(root, file), 'utf8'));
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"();=]*?\bfrom)?\s*['"](\.[^'"]+)['"]/g),
  ].map((match) => within(file, match[1] ?? ''));
}

function cycles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file) || !files.includes(file)) return;
    for (const target of runtimeImportsOf(file)) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

function within(file: string, target: string): string {
  return path.relative(root, path.resolve(root, path.dirname(file), target));
}

function matches(pattern: string, name: string): boolean {
  return (
    pattern === '*' || pattern === name || (pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1)))
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
