import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The keys of rulebook/SOURCES.md with their texts. */
export function readSources(): ReadonlyMap<string, string> {
  const file = path.join(import.meta.dirname, '..', '..', 'rulebook', 'SOURCES.md');
  const rows = readFileSync(file, 'utf8').matchAll(/^\| ([A-Z][A-Z0-9-]*) \| (.+) \|$/gm);
  return new Map([
    ...[...rows].map(([, key = '', text = '']) => [key, text] as const),
    ['E', 'editorial rule of this project, reasoned in docs/reference/decisions.md'] as const,
  ]);
}
